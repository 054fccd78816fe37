using System.Text.Json.Nodes;

namespace DataSharing.Domain.Agreements;

/// <summary>An item that was taken out of a draft, kept so that it can be put back and its id is not given to another.</summary>
/// <param name="Path">Its pointer, for example <c>/flows/F3</c>.</param>
/// <param name="Position">Its place in the list.</param>
/// <param name="Item">All that was in it.</param>
/// <param name="Person">Who took it out.</param>
public sealed record RemovedItem(string Path, int Position, JsonObject Item, PersonId Person, DateTimeOffset At);
