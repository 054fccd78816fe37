using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using Hash = DataSharing.Domain.Agreements.Content.ContentHash;

namespace DataSharing.Persistence.Audit;

/// <summary>One line of the audit log. Rows are only ever inserted; the database refuses anything else.</summary>
public sealed class AuditEvent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new JsonStringEnumConverter(),
            new TextJsonConverter<AgreementReference>(AgreementReference.Parse),
            new TextJsonConverter<VersionLabel>(VersionLabel.Parse),
            new TextJsonConverter<Hash>(Hash.Parse),
        },
    };

    // These have columns of their own.
    private static readonly string[] NotInDetails = ["subjectId", "act", "at", "agreement", "version", "hash", "onlyFor"];

    public long Id { get; private init; }

    /// <summary>The agreement, organisation or person that it happened to.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>The name of the domain event.</summary>
    public required string Event { get; init; }
    public PersonId? PersonId { get; init; }
    public OrganisationId? OrganisationId { get; init; }
    public Role? Role { get; init; }
    public string? Reason { get; init; }
    public int? AgreementVersion { get; init; }
    public byte[]? ContentHash { get; init; }

    /// <summary>The organisation whose own matter it is; null where everybody reads of it who reads of the subject.</summary>
    public OrganisationId? OnlyFor { get; init; }

    /// <summary>The event's own members, as JSON.</summary>
    public required string Details { get; init; }

    /// <summary>Business time.</summary>
    public required DateTimeOffset At { get; init; }

    internal static AuditEvent For(DomainEvent @event)
    {
        var details = JsonSerializer.SerializeToNode(@event, @event.GetType(), Json)!.AsObject();
        foreach (var member in NotInDetails)
        {
            details.Remove(member);
        }

        return new AuditEvent
        {
            SubjectId = @event.SubjectId,
            Event = @event.GetType().Name,
            PersonId = @event.Act.Person,
            OrganisationId = @event.Act.Organisation,
            Role = @event.Act.Role,
            Reason = @event.Act.Reason,
            AgreementVersion = (@event as AgreementEvent)?.Version,
            ContentHash = (@event as AgreementEvent)?.Hash is { } hash ? Convert.FromHexString(hash.Hex) : null,
            OnlyFor = (@event as IOwnMatter)?.OnlyFor,
            Details = details.ToJsonString(),
            At = @event.At,
        };
    }
}
