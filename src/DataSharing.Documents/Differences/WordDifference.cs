using System.Text.RegularExpressions;

namespace DataSharing.Documents.Differences;

/// <summary>Two texts, each with the words marked that the other does not have: by a longest common subsequence.</summary>
public static partial class WordDifference
{
    /// <summary>
    /// Longer texts, after their common beginning and end, are not compared word by word: the table of words would be too large.
    /// </summary>
    private const int MostCells = 1_000_000;

    public static (IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After) Between(string before, string after)
    {
        var (was, now) = (Split(before), Split(after));
        string[] old = [.. was.Select(word => word.TrimStart())],
            @new = [.. now.Select(word => word.TrimStart())];
        var start = old.Zip(@new).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = Enumerable.Range(1, Math.Min(old.Length, @new.Length) - start).TakeWhile(i => old[^i] == @new[^i]).Count();
        var (oldMiddle, newMiddle) = (old[start..^end], @new[start..^end]);

        var common = (long)oldMiddle.Length * newMiddle.Length <= MostCells ? Common(oldMiddle, newMiddle) : [];
        var kept = start + end + common.Count;
        var longest = Math.Max(old.Length, @new.Length);
        var isOfUse =
            3 * kept >= longest // a few common words scattered about would only confuse
            && (kept < longest || before == after); // only spaces differ
        return (
            Pieces(was, isOfUse ? Kept(old.Length, start, end, common.Select(pair => pair.Old)) : []),
            Pieces(now, isOfUse ? Kept(@new.Length, start, end, common.Select(pair => pair.New)) : [])
        );
    }

    /// <summary>Each word with the space before it.</summary>
    private static string[] Split(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    private static HashSet<int> Kept(int length, int start, int end, IEnumerable<int> middle) =>
        [.. Enumerable.Range(0, start), .. middle.Select(i => start + i), .. Enumerable.Range(length - end, end)];

    /// <summary>The places of the words of a longest common subsequence.</summary>
    private static List<(int Old, int New)> Common(string[] old, string[] @new)
    {
        var longest = new int[old.Length + 1, @new.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                longest[i, j] = old[i] == @new[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < old.Length && j < @new.Length; )
        {
            if (old[i] == @new[j])
            {
                pairs.Add((i++, j++));
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }

    /// <summary>Neighbouring words of one kind together; the space before what is marked is not.</summary>
    private static List<Piece> Pieces(string[] words, HashSet<int> kept)
    {
        var pieces = new List<Piece>();
        for (int from = 0, to; from < words.Length; from = to)
        {
            var isMarked = !kept.Contains(from);
            for (to = from; to < words.Length && kept.Contains(to) != isMarked; to++) { }

            var text = string.Concat(words[from..to]);
            var word = text.TrimStart();
            if (isMarked && pieces is [.., { } last])
            {
                pieces[^1] = last with { Text = last.Text + text[..^word.Length] };
                text = word;
            }

            pieces.Add(new Piece(text, isMarked));
        }

        return pieces;
    }

    [GeneratedRegex(@"\s*\S+")]
    private static partial Regex Word();
}
