namespace DataSharing.Documents;

/// <summary>What people and organisations are called, for the ids that a text mentions.</summary>
public sealed class Names
{
    private readonly Dictionary<Guid, string> _names;

    private Names(Dictionary<Guid, string> names) => _names = names;

    public string Of(PersonId? person) =>
        person is { } id ? _names.GetValueOrDefault(id.Value, "Somebody who is no longer known") : "The portal";

    public string Of(OrganisationId? organisation) => organisation is { } id ? _names.GetValueOrDefault(id.Value, "An organisation") : "";

    public static Names None { get; } = new([]);

    /// <summary>Names that a query has brought along.</summary>
    public static Names Of(IEnumerable<(Guid Id, string Name)> named) =>
        new(named.DistinctBy(n => n.Id).ToDictionary(n => n.Id, n => n.Name));
}
