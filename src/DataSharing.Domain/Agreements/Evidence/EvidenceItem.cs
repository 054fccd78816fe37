using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>
/// A document that supports what an agreement says. It stands beside the agreement, never in the content that is approved, and serves
/// all versions, so that a certificate can be renewed while the agreement is in force. It is never overwritten: what is replaced
/// or removed stays, with the reason. Only a file that should not be here is erased, and what is said of it stays.
/// </summary>
public sealed partial class EvidenceItem
{
    /// <summary>So many pieces, with those removed, one agreement holds.</summary>
    public const int MostPerAgreement = 200;
    public const int ReasonMaxLength = 500;

    private EvidenceItem() { } // for EF Core

    public required EvidenceId Id { get; init; }
    public required AgreementId AgreementId { get; init; }
    public required EvidenceKind Kind { get; init; }
    public string Title { get; private set; } = "";
    public string? Link { get; init; }
    public string? Reference { get; init; }

    /// <summary>SHA-256 of the document. Of an uploaded file it is ours, else what somebody said.</summary>
    public ContentHash? Hash { get; init; }
    public DateOnly? ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    public required EvidenceVisibility Visibility { get; init; }
    public EvidencePlace? Place { get; init; }

    /// <summary>Cleaned: fit to be shown and to be the name of a download, never part of a path.</summary>
    public string? FileName { get; init; }
    public FileType? FileType { get; init; }

    /// <summary>In bytes.</summary>
    public int? FileSize { get; init; }

    /// <summary>The organisation that added it, and alone changes or removes it.</summary>
    public required OrganisationId Organisation { get; init; }
    public required PersonId AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? RemovedAt { get; private set; }
    public PersonId? RemovedBy { get; private set; }
    public string? RemovedBecause { get; private set; }

    /// <summary>The evidence that has taken its place.</summary>
    public EvidenceId? ReplacedBy { get; private set; }

    public bool IsRemoved => RemovedAt is not null;

    /// <summary>Who alone reads of it, with their auditors; null where everybody does who reads the agreement.</summary>
    public OrganisationId? OnlyFor => Visibility is EvidenceVisibility.OwnOrganisation ? Organisation : null;

    /// <param name="id">Chosen before the form was shown, so that a second press of it is known.</param>
    /// <param name="replaces">Evidence of the same organisation that this is put in the place of.</param>
    public static EvidenceItem Add(
        Agreement agreement,
        EvidenceId id,
        EvidenceDetails details,
        CheckedFile? file,
        EvidenceItem? replaces,
        Actor actor,
        DateTimeOffset now
    )
    {
        var act = EvidenceRights.Insist(agreement, AgreementAction.KeepEvidence, actor);
        if (details.Objection(file) is { } objection)
        {
            throw new DomainRuleException(objection);
        }

        var item = new EvidenceItem
        {
            Id = id,
            AgreementId = agreement.Id,
            Kind = details.Kind,
            Title = details.Title,
            Link = details.Link,
            Reference = details.Reference,
            Hash = file?.Hash ?? details.Hash,
            ValidFrom = details.ValidFrom,
            ValidTo = details.ValidTo,
            Visibility = details.Visibility,
            Place = details.Place,
            FileName = file?.Name,
            FileType = file?.Type,
            FileSize = file?.Bytes.Length,
            Organisation = actor.Organisation,
            AddedBy = actor.Person,
            AddedAt = now,
        };
        agreement.Raise(EvidenceAdded.Of(item, agreement, act));
        replaces?.End(agreement, $"Replaced by “{item.Title}”.", id, actor, now);
        return item;
    }

    /// <summary>
    /// Says its name or its validity better. The document itself never changes: another one is another piece of evidence.
    /// </summary>
    public void Change(Agreement agreement, string title, DateOnly? validFrom, DateOnly? validTo, Actor actor, DateTimeOffset now)
    {
        var act = Insist(agreement, actor);
        if ((EvidenceDetails.TitleObjection(title) ?? EvidenceDetails.ValidityObjection(validFrom, validTo)) is { } objection)
        {
            throw new DomainRuleException(objection);
        }

        var before = new EvidenceSaid(Title, ValidFrom, ValidTo);
        var after = new EvidenceSaid(title, validFrom, validTo);
        if (before != after)
        {
            (Title, ValidFrom, ValidTo) = (title, validFrom, validTo);
            agreement.Raise(new EvidenceChanged(agreement.Id, Id, Kind, before, after, act, now) { OnlyFor = OnlyFor });
        }
    }

    /// <summary>It counts no more. The row and the file stay.</summary>
    public void Remove(Agreement agreement, string reason, Actor actor, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReasonMaxLength)
        {
            throw new DomainRuleException($"Say why, in at most {ReasonMaxLength} characters.");
        }

        End(agreement, reason, replacedBy: null, actor, now);
    }

    /// <summary>May the actor change or remove this? Asked beside the agreement's own rules.</summary>
    public Verdict Consider(Agreement agreement, Actor actor) =>
        agreement.Id != AgreementId || !IsSeenBy(actor) ? Verdict.Hidden
        : agreement.Consider(AgreementAction.KeepEvidence, actor, agreement.Newest) is not Verdict.Permitted and var verdict ? verdict
        : actor.Organisation != Organisation ? Verdict.Forbidden
        : IsRemoved ? Verdict.NotNow
        : Verdict.Permitted;

    /// <summary>
    /// May the actor have the file? What was removed, perhaps by mistake put here, is for its organisation and for auditors.
    /// </summary>
    public Verdict ConsiderFile(Agreement agreement, Actor actor) =>
        agreement.Id != AgreementId || !IsSeenBy(actor) || FileName is null || IsErased ? Verdict.Hidden
        : !agreement.IsSeenBy(actor) ? Verdict.Hidden
        : IsRemoved && actor.Organisation != Organisation && !agreement.Versions.Any(version => version.IsAuditedBy(actor))
            ? Verdict.Forbidden
        : Verdict.Permitted;

    /// <summary>Of those who read the agreement: may the actor read of this?</summary>
    public bool IsSeenBy(Actor actor) => OnlyFor is not { } only || only == actor.Organisation || actor.AuditScope.Contains(only);

    /// <param name="policy">Which says how long before its end it is marked.</param>
    public EvidenceValidity ValidityOn(DateOnly day, Policy policy) =>
        this switch
        {
            { ValidTo: { } last } when last < day => EvidenceValidity.Expired,
            { ValidFrom: { } first } when first > day => EvidenceValidity.NotYetValid,
            { ValidTo: { } last } when last <= day.AddDays(policy.EvidenceWarningDays) => EvidenceValidity.ExpiresSoon,
            _ => EvidenceValidity.Valid,
        };

    private void End(Agreement agreement, string reason, EvidenceId? replacedBy, Actor actor, DateTimeOffset now)
    {
        var act = Insist(agreement, actor) with { Reason = reason };
        (RemovedAt, RemovedBy, RemovedBecause, ReplacedBy) = (now, actor.Person, reason, replacedBy);
        agreement.Raise(new EvidenceRemoved(agreement.Id, Id, Kind, Title, replacedBy, act, now) { OnlyFor = OnlyFor });
    }

    private Act Insist(Agreement agreement, Actor actor) =>
        Consider(agreement, actor) is not Verdict.Permitted and var verdict
            ? throw new DomainRuleException($"Evidence {Id.Value} of {agreement.Reference}: {verdict}.")
            : EvidenceRights.Insist(agreement, AgreementAction.KeepEvidence, actor);
}
