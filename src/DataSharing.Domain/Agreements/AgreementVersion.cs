using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// One version of an agreement: the canonical bytes of what is agreed, and beside them, never inside, what became of them. Submission
/// freezes it for ever. It is changed through its <see cref="Agreement"/> only.
/// </summary>
public sealed class AgreementVersion
{
    public const int SearchTextMaxLength = 20_000;

    private readonly List<AgreementAccess> _access = [];
    private readonly List<VersionEditor> _editors = [];
    private readonly List<Justification> _justifications = [];
    private readonly List<SubmissionFinding> _findings = [];
    private readonly List<Stage> _stages = [];
    private readonly List<Assent> _assents = [];
    private AgreementDocument? _document;
    private AgreementContent? _content;

    private AgreementVersion() { } // for EF Core

    public required AgreementVersionId Id { get; init; }
    public required AgreementId AgreementId { get; init; }

    /// <summary>1, 2, 3; part of the version's address.</summary>
    public required int Ordinal { get; init; }
    public required VersionLabel Label { get; init; }
    public VersionStatus Status { get; private set; } = VersionStatus.Draft;

    /// <summary>Counts the changes of the draft.</summary>
    public int Revision { get; private set; }

    /// <summary>RFC 8785 JSON in UTF-8: what is approved and signed.</summary>
    public ReadOnlyMemory<byte> CanonicalContent { get; private set; }
    public ContentHash ContentHash { get; private set; }

    // Read off the content, so that lists need not open it.
    public string? Title { get; private set; }
    public IReadOnlyList<string> PartyNames { get; private set; } = [];
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
    public string SearchText { get; private set; } = "";

    /// <summary>The codes of the law that it cites (<see cref="Agreements.ReliedOn"/>).</summary>
    public IReadOnlyList<string> ReliesOn { get; private set; } = [];

    /// <summary>What flows from whom to whom for what (<see cref="Rules.Shares"/>).</summary>
    public IReadOnlyList<string> Shares { get; private set; } = [];

    /// <summary>The next day on which something is due, for lists: a stage, the start, the review or the end.</summary>
    public DateOnly? NextDate { get; private set; }

    // Set by submission.
    public DateTimeOffset? FrozenAt { get; private set; }
    public int? LawBookNumber { get; private set; }
    public int? PolicyNumber { get; private set; }
    public RiskTier? RiskTier { get; private set; }
    public IReadOnlyList<string> RiskReasons { get; private set; } = [];

    /// <summary>The day of the last mandatory approval (T11).</summary>
    public DateOnly? FinalApprovalDate { get; private set; }

    /// <summary>The risk owner who approved that the register entry is withheld.</summary>
    public PersonId? WithholdingApprovedBy { get; private set; }
    public DateTimeOffset? SignaturesVoidSince { get; private set; }
    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <summary>The last day on which a failed guard kept it from becoming active (T13).</summary>
    public DateOnly? ActivationHeldOn { get; private set; }
    public DateOnly? NextReviewDate { get; private set; }

    public IReadOnlyList<AgreementAccess> Access => _access;

    public IReadOnlyList<VersionEditor> Editors => _editors;

    public IReadOnlyList<Justification> Justifications => _justifications;

    public IReadOnlyList<SubmissionFinding> Findings => _findings;

    public IReadOnlyList<Stage> Stages => _stages;

    /// <summary>The sections of which somebody said that there is nothing to say.</summary>
    public IReadOnlyList<Section> SectionsWithNothing { get; internal set; } = [];

    /// <summary>What was taken out of the draft, the latest last. Restored items leave the list.</summary>
    public IReadOnlyList<RemovedItem> Removed { get; private set; } = [];

    public IReadOnlyList<Assent> Assents => _assents;

    public AgreementDocument Document => _document ??= AgreementDocument.Read(CanonicalContent.Span);

    /// <summary>What is agreed, without proving once more that the bytes are canonical: for whoever reads very many versions.</summary>
    public AgreementContent Content => _document?.Content ?? (_content ??= AgreementJson.Read(CanonicalContent.Span));

    public bool IsFrozen => FrozenAt is not null;

    public IEnumerable<Signature> Signatures => _stages.Select(stage => stage.Signature).OfType<Signature>();

