using System.Diagnostics.CodeAnalysis;

namespace DataSharing.Domain.Rules;

/// <summary>"Missing" as domain.md §3 means it: null, blank or an empty list; a flag left out is false.</summary>
internal static class Answers
{
    public static bool Missing([NotNullWhen(false)] string? text) => string.IsNullOrWhiteSpace(text);

    public static bool Missing<T>([NotNullWhen(false)] IReadOnlyCollection<T>? list) => list is null or { Count: 0 };

    public static bool AnyMissing(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (Missing(text))
            {
                return true;
            }
        }

        return false;
    }
}
