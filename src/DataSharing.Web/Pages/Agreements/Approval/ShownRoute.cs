using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using Route = DataSharing.Domain.Agreements.Approval.Route;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>A route as a picture of order groups, from left to right.</summary>
public sealed record ShownRoute(IReadOnlyList<ShownGroup> Groups)
{
    /// <summary>A route that has not started.</summary>
    /// <param name="carryOver">What decisions on a returned version settle already, if it follows one.</param>
    /// <param name="carriedFrom">The version of a decision that is carried over.</param>
    public static ShownRoute Planned(
        Route route,
        AgreementContent content,
        CarryOver? carryOver,
        Names names,
        Func<Decision, ShownVersion> carriedFrom
    ) =>
        new([
            .. route
                .Stages.GroupBy(s => s.Group)
                .OrderBy(g => g.Key)
                .Select(g => new ShownGroup(
                    WorkflowWords.GroupName(g.Key),
                    "",
                    $"{g.Max(s => s.DueInWorkingDays)} working days",
                    [
                        .. g.Select(s =>
                            Planned(s, PartyName(content, s.PartyId), carryOver?.Stages.Single(c => c.Stage == s), names, carriedFrom)
                        ),
                    ]
                )),
        ]);

    /// <inheritdoc cref="Planned(Route, AgreementContent, CarryOver, Names, Func{Decision, ShownVersion})"/>
    public static ShownRoute Of(
        AgreementVersion version,
        DateOnly today,
        Names names,
        Func<Stage, string?> linkTo,
        Func<Decision, ShownVersion> carriedFrom
    ) =>
        new([
            .. version
                .Stages.GroupBy(s => s.Group)
                .OrderBy(g => g.Key)
                .Select(g => new ShownGroup(
                    WorkflowWords.GroupName(g.Key),
                    StateOf(g),
                    TimingOf(g, today),
                    [.. g.Select(s => Of(s, version, today, names, linkTo(s), carriedFrom))]
                )),
        ]);

    private static ShownStage Planned(
        RouteStage stage,
        string party,
        CarriedOrAsked? carried,
        Names names,
        Func<Decision, ShownVersion> carriedFrom
    )
    {
        var planned = new ShownStage(stage.Kind.InWords(), party, "todo", "Not started", null, stage.Because, null);
        return carried switch
        {
            { Decision: { } decision } => CarriedOver(planned, decision, names, carriedFrom),
            { AskedBecause: { } because } when stage.Mode is not StageMode.Sign => planned with { State = $"To be decided. {because}" },
            _ => planned,
        };
    }

    private static ShownStage CarriedOver(ShownStage stage, Decision decision, Names names, Func<Decision, ShownVersion> carriedFrom) =>
        stage with
        {
            Shape = decision.Outcome.Shape(),
            State =
                $"{decision.Outcome.InWords()} by {names.Of(decision.Person)} on {Words.Date(decision.At)}, "
                + $"fingerprint {decision.ContentHash.Abbreviated}",
            CarriedFrom = carriedFrom(decision),
        };

    private static ShownStage Of(
        Stage stage,
        AgreementVersion version,
        DateOnly today,
        Names names,
        string? link,
        Func<Decision, ShownVersion> carriedFrom
    )
    {
        if (stage.CarriedDecision is { } carried)
        {
            return CarriedOver(
                new ShownStage(stage.Kind.InWords(), names.Of(stage.Organisation), "", "", null, stage.Because, link),
                carried,
                names,
                carriedFrom
            );
        }

        var (shape, words) = stage switch
        {
            { Signature: { } signature } when version.SignaturesVoidSince is not null => (
                "stop",
                $"Signed on {Words.Date(signature.At)}, void since {Words.Date(version.SignaturesVoidSince.Value)}"
            ),
            { Signature: { } signature } => ("done", $"Signed on {Words.Date(signature.At)}"),
            { Decision: { } decision } => (decision.Outcome.Shape(), $"{decision.Outcome.InWords()} on {Words.Date(decision.At)}"),
            { Status: StageStatus.Open, DueOn: { } due } when due < today => ("bad", Words.Due(due, today)),
            { Status: StageStatus.Open, DueOn: { } due } => ("wait", $"Waiting, {Words.Within(Words.Due(due, today))}"),
            { Status: StageStatus.Closed } => ("stop", "Not needed any more"),
            _ => ("todo", "Not started"),
        };
        var who = stage.Signature?.Person ?? stage.Decision?.Person;
        return new ShownStage(
            stage.Kind.InWords(),
            names.Of(stage.Organisation),
            shape,
            words,
            who is null ? null : names.Of(who),
            stage.Because,
            link
        );
    }

    private static string StateOf(IEnumerable<Stage> group) =>
        group.Any(s => s.Status is StageStatus.Open) ? "is-now"
        : group.All(s => s.Status is StageStatus.Decided) ? "is-done"
        : "";

    private static string TimingOf(IEnumerable<Stage> group, DateOnly today)
    {
        var stages = group.ToList();
        return stages switch
        {
            _ when stages.Where(s => s.Status is StageStatus.Open).Max(s => s.DueOn) is { } due =>
                $"Now, {Words.Within(Words.Due(due, today))}",
            _ when stages.TrueForAll(s => s.Status is StageStatus.Decided) =>
                $"Done {Words.Date(stages.Max(s => (s.Standing?.At ?? s.Signature!.At)))}",
            _ when stages.Exists(s => s.Status is StageStatus.Closed) => "Ended before it was finished",
            _ => $"Starts when the group before is done, {stages.Max(s => s.DueInWorkingDays)} working days",
        };
    }

    private static string PartyName(AgreementContent content, string id) => content.Parties.FirstOrDefault(p => p.Id == id)?.Name ?? id;
}

/// <param name="Name">Review, Approve, Sign.</param>
/// <param name="State">is-done, is-now or nothing.</param>
/// <param name="Timing">When it runs, ran or will run.</param>
/// <param name="Stages">Side by side: they run at the same time.</param>
public sealed record ShownGroup(string Name, string State, string Timing, IReadOnlyList<ShownStage> Stages);

/// <param name="Name">What it is about.</param>
/// <param name="Organisation">Whose decision it is.</param>
/// <param name="Shape">done, wait, todo, stop or bad.</param>
/// <param name="State">The same in words.</param>
/// <param name="Who">Who decided.</param>
/// <param name="Because">Why it is needed.</param>
/// <param name="Link">To decide it, or to see the decision.</param>
public sealed record ShownStage(string Name, string Organisation, string Shape, string State, string? Who, string Because, string? Link)
{
    /// <summary>The version on which it was decided, if that was an earlier one.</summary>
    public ShownVersion? CarriedFrom { get; init; }
}

/// <param name="Label">1.0, 1.1.</param>
/// <param name="Link">To read it; null for whoever may not.</param>
public sealed record ShownVersion(string Label, string? Link);
