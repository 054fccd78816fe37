using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>A part of the law book: the provisions that answer one question about an agreement.</summary>
/// <param name="Slug">In addresses.</param>
/// <param name="Name">In plain words.</param>
/// <param name="Provision">Where in the law it is.</param>
/// <param name="Question">What it answers.</param>
/// <param name="Holds">Whether an entry belongs to it.</param>
public sealed record LawKind(string Slug, string Name, string Provision, string Question, Func<LawEntry, bool> Holds)
{
    /// <summary>The countries that regulations approve are listed with it.</summary>
    public static LawKind Transfers { get; } =
        new(
            "transfers",
            "Transfers",
            "UK GDPR Chapter 5",
            "How may personal data leave the country, and which countries are approved?",
            entry => entry is TransferMechanism
        );

    /// <summary>In the order in which an agreement answers them.</summary>
    public static IReadOnlyList<LawKind> All { get; } =
    [
        new(
            "lawful-bases",
            "Lawful bases",
            "UK GDPR Article 6",
            "Why may an organisation use personal data at all?",
            entry => entry is LawfulBasis
        ),
        new(
            "recognised-interests",
            "Recognised legitimate interests",
            "UK GDPR Annex 1",
            "Which aims need no balancing of interests?",
            entry => entry is RecognisedInterest
        ),
        new(
            "new-uses",
            "New use of old data",
            "UK GDPR Article 8A",
            "Why may data be used for another purpose than it was collected for?",
            entry => entry is CompatibilityRoute
        ),
        new(
            "special-category",
            "Special category data",
            "UK GDPR Article 9",
            "Why may sensitive data, such as health data, be used?",
            entry => entry is SpecialCategoryCondition
        ),
        new(
            "schedule-1",
            "Conditions of Schedule 1",
            "DPA 2018 Schedule 1",
            "What more is needed for sensitive and criminal offence data?",
            entry => entry is Schedule1Paragraph
        ),
        new(
            "criminal-offence",
            "Criminal offence data",
            "UK GDPR Article 10",
            "Why may data about crimes and convictions be used?",
            entry => entry is OffenceDataBasis
        ),
        new(
            "law-enforcement",
            "Law enforcement",
            "DPA 2018 Part 3 and Schedule 8",
            "Why may the police and other competent authorities use data to deal with crime?",
            entry => entry is LawEnforcementBasis or Schedule8Condition
        ),
        new(
            "confidentiality",
            "Confidentiality",
            "Common law, and NHS Act 2006 section 251",
            "Why may something told in confidence be passed on?",
            entry => entry is ConfidentialityRoute
        ),
        new(
            "gateways",
            "Gateways",
            "Powers, duties and bars in Acts and regulations",
            "Which law allows, requires or forbids a public body to share?",
            entry => entry is Gateway
        ),
        Transfers,
        new(
            "exemptions",
            "Exemptions",
            "DPA 2018 Schedules 2 to 4, and UK GDPR Articles 13 and 14",
            "When may a right of people, or telling them, be left out?",
            entry => entry is Exemption
        ),
    ];

    public static LawKind Of(LawEntry entry) => All.Single(kind => kind.Holds(entry));

    public static LawKind? Find(string? slug) => All.FirstOrDefault(kind => kind.Slug == slug);
}
