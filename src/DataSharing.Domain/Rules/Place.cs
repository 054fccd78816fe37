using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>Where a rule fires, and the words that its message needs about it.</summary>
/// <param name="Path">A JSON Pointer with item ids.</param>
/// <param name="Words">What stands for {org}, {activity} and the like.</param>
internal sealed record Place(string Path, params IReadOnlyList<(string Name, string Value)> Words)
{
    public static implicit operator Place(string path) => new(path);

    /// <summary>The provision that this one finding is about; none means the rule's own.</summary>
    public ValueList<string> Law { get; init; } = [];

    /// <summary>Which of several things at this place.</summary>
    public string About { get; init; } = "";

    public Place Naming(string name, string value) => this with { Words = [.. Words, (name, value)] };

    public string Tell(string message) =>
        Words.Aggregate(message, (text, word) => text.Replace($"{{{word.Name}}}", word.Value, StringComparison.Ordinal));
}
