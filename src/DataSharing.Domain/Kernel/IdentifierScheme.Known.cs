namespace DataSharing.Domain.Kernel;

/// <summary>The registers that are known.</summary>
public sealed partial record IdentifierScheme
{
    private static readonly IdentifierScheme[] Known =
    [
        new()
        {
            Code = "GB-COH",
            Name = "Companies House number",
            Issuer = "Companies House; the Financial Conduct Authority for societies",
            Formats =
            [
                "[0-9]{8}", // England and Wales
                "[A-Z]{2}[0-9]{6}", // SC, NI, OC, CE and some thirty more
                "R[0-9]{7}", // Northern Ireland before 1922
                "(SL|NI|LP)[0-9]{5}A", // taken over from a paper register
                "(IP|SP|NP|NO|RS|SO|OC)[0-9]{3}[A-Z0-9]{3}", // societies, with the letters of their kind at the end
            ],
            Example = "01234567",
            HasLeadingZeros = true,
            Source = new("https://chguide.co.uk/general/company-number.html"),
        },
        new()
        {
            Code = "GB-CHC",
            Name = "Charity number, England and Wales",
            Issuer = "Charity Commission for England and Wales",
            Formats = ["[0-9]{6,7}", "[0-9]{6,7}-[0-9]{1,4}"], // the second is a linked charity
            Example = "1234567",
            Source = new("https://org-id.guide/list/GB-CHC"),
        },
        new()
        {
            Code = "GB-SC",
            Name = "Charity number, Scotland",
            Issuer = "Office of the Scottish Charity Regulator",
            Formats = ["SC[0-9]{6}"],
            Example = "SC012345",
            HasLeadingZeros = true,
            Source = new("https://org-id.guide/list/GB-SC"),
        },
        new()
        {
            Code = "GB-NIC",
            Name = "Charity number, Northern Ireland",
            Issuer = "Charity Commission for Northern Ireland",
            Formats = ["[0-9]{6}"],
            Example = "100123",
            Before = ["NIC"],
            Source = new("https://org-id.guide/list/GB-NIC"),
        },
        new()
        {
            Code = "GB-NHS",
            Name = "NHS organisation (ODS) code",
            Issuer = "NHS England, Organisation Data Service",
            Formats = ["[A-Z0-9]{3,8}"],
            Example = "R0A",
            Source = new("https://www.datadictionary.nhs.uk/attributes/organisation_code.html"),
        },
        new()
        {
            Code = "GB-EDU",
            Name = "School URN",
            Issuer = "Department for Education",
            Formats = ["[0-9]{6}"],
            Example = "107140",
            Before = ["URN"],
            Advice = "A number of seven digits is the one of the local authority and the establishment, not the URN",
            Source = new("https://org-id.guide/list/GB-EDU"),
        },
        new()
        {
            Code = "GB-UKPRN",
            Name = "UK provider reference number",
            Issuer = "UK Register of Learning Providers",
            Formats = ["1[0-9]{7}"],
            Example = "10007795",
            Before = ["UKPRN"],
            Source = new("https://org-id.guide/list/GB-UKPRN"),
        },
        new()
        {
            Code = "GB-HESA",
            Name = "HESA provider code",
            Issuer = "Jisc, formerly the Higher Education Statistics Agency",
            Formats = ["[0-9]{4}"],
            Example = "0124",
            HasLeadingZeros = true,
            Source = new("https://org-id.guide/list/GB-HESA"),
        },
        new()
        {
            Code = "GB-LAE",
            Name = "Local authority, England",
            Issuer = "Ministry of Housing, Communities and Local Government",
            Formats = ["[A-Z]{3}"],
            Example = "KIR",
            Source = new("https://org-id.guide/list/GB-LAE"),
        },
        new()
        {
            Code = "GB-LAS",
            Name = "Local authority, Scotland",
            Issuer = "Scottish Government",
            Formats = ["[A-Z]{3}"],
            Example = "GLG",
            Source = new("https://org-id.guide/list/GB-LAS"),
        },
        new()
        {
            Code = "GB-PLA",
            Name = "Principal local authority, Wales",
            Issuer = "Welsh Government",
            Formats = ["[A-Z]{3}"],
            Example = "CRF",
            Source = new("https://org-id.guide/list/GB-PLA"),
        },
        new()
        {
            Code = "GB-LANI",
            Name = "Local authority, Northern Ireland",
            Issuer = "Northern Ireland Executive",
            Formats = ["[A-Z]{3}"],
            Example = "BFS",
            Source = new("https://org-id.guide/list/GB-LANI"),
        },
        new()
        {
            Code = "GB-GOR",
            Name = "Government organisation register (archived)",
            Issuer = "Government Digital Service",
            Formats = ["[A-Z0-9]{2,8}"],
            Example = "D10",
            Source = new("https://org-id.guide/list/GB-GOR"),
        },
        new()
        {
            Code = "XI-LEI",
            Name = "Legal entity identifier",
            Issuer = "Global Legal Entity Identifier Foundation",
            Formats = ["[A-Z0-9]{18}[0-9]{2}"], // ISO 17442
            Example = "213800D1EI4B9WTWWD28",
            Source = new("https://org-id.guide/list/XI-LEI"),
        },
        new()
        {
            Code = "XI-ROR",
            Name = "Research organisation registry",
            Issuer = "Research Organization Registry",
            Formats = ["0[a-z0-9]{6}[0-9]{2}"],
            Example = "024mrxd33",
            Letters = IdentifierLetters.Small,
            Before = ["https://ror.org/", "ror.org/"],
            Source = new("https://ror.readme.io/docs/identifier"),
        },
        new()
        {
            Code = "GOVUK-SLUG",
            Name = "GOV.UK organisation name in addresses",
            Issuer = "Government Digital Service",
            Formats = ["[a-z0-9]+(-[a-z0-9]+)*"],
            Example = "department-for-education",
            Letters = IdentifierLetters.Slug,
            Before = ["https://www.gov.uk/government/organisations/", "www.gov.uk/government/organisations/"],
            Source = new("https://www.gov.uk/government/organisations"),
        },
        new()
        {
            Code = "ONS-GSS",
            Name = "ONS area code",
            Issuer = "Office for National Statistics",
            Formats = ["[EWSNKJLM][0-9]{8}"], // K, J: several countries; L: Channel Islands; M: Isle of Man
            Example = "E08000034",
            Source = new("https://www.ons.gov.uk/methodology/geography/geographicalproducts/namescodesandlookups"),
        },
        new()
        {
            Code = "POLICE-UK",
            Name = "Police force on data.police.uk",
            Issuer = "Home Office",
            Formats = ["[a-z]+(-[a-z]+)*"],
            Example = "west-yorkshire",
            Letters = IdentifierLetters.Slug,
            Source = new("https://data.police.uk/docs/method/forces/"),
        },
        new()
        {
            Code = "ICO-REG",
            Name = "Data-protection fee registration",
            Issuer = "Information Commission",
            Formats = ["Z[A-Z][0-9]{6}", "Z[0-9]{7}", "Z[0-9]{6}X"], // X is a check digit of ten
            Example = "ZA123456",
            Advice = "Older ones are like Z1234567 or Z123456X",
            Source = new("https://ico.org.uk/ESDWebPages/Search"),
        },
    ];

    public static IReadOnlyList<IdentifierScheme> All => Known;
}
