using System.IO.Compression;

namespace DataSharing.Documents.Word;

/// <summary>A zip file without a clock: the same entries, in the same order, with one fixed time.</summary>
internal static class StableZip
{
    /// <summary>The first day that a zip file can say.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Rewrite(byte[] zip)
    {
        using var rewritten = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read))
        using (var to = new ZipArchive(rewritten, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The content types come first, as in Word's own files: '[' would sort behind the capitals.
            foreach (
                var entry in from.Entries.OrderBy(entry => entry.FullName[0] != '[').ThenBy(entry => entry.FullName, StringComparer.Ordinal)
            )
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Always;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return rewritten.ToArray();
    }
}
