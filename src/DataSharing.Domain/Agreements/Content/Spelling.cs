namespace DataSharing.Domain.Agreements.Content;

/// <summary>Finds the word that somebody probably meant.</summary>
internal static class Spelling
{
    /// <summary>The known word with the fewest letters changed, if they are at most a third of it; letter case does not count. Looks at the first 200.</summary>
    public static string? Nearest(string given, IEnumerable<string> known) => known
        .Take(200)
        .Select(word => (word, distance: Distance(given.ToUpperInvariant(), word.ToUpperInvariant())))
        .Where(candidate => candidate.distance <= Math.Max(1, candidate.word.Length / 3))
        .OrderBy(candidate => candidate.distance)
        .Select(candidate => candidate.word)
        .FirstOrDefault();

    /// <summary>Levenshtein's: insertions, deletions and replacements.</summary>
    private static int Distance(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > right.Length)
        {
            return int.MaxValue; // nowhere near, and left may be very long
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
