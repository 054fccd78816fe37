using DataSharing.Domain.Content;

namespace DataSharing.Domain.Law;

/// <summary>The provisions that a content relies on, so that a change of the law finds the agreements it touches.</summary>
public static class ReliedOn
{
    private const string CountryPrefix = "country:";

    /// <summary>
    /// Codes of the law book, and the countries to which data goes, by whatever mechanism: whether a country is approved decides which one
    /// is needed. Sorted, each once.
    /// </summary>
    public static IReadOnlyList<string> By(AgreementContent content) =>
        [
            .. content
                .LegalLines.SelectMany(By)
                .Concat(content.PrivacyNotices.Select(notice => notice.Exemption).Concat(Exempted(content.Rights)).Select(Exemption.CodeOf))
                .Concat(content.Purposes.Select(purpose => purpose.CompatibilityRoute))
                .Concat(content.Flows.SelectMany(flow => flow.Transfers).SelectMany(By))
                .OfType<string>()
                .Where(code => code.Length > 0 && code != LawVocabulary.Unknown)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>How a country is written among the codes.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    public static string Country(string country) => CountryPrefix + country;

    public static bool IsCountry(string code) => code.StartsWith(CountryPrefix, StringComparison.Ordinal);

    private static IEnumerable<string?> Exempted(Rights? rights) =>
        [
            rights?.Access?.Exemption,
            rights?.Rectification?.Exemption,
            rights?.Erasure?.Exemption,
            rights?.Restriction?.Exemption,
            rights?.Objection?.Exemption,
            rights?.Portability?.Exemption,
            rights?.Adm?.Exemption,
        ];

    private static IEnumerable<string?> By(LegalLine line) =>
        [
            line.Art6,
            line.Annex1,
            .. line.Art9,
            .. line.S1.SelectMany(s1 => new[] { s1.Code, s1.Underlying }),
            line.Art10,
            line.Part3?.Code,
            .. line.Part3?.Sch8 ?? [],
            .. line.Gateways.Select(gateway => gateway.Code),
            line.Confidentiality?.Code,
        ];

    private static IEnumerable<string?> By(Transfer transfer) =>
        transfer.Country is null ? [transfer.Mechanism] : [transfer.Mechanism, Country(transfer.Country)];
}
