using System.Text.RegularExpressions;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>The schemes of organisation identifiers (mostly list codes of org-id.guide) and what is known of their form.</summary>
internal static partial class IdentifierFormats
{
    private static readonly string[] Schemes =
    [
        "GB-COH",
        "GB-CHC",
        "GB-SC",
        "GB-NIC",
        "GB-NHS",
        "GB-EDU",
        "GB-UKPRN",
        "GB-HESA",
        "GB-LAE",
        "GB-LAS",
        "GB-PLA",
        "GB-LANI",
        "GB-GOR",
        "XI-LEI",
        "XI-ROR",
        "GOVUK-SLUG",
        "ONS-GSS",
        "POLICE-UK",
        "ICO-REG",
    ];

    public static bool Fits(OrganisationIdentifier identifier) =>
        identifier is { Scheme: { } scheme, Value: { } value }
        && Schemes.Contains(scheme)
        && !string.IsNullOrWhiteSpace(value)
        && scheme switch
        {
            "GB-COH" => Company().IsMatch(value),
            "GB-EDU" => School().IsMatch(value),
            "GB-UKPRN" => Provider().IsMatch(value),
            "ONS-GSS" => Area().IsMatch(value),
            "GB-NHS" => Ods().IsMatch(value),
            _ => true,
        };

    [GeneratedRegex(@"\A(\d{8}|[A-Z]{2}\d{6})\z", RegexOptions.ECMAScript)]
    private static partial Regex Company();

    [GeneratedRegex(@"\A\d{6}\z", RegexOptions.ECMAScript)]
    private static partial Regex School();

    [GeneratedRegex(@"\A1\d{7}\z", RegexOptions.ECMAScript)]
    private static partial Regex Provider();

    [GeneratedRegex(@"\A[EWSN]\d{8}\z", RegexOptions.ECMAScript)]
    private static partial Regex Area();

    [GeneratedRegex(@"\A[A-Z0-9]{3,8}\z")]
    private static partial Regex Ods();
}