    /// <summary>What the rules must know of this version beside its content.</summary>
    public Circumstances Circumstances(Moment moment, DateTimeOffset now) =>
        new()
        {
            Today = now.UkDay(),
            Moment = moment,
            FinalApprovalDate = FinalApprovalDate,
            Editors = _editors.Select(editor => Name(editor.Person)).ToValueSet(),
            Duties = _stages.SelectMany(DutiesOf).ToValueList(),
            DpiasApprovedByStage = Content.Dpia.Where(IsApprovedByStage).Select(dpia => dpia.Id).ToValueSet(),
            WithholdingApprovedBy = WithholdingApprovedBy?.Value.ToString(),
        };

    /// <summary>Why a warning is accepted; null if nobody said so about this very content.</summary>
    public Justification? JustificationOf(string ruleId) =>
        _justifications.Find(justification => justification.RuleId == ruleId && justification.ContentHash == ContentHash);

    /// <summary>Which part of the draft is whose to change.</summary>
    public PartLocks Locks => new(this, Document.Content);

    /// <summary>The organisation's word on the content as it stands, else its last on an earlier one; null if it gave none that it keeps.</summary>
    public Assent? AssentOf(OrganisationId organisation) =>
        _assents
            .Where(assent => assent.Organisation == organisation && assent.WithdrawnAt is null)
            .OrderBy(assent => assent.ContentHash == ContentHash)
            .ThenBy(assent => assent.Number)
            .LastOrDefault();

    public bool IsAgreedBy(OrganisationId organisation) => AssentOf(organisation)?.ContentHash == ContentHash;

    public bool HasOpenConditions => _stages.Any(stage => stage.HasOpenConditions);

    /// <summary>A Data Protection Officer has not yet given the advice that must be there before anybody approves (UK GDPR Art 35(2)).</summary>
    internal bool AwaitsDpoAdvice => _stages.Any(stage => stage is { Kind: StageKind.DpoAdvice, Mandatory: true, IsDecided: false });

    internal bool StagesAreFinished =>
        !HasOpenConditions && _stages.All(stage => !stage.Mandatory || stage.Mode is StageMode.Sign || stage.IsDecided);

    internal bool SigningIsFinished => _stages.All(stage => stage.Mode is not StageMode.Sign || stage.Signature is not null);

    internal DateTimeOffset? FirstSignedAt => Signatures.Min(signature => (DateTimeOffset?)signature.At);

    public bool IsEditor(PersonId person) => _editors.Any(editor => editor.Person == person);

    public bool IsAuditedBy(Actor actor) => _access.Any(access => actor.AuditScope.Contains(access.Organisation));

    public bool IsSeenBy(Actor actor) =>
        AgreementPermissions
            .For(AgreementAction.View, actor)
            .Any(row => row.States.Contains(Status) && Relates(actor, row.Relation, row.Role, stage: null));

    internal Verdict Consider(AgreementAction action, Actor actor, Stage? stage)
    {
        if (stage is null && Stage.Decides(action))
        {
            throw new ArgumentNullException(nameof(stage), $"{action} is done on a stage.");
        }

        var rows = Permitting(action, actor, stage).ToArray();
        if (rows.Length == 0 || IsAuditedBy(actor) || (stage is not null && !MayTake(action, stage, actor)))
        {
            return Verdict.Forbidden;
        }

        return rows.Any(row => row.States.Contains(Status)) && IsTimeFor(action, stage) ? Verdict.Permitted : Verdict.NotNow;
    }

    /// <summary>The role in which a permitted actor acts.</summary>
    internal Role RoleFor(AgreementAction action, Actor actor, Stage? stage) => Permitting(action, actor, stage).First().Role;

    internal IEnumerable<PermissionRow> Permitting(AgreementAction action, Actor actor, Stage? stage) =>
        AgreementPermissions.For(action, actor).Where(row => Relates(actor, row.Relation, row.Role, stage));

    /// <summary>The actor's organisation has that relation to this version, or to its stage if one is named.</summary>
    private bool Relates(Actor actor, Relation relation, Role role, Stage? stage) =>
        relation switch
        {
            Relation.AuditorInScope => IsAuditedBy(actor),
            Relation.StageHolder => StagesOrThis(stage).Any(s => s.Organisation == actor.Organisation && s.Role == role),
            Relation.Signatory => StagesOrThis(stage).Any(s => s.Mode is StageMode.Sign && s.Organisation == actor.Organisation),
            _ => _access.Any(access => access.Relation == relation && access.Organisation == actor.Organisation),
        };

