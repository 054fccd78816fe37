using DataSharing.Domain.Agreements;

namespace DataSharing.Persistence.Audit;

/// <summary>
/// One line of the audit log: the event's canonical bytes, and beside them what queries need. Rows are only ever inserted; the database
/// refuses anything else.
/// </summary>
public sealed class AuditEvent
{
    private DomainEvent? _happened;

    /// <summary>
    /// The order of writing. Of one agreement it is the order in which things happened, because its row is locked; of the whole log it is
    /// not.
    /// </summary>
    public long Id { get; private init; }

    /// <summary>What others may call it. It says nothing of order, so that whoever seals the log later needs no gapless numbers.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The agreement, organisation or person that it happened to.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What the event's contract calls it: <c>agreement.version-submitted</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The number of the contract; 0 for what was written before there were contracts.</summary>
    public required int Number { get; init; }
    public PersonId? PersonId { get; init; }
    public OrganisationId? OrganisationId { get; init; }
    public Role? Role { get; init; }
    public string? Reason { get; init; }
    public int? AgreementVersion { get; init; }
    public byte[]? ContentHash { get; init; }

    /// <summary>The organisation whose own matter it is; null where everybody reads of it who reads of the subject.</summary>
    public OrganisationId? OnlyFor { get; init; }

    /// <summary>The whole event as RFC 8785 JSON in UTF-8.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Business time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened, read back as its type.</summary>
    public DomainEvent Happened => _happened ??= EventContracts.Read(Name, Number, Body);

    internal static AuditEvent For(DomainEvent @event)
    {
        var contract = EventContracts.Of(@event.GetType());
        return new AuditEvent
        {
            EventId = Guid.CreateVersion7(@event.At),
            SubjectId = @event.SubjectId,
            Name = contract.Name,
            Number = contract.Number,
            PersonId = @event.Act.Person,
            OrganisationId = @event.Act.Organisation,
            Role = @event.Act.Role,
            Reason = @event.Act.Reason,
            AgreementVersion = (@event as AgreementEvent)?.Version,
            ContentHash = (@event as AgreementEvent)?.Hash is { } hash ? Convert.FromHexString(hash.Hex) : null,
            OnlyFor = (@event as IOwnMatter)?.OnlyFor,
            Body = EventContracts.Write(@event),
            At = @event.At,
        };
    }
}
