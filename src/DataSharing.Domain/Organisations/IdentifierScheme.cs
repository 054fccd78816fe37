using System.Text.RegularExpressions;

namespace DataSharing.Domain.Organisations;

/// <summary>A register that numbers organisations. Codes are those of org-id.guide, with four that it lacks.</summary>
public sealed record IdentifierScheme(string Code, string Name, Regex Format, string Example)
{
    private static readonly IdentifierScheme[] Known =
    [
        Scheme("GB-COH", "Companies House number", @"^(\d{8}|[A-Z]{2}\d{6})$", "01234567"),
        Scheme("GB-CHC", "Charity number, England and Wales", @"^\d{6,7}$", "1234567"),
        Scheme("GB-SC", "Charity number, Scotland", @"^SC\d{6}$", "SC012345"),
        Scheme("GB-NIC", "Charity number, Northern Ireland", @"^\d{6}$", "100123"),
        Scheme("GB-NHS", "NHS organisation (ODS) code", @"^[A-Z0-9]{3,8}$", "R0A"),
        Scheme("GB-EDU", "School URN", @"^\d{6}$", "107140"),
        Scheme("GB-UKPRN", "UK provider reference number", @"^1\d{7}$", "10007795"),
        Scheme("GB-HESA", "HESA provider code", @"^\d{4}$", "0124"),
        Scheme("GB-LAE", "Local authority, England", @"^[A-Z]{3}$", "KIR"),
        Scheme("GB-LAS", "Local authority, Scotland", @"^[A-Z]{3}$", "GLG"),
        Scheme("GB-PLA", "Principal local authority, Wales", @"^[A-Z]{3}$", "CRF"),
        Scheme("GB-LANI", "Local authority, Northern Ireland", @"^[A-Z]{3}$", "BFS"),
        Scheme("GB-GOR", "Government organisation register (archived)", @"^[A-Z0-9]{2,8}$", "D10"),
        Scheme("XI-LEI", "Legal entity identifier", @"^[A-Z0-9]{18}\d{2}$", "213800D1EI4B9WTWWD28"),
        Scheme("XI-ROR", "Research organisation registry", @"^0[a-z0-9]{6}\d{2}$", "024mrxd33"),
        Scheme("GOVUK-SLUG", "GOV.UK organisation name in addresses", @"^[a-z0-9]+(-[a-z0-9]+)*$", "department-for-education"),
        Scheme("ONS-GSS", "ONS area code", @"^[EWSN]\d{8}$", "E08000034"),
        Scheme("POLICE-UK", "Police force on data.police.uk", @"^[a-z]+(-[a-z]+)*$", "west-yorkshire"),
        Scheme("ICO-REG", "Data-protection fee registration", @"^(Z[A-Z]\d{6}|Z\d{7})$", "ZA123456"),
    ];

    public static IReadOnlyList<IdentifierScheme> All => Known;

    public static IdentifierScheme? Find(string? code) => Array.Find(Known, s => s.Code == code);

    public bool Accepts(string value) => Format.IsMatch(value);

    private static IdentifierScheme Scheme(string code, string name, string format, string example) =>
        new(code, name, new Regex(format, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), example);
}
