using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>A kind of body that may use a provision, to look the law up by.</summary>
/// <param name="Slug">In addresses.</param>
/// <param name="MayBePublic">Bodies of the kind are public authorities, or some are: a university, a water company that the state
/// owns.</param>
public sealed record LawUser(BodyKind Kind, string Slug, string Name, bool MayBePublic)
{
    public static IReadOnlyList<LawUser> All { get; } =
    [
        new(BodyKind.Council, "council", "A council", true),
        new(BodyKind.Department, "department", "A government department", true),
        new(BodyKind.Police, "police", "The police or another competent authority", true),
        new(BodyKind.Health, "health", "A health or care body", true),
        new(BodyKind.School, "school", "A school or college", true),
        new(BodyKind.Supplier, "supplier", "An energy or water supplier", true),
        new(BodyKind.Insurer, "insurer", "An insurer", false),
        new(BodyKind.Researcher, "researcher", "A researcher", true),
        new(BodyKind.Charity, "charity", "A charity or another not-for-profit body", false),
        new(BodyKind.Company, "company", "A company", false),
        new(BodyKind.Registrar, "registrar", "A registrar of births, deaths and marriages", true),
        new(BodyKind.ElectoralOfficer, "electoral-officer", "An electoral officer", true),
        new(BodyKind.Fire, "fire", "A fire and rescue authority", true),
        new(BodyKind.Probation, "probation", "A probation provider", true),
        new(BodyKind.Prison, "prison", "A prison", true),
        new(BodyKind.YouthJustice, "youth-justice", "A youth justice body", true),
        new(BodyKind.Housing, "housing", "A housing provider", true),
        new(BodyKind.Regulator, "regulator", "A regulator or ombudsman", true),
        new(BodyKind.Auditor, "auditor", "An auditor", true),
        new(BodyKind.Court, "court", "A court or coroner", true),
        new(BodyKind.SafeguardingBoard, "safeguarding-board", "A safeguarding board", true),
        new(BodyKind.Other, "other", "Another body", true),
    ];

    public static LawUser? Find(string? slug) => All.FirstOrDefault(user => user.Slug == slug);

    public static LawUser Of(BodyKind kind) => All.Single(user => user.Kind == kind);

    public bool MayUse(LawEntry entry) => entry.Users.Count == 0 || entry.Users.Contains(Kind);

    /// <summary>
    /// What such a body is told beside a provision that it may use for some of what it does; null if nothing. A public authority is barred
    /// in its tasks alone, and does other things too.
    /// </summary>
    public string? Caution(LawEntry entry) => MayBePublic && ShutsOutPublicTasks(entry) ? "Not for a public authority’s own tasks" : null;

    private static bool ShutsOutPublicTasks(LawEntry entry) =>
        entry
            is LawfulBasis { ClosedToPublicTasks: true }
                or RecognisedInterest
                or CompatibilityRoute { ClosedToPublicTasks: true }
                or TransferMechanism { ClosedToPublicPowers: true };
}