    /// <summary>The stage is for this action, and the separation of duties lets this person take it.</summary>
    private bool MayTake(AgreementAction action, Stage stage, Actor actor) =>
        (action is AgreementAction.AcceptConditions && stage.Decision?.Person != actor.Person) // nobody takes on what they asked for themselves
        || (
            stage.Admits(action)
            && (action is not AgreementAction.Reject || IsOfController(stage))
            && Separation.Check(this, stage, actor).All(check => check.Holds)
        );

    /// <summary>Controllers sign; rejecting is for them (T09).</summary>
    private bool IsOfController(Stage stage) => _stages.Any(s => s.Mode is StageMode.Sign && s.Organisation == stage.Organisation);

    private bool IsTimeFor(AgreementAction action, Stage? stage) =>
        action switch
        {
            AgreementAction.AcceptConditions => stage?.HasOpenConditions ?? HasOpenConditions,
            AgreementAction.TakeBack => HasOpenConditions,
            _ => stage is null || stage.Status is StageStatus.Open,
        };

    internal static AgreementVersion First(AgreementId agreement, AgreementDocument document, Actor actor, DateTimeOffset now)
    {
        var version = new AgreementVersion
        {
            Id = AgreementVersionId.New(),
            AgreementId = agreement,
            Ordinal = 1,
            Label = VersionLabel.First,
        };
        version.Replace(document, actor, now);
        version.LetIn(actor.Organisation, Relation.DraftingOrganisation);
        return version;
    }

    /// <summary>
    /// The draft that follows a returned version: the same content, and its writers are still its writers, so that a return does
    /// not make a drafter independent.
    /// </summary>
    internal AgreementVersion Next()
    {
        var next = new AgreementVersion
        {
            Id = AgreementVersionId.New(),
            AgreementId = AgreementId,
            Ordinal = Ordinal + 1,
            Label = Label.AfterReturn(),
        };
        next.Take(Document);
        next.Removed = Removed;
        next.SectionsWithNothing = SectionsWithNothing;
        next._justifications.AddRange(_justifications.Select(justification => justification.For(next.Id)));
        foreach (var editor in _editors)
        {
            next.Credit(editor.Person, editor.Organisation, editor.At);
        }

        foreach (var access in _access.Where(access => access.Relation is Relation.DraftingOrganisation))
        {
            next.LetIn(access.Organisation, access.Relation);
        }

        // Who was invited is invited again by one press, and what was agreed counts as long as the content is the same.
        foreach (var (party, access) in Locks.Invited)
        {
            next.LetIn(access.Organisation, Relation.InvitedParty).As(party);
        }

        next._assents.AddRange(_assents.Where(assent => assent.WithdrawnAt is null).Select((assent, i) => assent.For(next.Id, i + 1)));
        return next;
    }

    /// <summary>The ids that a list of the draft has or had, so that none is given to another item.</summary>
    public IEnumerable<string> UsedIds(string list) =>
        ContentItems
            .In(Document.ToNode(), list)
            .Select(item => item.Path)
            .Concat(Removed.Select(removed => removed.Path).Where(path => ContentItems.ListOf(path) == list))
            .Select(ContentItems.IdIn);

    /// <summary>The removed item, if there is still a place to which it can be put back.</summary>
    public RemovedItem? RestorableItem(string path)
    {
        var content = Document.ToNode();
        var list = ContentItems.ListOf(path);
        var hasPlace = ContentItems.ListOf(list) is var owner && (owner.Length == 0 || ContentPointer.Resolve(content, owner) is not null);
        return hasPlace && ContentPointer.Resolve(content, path) is null ? Removed.LastOrDefault(removed => removed.Path == path) : null;
    }

    internal void Replace(AgreementDocument document, Actor actor, DateTimeOffset now)
    {
        Remember(document, actor, now);
        Take(document);
        Revision++;
        Credit(actor.Person, actor.Organisation, now);
        _assents.ForEach(assent => assent.Follow(ContentHash, actor, now));
    }

    /// <returns>Those who were not invited as these parties before.</returns>
    internal IReadOnlyList<PartyStanding> Invite(IEnumerable<PartyStanding> partners)
    {
        var added = partners.Where(partner => !partner.IsInvited).ToList();
        foreach (var partner in added)
        {
            var known = _access.Find(access => access.Organisation == partner.Organisation && access.Relation is Relation.InvitedParty);
            (known ?? LetIn(partner.Organisation!.Value, Relation.InvitedParty)).As(partner.Party);
        }

        return added;
    }

