namespace DataSharing.Domain.Kernel;

/// <summary>Finds the word that somebody probably meant.</summary>
public static class Spelling
{
    /// <summary>
    /// The known word with the fewest slips, if they are at most a third of its letters; letter case does not count. Looks at the first
    /// 400.
    /// </summary>
    public static string? Nearest(string given, IEnumerable<string> known) =>
        known
            .Take(400)
            .Select(word => (word, distance: Distance(given.ToUpperInvariant(), word.ToUpperInvariant())))
            .Where(candidate => candidate.distance <= Math.Max(1, candidate.word.Length / 3))
            .OrderBy(candidate => candidate.distance)
            .Select(candidate => candidate.word)
            .FirstOrDefault();

    /// <summary>Letters inserted, left out, replaced, or swapped with their neighbour (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > 2 * right.Length)
        {
            return int.MaxValue; // nowhere near, and it may be very long
        }

        var slips = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                slips[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1,
                        slips[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
                    ),
                };
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[left.Length, right.Length];
    }
}
