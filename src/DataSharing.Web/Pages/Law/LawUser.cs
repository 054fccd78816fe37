using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law;

/// <summary>A kind of body that may use a provision, to look the law up by.</summary>
/// <param name="Slug">In addresses.</param>
public sealed record LawUser(BodyKind Kind, string Slug, string Name, bool IsPublic)
{
    public static IReadOnlyList<LawUser> All { get; } =
    [
        new(BodyKind.Council, "council", "A council", true),
        new(BodyKind.Department, "department", "A government department", true),
        new(BodyKind.Police, "police", "The police or another competent authority", true),
        new(BodyKind.Health, "health", "A health or care body", true),
        new(BodyKind.School, "school", "A school or college", true),
        new(BodyKind.Supplier, "supplier", "An energy or water supplier", false),
        new(BodyKind.Insurer, "insurer", "An insurer", false),
        new(BodyKind.Researcher, "researcher", "A researcher", false),
        new(BodyKind.Charity, "charity", "A charity or another not-for-profit body", false),
        new(BodyKind.Company, "company", "A company", false),
        new(BodyKind.Other, "other", "Another body", false)
    ];

    public static LawUser? Find(string? slug) => All.FirstOrDefault(user => user.Slug == slug);

    public static LawUser Of(BodyKind kind) => All.Single(user => user.Kind == kind);

    public bool MayUse(LawEntry entry) => (entry.OpenTo.Count == 0 || entry.OpenTo.Contains(Kind)) && !(IsPublic && ShutsOutPublicTasks(entry));

    private static bool ShutsOutPublicTasks(LawEntry entry) => entry is
        LawfulBasis { ClosedToPublicTasks: true } or RecognisedInterest or CompatibilityRoute { ClosedToPublicTasks: true } or TransferMechanism { ClosedToPublicPowers: true };
}
