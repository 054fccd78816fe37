using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Agreements.AgreementAction;

namespace DataSharing.Domain.Agreements;

/// <summary>The thread of an agreement: its reference, who leads it, and its versions. T-numbers are those of §5.3.</summary>
public sealed partial class Agreement : AggregateRoot
{
    public const int ExternalReferenceMaxLength = 100;

    private readonly List<AgreementVersion> _versions = [];

    private Agreement() { } // for EF Core

    public required AgreementId Id { get; init; }
    public required AgreementReference Reference { get; init; }

    /// <summary>References that other systems gave it.</summary>
    public required IReadOnlyList<string> ExternalReferences { get; init; }
    public required OrganisationId DraftingOrganisation { get; init; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts what happened, so that every command changes this row and a concurrent one is noticed.</summary>
    public int Changes { get; private set; }

    public IReadOnlyList<AgreementVersion> Versions => _versions;

    /// <summary>The version on its way from draft to start; null if there is none.</summary>
    public AgreementVersion? InPreparation => _versions.Find(version => version.IsInPreparation);

    /// <summary>The version that binds the parties, active or suspended; null if there is none.</summary>
    public AgreementVersion? InForce => _versions.Find(version => version.IsInForce);

    /// <summary>The version opened last, whatever became of it.</summary>
    public AgreementVersion Newest => _versions.MaxBy(version => version.Ordinal)!;

    /// <summary>
    /// The version to show where nobody names one: of those that the actor sees the one in preparation, else the one in force, else the
    /// newest; null if they see none.
    /// </summary>
    public AgreementVersion? ShownTo(Actor actor) => _versions.Where(version => version.IsSeenBy(actor)).MaxBy(version => version.Rank);

    /// <summary>The version that an action speaks of where nobody names one: the one in preparation or in force, else the newest.</summary>
    public AgreementVersion VersionFor(AgreementAction action) =>
        AgreementPermissions.SubjectOf(action) switch
        {
            Subject.InPreparation => Prepared,
            Subject.InForce => InForce ?? Newest,
            _ => _versions.MaxBy(version => version.Rank)!,
        };

    /// <summary>The version that this one was opened from; null for the first.</summary>
    public AgreementVersion? PredecessorOf(AgreementVersion version) => _versions.Find(earlier => earlier.Id == version.Predecessor);

    /// <summary>The versions that this one came from, each opened from the one after it in the list; the nearest first.</summary>
    public IEnumerable<AgreementVersion> PredecessorsOf(AgreementVersion version)
    {
        for (var earlier = PredecessorOf(version); earlier is not null; earlier = PredecessorOf(earlier))
        {
            yield return earlier;
        }
    }

    /// <summary>The verbs and questions of the draft's time with its partners (T02, T03).</summary>
    public PartnerReview PartnerReview => new(this);

    public AgreementVersion? Version(int ordinal) => _versions.Find(version => version.Ordinal == ordinal);

    /// <summary>T01. A draft belongs to an organisation; whether one may be started is no question about an agreement.</summary>
    public static bool MayDraft(Actor actor) => AgreementPermissions.For(AgreementAction.Draft, actor).Any();

    public static Agreement Draft(
        AgreementReference reference,
        AgreementDocument document,
        IReadOnlyList<string> externalReferences,
        Actor actor,
        DateTimeOffset now
    )
    {
        if (AgreementPermissions.For(AgreementAction.Draft, actor).FirstOrDefault() is not { } permitted)
        {
            throw new DomainRuleException("An agreement is drafted by an information governance officer.");
        }

        var agreement = new Agreement
        {
            Id = AgreementId.New(),
            Reference = reference,
            ExternalReferences = externalReferences,
            DraftingOrganisation = actor.Organisation,
        };
        var version = AgreementVersion.First(agreement.Id, document, actor, now);
        agreement._versions.Add(version);
        agreement.Raise(
            new AgreementDrafted(
                agreement.Id,
                version.Ordinal,
                version.ContentHash,
                reference,
                version.Title,
                externalReferences,
                actor.As(permitted.Role),
                now
            )
        );
        return agreement;
    }

    /// <summary>Whether the actor sees any version, and so may know that the agreement exists.</summary>
    public bool IsSeenBy(Actor actor) => _versions.Exists(version => version.IsSeenBy(actor));

    /// <summary>
    /// May the actor do this to that version? Pages ask this before they show a button or run a handler; the verbs insist on it.
    /// </summary>
    /// <exception cref="ArgumentNullException">The action is done on a stage; ask about the stage.</exception>
    public Verdict Consider(AgreementAction action, Actor actor, AgreementVersion version)
    {
        var verdict = Consider(action, actor, VersionThatDecides(action, version), stage: null);
        return verdict is Verdict.Permitted && action is Amend && InPreparation is not null
            ? Verdict.NotNow // one next version at a time
            : verdict;
    }

    /// <summary>May the actor do this on a stage?</summary>
    public Verdict Consider(AgreementAction action, Actor actor, Stage stage) => Consider(action, actor, VersionOf(stage), stage);

    /// <summary>
    /// May the actor change what stands at a pointer into the draft or, by the bare path of a list, add to it? Forms ask this.
    /// </summary>
    /// <exception cref="KeyNotFoundException">Content has no such place.</exception>
    public Verdict ConsiderEdit(string path, Actor actor) =>
        Prepared.Locks.Consider(path, actor, Consider(Edit, actor, Prepared), Consider(Contribute, actor, Prepared));

    /// <summary>
    /// May the actor put this content in the place of the draft's? Each changed part must be theirs, before and after. Verbs ask this.
    /// </summary>
    public Verdict ConsiderChange(AgreementDocument next, Actor actor) =>
        Prepared.Locks.Consider(next, actor, Consider(Edit, actor, Prepared), Consider(Contribute, actor, Prepared));

    /// <summary>Refuses what <see cref="Consider(AgreementAction, Actor, AgreementVersion)"/> does not permit.</summary>
    internal Act Insist(AgreementAction action, Actor actor, string? reason = null) =>
        Insist(action, actor, VersionFor(action)) with
        {
            Reason = reason,
        };

    internal Act Insist(AgreementAction action, Actor actor, AgreementVersion version) =>
        Insist(Consider(action, actor, version), action, actor, VersionThatDecides(action, version), stage: null);

    internal Act Insist(AgreementAction action, Actor actor, Stage stage) =>
        Insist(Consider(action, actor, stage), action, actor, VersionOf(stage), stage);

    private Act Insist(Verdict verdict, AgreementAction action, Actor actor, AgreementVersion version, Stage? stage) =>
        verdict is Verdict.Permitted
            ? actor.As(version.RoleFor(action, actor, stage))
            : throw new DomainRuleException($"{action} of {Reference}, version {version.Label}, which is {version.Status}: {verdict}.");

    private Verdict Consider(AgreementAction action, Actor actor, AgreementVersion version, Stage? stage) =>
        !IsSeenBy(actor) ? Verdict.Hidden
        : action is View ? (version.IsSeenBy(actor) ? Verdict.Permitted : Verdict.Hidden)
        : action is KeepEvidence or EraseEvidence or ConfirmErasure ? EvidenceRights.Consider(this, action, actor)
        : version.Consider(action, actor, stage);

    /// <summary>
    /// The version whose access and state decide. For a comment on a version that is neither in preparation nor in force that is the later
    /// version in force, else the newest: whoever takes part in the agreement now may still answer what was said before.
    /// </summary>
    private AgreementVersion VersionThatDecides(AgreementAction action, AgreementVersion version) =>
        action is not Comment || version.IsInPreparation || version.IsInForce ? version
        : InForce is { } inForce && version.Ordinal < inForce.Ordinal ? inForce
        : Newest;

    private AgreementVersion VersionOf(Stage stage) =>
        _versions.Find(version => version.Id == stage.VersionId)
        ?? throw new ArgumentException("The stage is of another agreement.", nameof(stage));

    internal static string Reason(string reason) =>
        Ruling.Required(reason, "Say why.") is { } objection ? throw new DomainRuleException(objection) : reason;

    /// <summary>The version that the verbs of drafting and approval work on: in preparation, or what became of the last that was.</summary>
    internal AgreementVersion Prepared => InPreparation ?? Newest;

    private AgreementVersion GoBack(AgreementVersion version, AgreementAction action, DateTimeOffset now)
    {
        version.Leave(action, now);
        return Open(version, VersionKind.AfterReturn);
    }

    private AgreementVersion Open(AgreementVersion predecessor, VersionKind kind)
    {
        // A content that goes for approval anew gets a number that no earlier one had, even if that was withdrawn.
        var label = kind is VersionKind.AfterReturn or VersionKind.AfterAppeal
            ? predecessor.Label.AfterReturn()
            : new VersionLabel(_versions.Max(version => version.Label.Major) + 1, 0);
        var next = predecessor.Next(Newest.Ordinal + 1, kind, label);
        _versions.Add(next);
        return next;
    }

    internal void Raise(AgreementEvent @event)
    {
        base.Raise(@event);
        ChangedAt = @event.At;
        Changes++;
        _versions.ForEach(version => version.SettleNextDate());
    }
}
