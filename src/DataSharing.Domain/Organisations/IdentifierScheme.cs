using System.Text.RegularExpressions;

namespace DataSharing.Domain.Organisations;

/// <summary>
/// A register that numbers organisations. Codes are those of org-id.guide, with four that it lacks. Formats say [0-9] and
/// \z, because \d means the digits of every script and $ lets a line end through.
/// </summary>
public sealed record IdentifierScheme(string Code, string Name, Regex Format, string Example)
{
    private static readonly IdentifierScheme[] Known =
    [
        Scheme("GB-COH", "Companies House number", @"^([0-9]{8}|[A-Z]{2}[0-9]{6})\z", "01234567"),
        Scheme("GB-CHC", "Charity number, England and Wales", @"^[0-9]{6,7}\z", "1234567"),
        Scheme("GB-SC", "Charity number, Scotland", @"^SC[0-9]{6}\z", "SC012345"),
        Scheme("GB-NIC", "Charity number, Northern Ireland", @"^[0-9]{6}\z", "100123"),
        Scheme("GB-NHS", "NHS organisation (ODS) code", @"^[A-Z0-9]{3,8}\z", "R0A"),
        Scheme("GB-EDU", "School URN", @"^[0-9]{6}\z", "107140"),
        Scheme("GB-UKPRN", "UK provider reference number", @"^1[0-9]{7}\z", "10007795"),
        Scheme("GB-HESA", "HESA provider code", @"^[0-9]{4}\z", "0124"),
        Scheme("GB-LAE", "Local authority, England", @"^[A-Z]{3}\z", "KIR"),
        Scheme("GB-LAS", "Local authority, Scotland", @"^[A-Z]{3}\z", "GLG"),
        Scheme("GB-PLA", "Principal local authority, Wales", @"^[A-Z]{3}\z", "CRF"),
        Scheme("GB-LANI", "Local authority, Northern Ireland", @"^[A-Z]{3}\z", "BFS"),
        Scheme("GB-GOR", "Government organisation register (archived)", @"^[A-Z0-9]{2,8}\z", "D10"),
        Scheme("XI-LEI", "Legal entity identifier", @"^[A-Z0-9]{18}[0-9]{2}\z", "213800D1EI4B9WTWWD28"),
        Scheme("XI-ROR", "Research organisation registry", @"^0[a-z0-9]{6}[0-9]{2}\z", "024mrxd33"),
        Scheme("GOVUK-SLUG", "GOV.UK organisation name in addresses", @"^[a-z0-9]+(-[a-z0-9]+)*\z", "department-for-education"),
        Scheme("ONS-GSS", "ONS area code", @"^[EWSN][0-9]{8}\z", "E08000034"),
        Scheme("POLICE-UK", "Police force on data.police.uk", @"^[a-z]+(-[a-z]+)*\z", "west-yorkshire"),
        Scheme("ICO-REG", "Data-protection fee registration", @"^(Z[A-Z][0-9]{6}|Z[0-9]{7})\z", "ZA123456"),
    ];

    public static IReadOnlyList<IdentifierScheme> All => Known;

    public static IdentifierScheme? Find(string? code) => Array.Find(Known, s => s.Code == code);

    public bool Accepts(string value) => value.Length <= RegisteredIdentifier.ValueMaxLength && Format.IsMatch(value);

    private static IdentifierScheme Scheme(string code, string name, string format, string example) =>
        new(code, name, new Regex(format, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), example);
}