    /// <param name="isKept">Whether these bytes are kept already, because somebody has agreed them before.</param>
    internal void Agree(bool isKept, Actor actor, DateTimeOffset now) =>
        _assents.Add(Assent.To(this, _assents.Count + 1, isKept, actor, now));

    internal void WithdrawAssents(OrganisationId organisation, DateTimeOffset now)
    {
        foreach (var assent in _assents.Where(assent => assent.Organisation == organisation && assent.WithdrawnAt is null))
        {
            assent.Withdraw(now);
        }
    }

    internal void Justify(string ruleId, string text, Actor actor, DateTimeOffset now)
    {
        Credit(actor.Person, actor.Organisation, now);
        if (_justifications.Find(justification => justification.RuleId == ruleId) is { } existing)
        {
            existing.Say(text, ContentHash, actor.Person, now);
        }
        else
        {
            _justifications.Add(Justification.Of(ruleId, Id, text, ContentHash, actor.Person, now));
        }
    }

    /// <param name="carryOver">What the decisions on the returned version before it settle; null if it follows none.</param>
    internal void Freeze(
        ContentCheck check,
        IReadOnlyDictionary<string, OrganisationId> partyOrganisations,
        CarryOver? carryOver,
        Actor actor,
        DateTimeOffset now
    )
    {
        Credit(actor.Person, actor.Organisation, now);
        Advance(AgreementAction.Submit);
        FrozenAt = now;
        LawBookNumber = check.LawBookNumber;
        PolicyNumber = check.PolicyNumber;
        RiskTier = check.Risk.Tier;
        RiskReasons = [.. check.Risk.Reasons];
        _findings.AddRange(check.Findings.Select((finding, i) => SubmissionFinding.Of(finding, i + 1, Id)));
        _stages.AddRange(check.Route.Stages.Select((stage, i) => Stage.Of(stage, i + 1, Id, partyOrganisations[stage.PartyId])));
        foreach (var organisation in partyOrganisations.Values.Distinct())
        {
            LetIn(organisation, Relation.Party);
        }

        foreach (var (stage, carried) in _stages.Zip(carryOver?.Stages ?? []))
        {
            if (carried.Decision is { } decision)
            {
                stage.Carry(decision);
                NoteWithholding(stage, decision);
            }
        }
    }

    internal void Advance(AgreementAction action) =>
        Status =
            AgreementLifecycle.Next(Status, action)
            ?? throw new DomainRuleException($"{action} cannot happen to a version that is {Status}.");

    /// <summary>Opens what can run now: the next group once all mandatory stages of the open one are decided.</summary>
    internal IReadOnlyList<Stage> OpenStages(DateTimeOffset now)
    {
        var opened = new List<Stage>();
        while (
            !_stages.Any(stage => stage is { Mandatory: true, Status: StageStatus.Open })
            && _stages.Where(stage => stage is { Status: StageStatus.Waiting, Mode: not StageMode.Sign }).MinBy(stage => stage.Group)
                is { Group: var group }
        )
        {
            opened.AddRange(Open(stage => stage.Group == group, now));
        }

        return opened;
    }

    internal IReadOnlyList<Stage> OpenSigning(DateTimeOffset now)
    {
        Advance(AgreementAction.FinishStages);
        FinalApprovalDate = now.UkDay();
        foreach (var stage in _stages.Where(stage => stage.Mode is not StageMode.Sign))
        {
            stage.CloseUndecided();
        }

        return Open(stage => stage.Mode is StageMode.Sign, now);
    }

    /// <summary>The version ends here, or goes back: what was not decided stays so, and signatures count no more.</summary>
    internal void Leave(AgreementAction action, DateTimeOffset now)
    {
        Advance(action);
        foreach (var stage in _stages)
        {
            stage.CloseUndecided();
        }

        if (Signatures.Any())
        {
            SignaturesVoidSince = now;
        }
    }

    internal void Record(Stage stage, Decision decision)
    {
        stage.Record(decision);
        NoteWithholding(stage, decision);
    }

    private void NoteWithholding(Stage stage, Decision decision)
    {
        if (
            stage.Kind is StageKind.Siro
            && decision.Outcome is DecisionOutcome.Approved or DecisionOutcome.ApprovedOnConditions
            && Document.Content.Register?.Decision is RegisterDecision.Withhold
        )
        {
            WithholdingApprovedBy = decision.Person;
        }
    }

    internal void Activate(DateTimeOffset now)
    {
        Advance(AgreementAction.Activate);
        ActivatedAt = now;
        NextReviewDate = Document.Content.ReviewDate;
    }

