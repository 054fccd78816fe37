using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements;

/// <summary>
/// One version of an agreement: the canonical bytes of what is agreed, and beside them, never inside, what became of them. Submission
/// freezes it for ever. It is changed through its <see cref="Agreement"/> only.
/// </summary>
public sealed partial class AgreementVersion
{
    public const int SearchTextMaxLength = 20_000;

    private readonly List<AgreementAccess> _access = [];
    private readonly List<VersionEditor> _editors = [];
    private readonly List<Justification> _justifications = [];
    private readonly List<SubmissionFinding> _findings = [];
    private readonly List<Stage> _stages = [];
    private readonly List<Assent> _assents = [];
    private AgreementDocument? _document;

    private AgreementVersion() { } // for EF Core

    public required AgreementVersionId Id { get; init; }
    public required AgreementId AgreementId { get; init; }

    /// <summary>1, 2, 3; part of the version's address.</summary>
    public required int Ordinal { get; init; }
    public required VersionLabel Label { get; init; }
    public required VersionKind Kind { get; init; }

    /// <summary>The version that it was opened from; null for the first.</summary>
    public required AgreementVersionId? Predecessor { get; init; }
    public VersionStatus Status { get; private set; } = VersionStatus.Draft;

    /// <summary>Counts the changes of the draft.</summary>
    public int Revision { get; private set; }

    /// <summary>What is agreed; null where it was not read with the version (<see cref="Read"/>).</summary>
    public VersionContent? Stored { get; private set; }
    public ContentHash ContentHash { get; private set; }

    // Read off the content, so that lists need not open it.
    public string? Title { get; private set; }
    public IReadOnlyList<string> PartyNames { get; private set; } = [];
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }

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

    /// <exception cref="InvalidOperationException">The content was not read with the version.</exception>
    public AgreementDocument Document =>
        _document ??= Stored is { } stored
            ? AgreementDocument.Stored(stored.CanonicalContent, ContentHash)
            : throw new InvalidOperationException($"The content of version {Label} was not read.");

    /// <inheritdoc cref="Document"/>
    public AgreementContent Content => Document.Content;

    /// <summary>Takes the version's own bytes where they were read later than the version; no others.</summary>
    public void Read(VersionContent stored)
    {
        if (stored.VersionId != Id || stored.ContentHash != ContentHash)
        {
            throw new ArgumentException("It is the content of another version.", nameof(stored));
        }

        Stored ??= stored;
    }

    public bool IsFrozen => FrozenAt is not null;

    public bool IsBeingWritten => VersionStates.BeingWritten.Contains(Status);

    public bool IsInPreparation => VersionStates.InPreparation.Contains(Status);

    public bool IsInForce => VersionStates.InForce.Contains(Status);

    public IEnumerable<Signature> Signatures => _stages.Select(stage => stage.Signature).OfType<Signature>();

    /// <summary>Why a warning is accepted; null if nobody said so about this very content.</summary>
    public Justification? JustificationOf(string ruleId) =>
        _justifications.Find(justification => justification.RuleId == ruleId && justification.ContentHash == ContentHash);

    public bool IsEditor(PersonId person) => _editors.Any(editor => editor.Person == person);

    internal static AgreementVersion First(AgreementId agreement, AgreementDocument document, Actor actor, DateTimeOffset now)
    {
        var version = new AgreementVersion
        {
            Id = AgreementVersionId.New(),
            AgreementId = agreement,
            Ordinal = 1,
            Label = VersionLabel.First,
            Kind = VersionKind.First,
            Predecessor = null,
        };
        version.Replace(document, actor, now);
        version.LetIn(actor.Organisation, Relation.DraftingOrganisation);
        return version;
    }

    internal void Advance(AgreementAction action) =>
        Status =
            AgreementLifecycle.Next(Status, action)
            ?? throw new DomainRuleException($"{action} cannot happen to a version that is {Status}.");

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
        _document = document;
        if (Stored is null)
        {
            Stored = VersionContent.Of(Id, document);
        }
        else
        {
            Stored.Replace(document);
        }

        ContentHash = document.Hash;
        Title = content.Title;
        PartyNames = [.. content.Parties.Select(party => party.Name ?? party.Id)];
        StartsOn = content.EffectiveFrom ?? content.StartDate;
        EndsOn = content.EndDate;
        ReliesOn = ReliedOn.By(content);
        Shares = [.. Rules.Shares.Of(content).Select(share => share.Share).Distinct().Order(StringComparer.Ordinal)];
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
}
