using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Kernel;

/// <summary>The contracts of all events: from an event to its name and canonical bytes, and back to its type.</summary>
public static class EventContracts
{
    private static readonly FrozenDictionary<(string Name, int Number), Type> Types = typeof(DomainEvent)
        .Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(type => (Of(type).Name, Of(type).Number));

    /// <summary>Every contract, by name and number.</summary>
    public static IReadOnlyDictionary<(string Name, int Number), Type> All => Types;

    /// <exception cref="InvalidOperationException">The event has no contract.</exception>
    public static EventContractAttribute Of(Type type) =>
        type.GetCustomAttribute<EventContractAttribute>()
        ?? throw new InvalidOperationException($"{type.Name} needs an {nameof(EventContractAttribute)}.");

    /// <summary>What the log calls the event.</summary>
    public static string NameOf<TEvent>()
        where TEvent : DomainEvent => Of(typeof(TEvent)).Name;

    /// <summary>The event as RFC 8785 JSON in UTF-8. Members without a value are left out.</summary>
    public static byte[] Write(DomainEvent @event) =>
        CanonicalJson.Serialize(JsonSerializer.SerializeToNode(@event, @event.GetType(), EventJson.Options));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The bytes are not that event.</exception>
    /// <exception cref="KeyNotFoundException">There is no such contract.</exception>
    public static DomainEvent Read(string name, int number, ReadOnlySpan<byte> body) =>
        number == 0 ? ReadOld(name, body) : (DomainEvent)JsonSerializer.Deserialize(body, Types[(name, number)], EventJson.Options)!;

    /// <summary>
    /// Number 0: the row of the log as it stood before there were contracts. Its columns and its details become the members of the event as
    /// it is today; what it did not say has no value. Nothing is ever written like this again.
    /// </summary>
    private static DomainEvent ReadOld(string name, ReadOnlySpan<byte> body)
    {
        var row = JsonNode.Parse(body)!.AsObject();
        var members = row["details"]?.DeepClone().AsObject() ?? [];
        members["act"] = row["act"]?.DeepClone();
        members["at"] = row["at"]?.DeepClone();
        members["onlyFor"] = row["onlyFor"]?.DeepClone();
        members["version"] = row["agreementVersion"]?.DeepClone();
        members.TryAdd("agreement", row["subject"]!.DeepClone()); // read by events of agreements alone
        members.TryAdd("hash", row["contentHash"]?.DeepClone());

        return (DomainEvent)members.Deserialize(Types[(name, 1)], EventJson.Options)!;
    }
}
