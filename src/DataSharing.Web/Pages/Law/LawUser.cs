using System.Text.RegularExpressions;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>
/// A kind of body that may use a provision, to look the law up by. The book says in words who may use each; what it says of anyone is
/// open to all but those whom a provision shuts out.
/// </summary>
/// <param name="Slug">In addresses.</param>
/// <param name="Named">What the book's words name it by.</param>
public sealed partial record LawUser(string Slug, string Name, bool IsPublic, Regex Named)
{
    /// <summary>A court, a political party, a sports body: the provisions that name somebody who is not in the list.</summary>
    private static readonly LawUser Other = new("other", "Another body", false, Nobody());

    public static IReadOnlyList<LawUser> All { get; } =
    [
        new("council", "A council", true, Council()),
        new("department", "A government department", true, Department()),
        new("police", "The police or another competent authority", true, Police()),
        new("health", "A health or care body", true, Health()),
        new("school", "A school or college", true, School()),
        new("supplier", "An energy or water supplier", false, Supplier()),
        new("insurer", "An insurer", false, Insurer()),
        new("researcher", "A researcher", false, Researcher()),
        new("charity", "A charity or another not-for-profit body", false, Charity()),
        new("company", "A company", false, Company()),
        Other
    ];

    public static LawUser? Find(string? slug) => All.FirstOrDefault(user => user.Slug == slug);

    public bool MayUse(LawEntry entry) => this == Other
        ? !All.Any(user => user != Other && user.Named.IsMatch(entry.WhoMayUse)) // whoever it names is none of the others; or it is open to anyone
        : !(IsPublic && ShutsOutPublicTasks(entry)) && (Named.IsMatch(entry.WhoMayUse) || Open().IsMatch(entry.WhoMayUse));

    private static bool ShutsOutPublicTasks(LawEntry entry) => entry is
        LawfulBasis { ClosedToPublicTasks: true } or RecognisedInterest or CompatibilityRoute { ClosedToPublicTasks: true } or TransferMechanism { ClosedToPublicPowers: true };

    [GeneratedRegex(@"^(Anyone|Any |Organisations with a task|Whoever|Used with|Exporters|A discloser|Bodies with a function|Professionals|Employers)")]
    private static partial Regex Open();

    [GeneratedRegex(@"\b([Cc]ouncils?|[Ll]ocal authorit|[Pp]ublic authorit|[Rr]elevant authorit|[Ss]pecified (persons|authorities)|responders|ERO|Registrars|Listed bodies|Section 11|official authority)")]
    private static partial Regex Council();

    [GeneratedRegex(@"\b(department|Department|Secretary of State|Minister|DWP|HMRC|DVLA|MHCLG|ONS|[Pp]ublic authorit|[Ss]pecified (persons|authorities)|official authority|Crown)")]
    private static partial Regex Department();

    [GeneratedRegex(@"\b(police|[Cc]ompetent authorit|[Rr]elevant authorit|[Pp]ublic authorit|[Ss]pecified (persons|authorities)|responders|official authority|Section 11)")]
    private static partial Regex Police();

    [GeneratedRegex(@"\b([Hh]ealth|NHS|[Cc]are teams|adult social care|patient information|Section 11|partners|duty of confidentiality)")]
    private static partial Regex Health();

    [GeneratedRegex(@"\b([Ss]chools?|education|Section 11)")]
    private static partial Regex School();

    [GeneratedRegex(@"\b(suppliers|undertak)")]
    private static partial Regex Supplier();

    [GeneratedRegex(@"\b([Ii]nsurers|contracting|contract)\b")]
    private static partial Regex Insurer();

    [GeneratedRegex(@"\b(research|approved applicant|in the public interest)")]
    private static partial Regex Researcher();

    [GeneratedRegex(@"\b(not-for-profit|Such bodies|counselling|partners|delegates|anti-fraud)", RegexOptions.IgnoreCase)]
    private static partial Regex Charity();

    [GeneratedRegex(@"\A\z")]
    private static partial Regex Nobody();

    [GeneratedRegex(@"\b(contract|anti-fraud|contractors|Employers)")]
    private static partial Regex Company();
}
