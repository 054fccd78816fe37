using DataSharing.Documents.Differences;
using DataSharing.Documents.History;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.History;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>
/// A page on which the holder of a stage says their word. It also opens for holders who may not, and tells them why: who drafted, who
/// has decided already, whose turn it is. Anybody else is refused.
/// </summary>
public abstract class StagePageModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    /// <summary>So many are shown at once; more are folded up.</summary>
    public const int FewDifferences = 12;

    [FromRoute]
    public int Number { get; set; }

    public Stage Stage => Version.Stages.Single(s => s.Number == Number);

    public IReadOnlyList<SeparationCheck> SeparationChecks => Separation.Check(Version, Stage, Actor);

    public Names Names { get; private set; } = null!;

    /// <summary>
    /// Of the versions that this one came from, the one that the person decided on last, or else the last that they may read; null if there
    /// is none.
    /// </summary>
    public AgreementVersion? LastSeen =>
        Agreement
            .PredecessorsOf(Version)
            .Where(v => v.IsSeenBy(Actor))
            .OrderByDescending(v => v.Stages.Any(s => (s.Decision?.Person ?? s.Signature?.Person) == Actor.Person))
            .FirstOrDefault();

    /// <summary>What was asked for since then, oldest first: who returned a version or did not sign it, and in what words.</summary>
    public IReadOnlyList<ShownEvent> AskedFor { get; private set; } = [];

    public AgreementDifferences? SinceLastSeen =>
        LastSeen is { } before
            ? AgreementDifferences.Of(
                before.Document.Content,
                Version.Document.Content,
                LawBook,
                $"Version {before.Label}",
                $"Version {Version.Label}, now"
            )
            : null;

    /// <summary>What the stage is for: Advise, Approve, PassGate or Sign.</summary>
    protected abstract AgreementAction Primary { get; }

    public bool IsPermitted => Agreement.Consider(Primary, Actor, Stage) is Verdict.Permitted;

    /// <summary>Why the person may not decide now, or null.</summary>
    public string? WhyNot =>
        Stage switch
        {
            _ when IsPermitted => null,
            { Signature: { } signature } => $"{Names.Of(signature.Person)} signed it on {Words.Time(signature.At)}.",
            { Decision: { } decision } =>
                $"{Names.Of(decision.Person)} decided it on {Words.Time(decision.At)}: {decision.Outcome.InWords()}.",
            { CarriedDecision: { } carried } =>
                $"{Names.Of(carried.Person)} decided it on {Words.Time(carried.At)}, and it was carried over: "
                    + $"{carried.Outcome.InWords()}.",
            { Status: StageStatus.Closed } => $"The version is {Version.Status.InWords().ToLowerInvariant()}, so this stage is closed.",
            { Status: StageStatus.Waiting } => "Earlier stages are not finished. You will find it in My work when it is your turn.",
            _ => "Somebody else must decide it: see the reasons beside.",
        };

    protected override Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) =>
        !version.IsSeenBy(actor) ? Verdict.Hidden
        : version.Stages.FirstOrDefault(s => s.Number == Number) is not { } stage ? Verdict.Hidden
        : stage.Organisation == actor.Organisation && actor.Holds(stage.Role) ? Verdict.Permitted
        : Verdict.Forbidden;

    protected async Task LoadNamesAsync(CancellationToken cancellationToken)
    {
        await ReadContentsAsync([LastSeen], cancellationToken);
        int?[] since = LastSeen is { Ordinal: var last }
            ? [.. Agreement.PredecessorsOf(Version).Select(v => v.Ordinal).TakeWhile(ordinal => ordinal >= last)]
            : [];
        var returns =
            since.Length == 0
                ? []
                : await Db
                    .AuditEvents.AsNoTracking()
                    .Where(e =>
                        e.SubjectId == Agreement.Id.Value && since.Contains(e.AgreementVersion) && HistoryWords.Returns.Contains(e.Name)
                    )
                    .OrderBy(e => e.Id)
                    .ToListAsync(cancellationToken);
        Names = await Names.ReadAsync(
            Db,
            [
                .. Version.Stages.SelectMany(s => new PersonId?[] { s.Standing?.Person, s.Signature?.Person }),
                .. Version.Justifications.Select(j => (PersonId?)j.Person),
                .. returns.Select(e => e.PersonId),
            ],
            [.. Version.Stages.Select(s => (OrganisationId?)s.Organisation), .. returns.Select(e => e.OrganisationId)],
            cancellationToken
        );
        AskedFor = [.. returns.Select(e => new ShownEvent(e, Names, Agreement.Version(e.AgreementVersion!.Value)?.Label))];
    }

    /// <summary>The page as it is for somebody who may not: 409 if the moment has passed, 403 if it is not for them.</summary>
    protected IActionResult Explained() =>
        new Microsoft.AspNetCore.Mvc.RazorPages.PageResult
        {
            StatusCode = Stage.Status is StageStatus.Open ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict,
        };
}
