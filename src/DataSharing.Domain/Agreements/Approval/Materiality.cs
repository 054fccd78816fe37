using System.Collections.Frozen;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>
/// Which changes of a returned version have to be decided again (§5.3 T08). The database keeps the same list of material members
/// (migration 0005), so that no approval is carried past such a change by any road.
/// </summary>
public static class Materiality
{
    /// <summary>
    /// The members of the content whose change makes every stage start afresh: parties, purposes, datasets and fields, legal lines, flows
    /// with their transfers, recipients, retention.
    /// </summary>
    public static IReadOnlyList<string> Members { get; } =
    [
        "parties",
        "purposes",
        "datasets",
        "legalLines",
        "flows",
        "retention",
        "onward",
        "permittedRecipients",
        "conditionalRecipients",
        "prohibitedRecipients",
    ];

    // "Approvals whose sections changed are reset": what a kind of stage decides on beside what is material anyway.
    private static readonly FrozenDictionary<string, StageKind[]> Concerned = new Dictionary<string, StageKind[]>
    {
        ["dpia"] = [StageKind.DpoAdvice, StageKind.DpiaApproval, StageKind.Siro],
        ["dpiaScreening"] = [StageKind.DpoAdvice, StageKind.DpiaApproval],
        ["adm"] = [StageKind.DpoAdvice, StageKind.DpiaApproval, StageKind.ToolOwner],
        ["atrsRef"] = [StageKind.ToolOwner],
        ["security"] = [StageKind.InformationSecurity],
        ["staffInstructions"] = [StageKind.InformationSecurity],
        ["risks"] = [StageKind.DpoAdvice, StageKind.DpiaApproval, StageKind.Siro],
        ["register"] = [StageKind.Siro, StageKind.RegisterDraft],
        ["emergency"] = [StageKind.Siro],
        ["ethics"] = [StageKind.RecGate],
        ["dea"] = [StageKind.RapGate, StageKind.ReviewBoardGate],
    }.ToFrozenDictionary();

    /// <summary>The material ones among some differences, as the members of the content in which they are, in its order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<ContentDifference> differences)
    {
        var changed = differences.Select(MemberOf).ToHashSet();
        return [.. Members.Where(changed.Contains)];
    }

    /// <summary>What a kind of stage decides on and that has changed, though it is not material for the others.</summary>
    internal static string? ConcernOf(StageKind kind, IEnumerable<ContentDifference> differences) =>
        differences.Select(MemberOf).FirstOrDefault(member => Concerned.TryGetValue(member, out var kinds) && kinds.Contains(kind));

    /// <summary>What people call a member of the content.</summary>
    public static string LabelOf(string member) => ContentGuide.For($"/{member}").Label;

    private static string MemberOf(ContentDifference difference) => ContentPointer.Steps(difference.Path)[0];
}
