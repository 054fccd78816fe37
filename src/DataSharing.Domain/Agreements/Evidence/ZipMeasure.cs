using System.Buffers.Binary;
using System.IO.Compression;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>
/// What really comes out of a ZIP archive. The reader of the base library stops where the archive says that a part ends, so it
/// would never see a part that unpacks to more; other readers would. Numbers are those of APPNOTE.TXT 6.3.
/// </summary>
internal static class ZipMeasure
{
    private const int EndRecordSize = 22;
    private const int LongestComment = ushort.MaxValue;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    /// <summary>The bytes of all parts together; it stops counting soon after the limit.</summary>
    /// <exception cref="InvalidDataException">The archive lies about a part, or no office program has written it.</exception>
    /// <exception cref="ArgumentException">The archive points outside itself.</exception>
    public static long Unpacked(ReadOnlyMemory<byte> archive, long limit)
    {
        var end = archive.Span[EndRecord(archive.Span)..];
        var at = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        var total = 0L;
        for (var left = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]); left > 0 && total <= limit; left--)
        {
            var header = archive.Span[at..];
            var method = BinaryPrimitives.ReadUInt16LittleEndian(header[10..]);
            var packed = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(header[20..]));
            var said = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
            var local = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(header[42..]));

            var size = Unpacked(archive.Slice(DataOf(archive.Span, local), packed), method, limit - total);
            total += size;
            if (size != said && total <= limit)
            {
                throw new InvalidDataException("A part unpacks to another size than the archive says.");
            }

            at +=
                46
                + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        return total;
    }

    private static int EndRecord(ReadOnlySpan<byte> archive)
    {
        var from = Math.Max(0, archive.Length - EndRecordSize - LongestComment);
        var place = archive[from..].LastIndexOf("PK\u0005\u0006"u8);
        return place >= 0 ? from + place : throw new InvalidDataException("The archive has no end.");
    }

    private static int DataOf(ReadOnlySpan<byte> archive, int local) =>
        local
        + 30
        + BinaryPrimitives.ReadUInt16LittleEndian(archive[(local + 26)..])
        + BinaryPrimitives.ReadUInt16LittleEndian(archive[(local + 28)..]);

    private static long Unpacked(ReadOnlyMemory<byte> part, ushort method, long limit)
    {
        if (method is Stored)
        {
            return part.Length;
        }

        if (method is not Deflated)
        {
            throw new InvalidDataException("A part is packed in a way that office programs do not use.");
        }

        using var packed = new MemoryStream(part.ToArray(), writable: false);
        using var stream = new DeflateStream(packed, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var size = 0L;
        for (int read; size <= limit && (read = stream.Read(buffer)) > 0; )
        {
            size += read;
        }

        return size;
    }
}