    internal void Hold(DateTimeOffset now) => ActivationHeldOn = now.UkDay();

    internal void SettleNextDate() =>
        NextDate = Status switch
        {
            VersionStatus.InApproval or VersionStatus.AwaitingSignatures => _stages
                .Where(stage => stage.Status is StageStatus.Open)
                .Min(stage => stage.DueOn),
            VersionStatus.Draft or VersionStatus.InPartnerReview or VersionStatus.Approved => StartsOn,
            VersionStatus.Active or VersionStatus.Suspended => NextReviewDate < EndsOn ? NextReviewDate : EndsOn ?? NextReviewDate,
            _ => null,
        };

    private void Take(AgreementDocument document)
    {
        var content = document.Content;
        (_document, _content) = (document, null);
        CanonicalContent = document.Bytes;
        ContentHash = document.Hash;
        Title = content.Title;
        PartyNames = [.. content.Parties.Select(party => party.Name ?? party.Id)];
        StartsOn = content.EffectiveFrom ?? content.StartDate;
        EndsOn = content.EndDate;
        ReliesOn = ReliedOn.By(content);
        Shares = [.. Rules.Shares.Of(content).Select(share => share.Share).Distinct().Order(StringComparer.Ordinal)];

        var words = string.Join('\n', [content.Title, .. PartyNames, .. content.Datasets.Select(ds => ds.Name), content.LaySummary]);
        SearchText = words.Length <= SearchTextMaxLength ? words : words[..SearchTextMaxLength];
    }

    /// <summary>What the new content no longer has can be put back; what it has again need not be.</summary>
    private void Remember(AgreementDocument document, Actor actor, DateTimeOffset now)
    {
        if (CanonicalContent.IsEmpty)
        {
            return;
        }

        var next = document.ToNode();
        var taken = ContentItems
            .MissingFrom(next, Document.ToNode())
            .Select(item => new RemovedItem(item.Path, item.Position, item.Item, actor.Person, now));
        Removed = [.. Removed.Where(removed => ContentPointer.Resolve(next, removed.Path) is null), .. taken];
    }

    private void Credit(PersonId person, OrganisationId organisation, DateTimeOffset at)
    {
        if (!_editors.Any(editor => editor.Person == person && editor.Organisation == organisation))
        {
            _editors.Add(
                new VersionEditor
                {
                    VersionId = Id,
                    Person = person,
                    Organisation = organisation,
                    At = at,
                }
            );
        }
    }

    private AgreementAccess LetIn(OrganisationId organisation, Relation relation)
    {
        var access = new AgreementAccess
        {
            VersionId = Id,
            Organisation = organisation,
            Relation = relation,
        };
        _access.Add(access);
        return access;
    }

    private List<Stage> Open(Func<Stage, bool> which, DateTimeOffset now)
    {
        var opened = _stages.Where(stage => stage.Status is StageStatus.Waiting && which(stage)).ToList();
        opened.ForEach(stage => stage.Open(now));
        return opened;
    }

    private static string Name(PersonId person) => person.Value.ToString();

    // A gate and advice are no decisions of their party, but a stage that is decided twice by one person is.
    private IEnumerable<DutyDone> DutiesOf(Stage stage)
    {
        if (stage.Standing is { } decision)
        {
            yield return new DutyDone(
                stage.PartyId,
                Name(decision.Person),
                stage.Role,
                stage.Mode,
                stage.Mandatory,
                decision.ContentHash == ContentHash
            );
        }

        if (stage.Signature is { } signature)
        {
            yield return new DutyDone(
                stage.PartyId,
                Name(signature.Person),
                stage.Role,
                stage.Mode,
                stage.Mandatory,
                signature.ContentHash == ContentHash
            );
        }
    }

    private List<Stage> StagesOrThis(Stage? stage) => stage is null ? _stages : [stage];

    /// <summary>An assessment that names no controllers covers all, so all its approvals count.</summary>
    private bool IsApprovedByStage(Dpia dpia)
    {
        var approvals = _stages
            .Where(stage =>
                stage.Kind is StageKind.DpiaApproval && (dpia.Controllers.Count == 0 || dpia.Controllers.Contains(stage.PartyId))
            )
            .ToArray();
        return approvals.Length > 0
            && approvals.All(stage => stage.Standing is { Outcome: DecisionOutcome.Approved or DecisionOutcome.ApprovedOnConditions });
    }
}
