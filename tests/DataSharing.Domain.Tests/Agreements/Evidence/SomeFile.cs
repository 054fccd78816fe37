using System.IO.Compression;
using System.Text;
using DataSharing.Domain.Agreements.Evidence;

namespace DataSharing.Domain.Tests.Agreements.Evidence;

/// <summary>Files as small as they can be and still be what they are, and some that are not what they say.</summary>
internal static class SomeFile
{
    public const string DocxMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string XlsxMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"u8.ToArray();
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );
    public static readonly byte[] Jpeg =
    [
        0xFF,
        0xD8,
        0xFF,
        0xE0,
        0,
        16,
        (byte)'J',
        (byte)'F',
        (byte)'I',
        (byte)'F',
        0,
        1,
        1,
        0,
        0,
        1,
        0,
        1,
        0,
        0,
        0xFF,
        0xD9,
    ];
    public static readonly byte[] Text = "Größe, naïve, 資料\r\n1,2,3\r\n"u8.ToArray();
    public static readonly byte[] Docx = OpenXml(DocxMain, ("word/document.xml", "<document/>"));
    public static readonly byte[] Xlsx = OpenXml(XlsxMain, ("xl/workbook.xml", "<workbook/>"));
    public static readonly byte[] Odt = Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office/>"));

    public static readonly byte[] Eml =
        "Received: from a\r\n by b\r\nFrom: Amira <amira@example.org>\r\nSubject: Yes\r\n\r\nYes.\r\n"u8.ToArray();
    public static readonly byte[] Msg =
    [
        .. new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0 },
        .. Encoding.Unicode.GetBytes("__properties_version1.0"),
    ];
    public static readonly byte[] Heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0];

    /// <summary>A file of that type that is taken.</summary>
    public static byte[] Of(FileType type) =>
        type switch
        {
            FileType.Pdf => Pdf,
            FileType.Docx => Docx,
            FileType.Xlsx => Xlsx,
            FileType.Odt => Odt,
            FileType.Png => Png,
            FileType.Jpeg => Jpeg,
            FileType.Eml => Eml,
            FileType.Msg => Msg,
            FileType.Heic => Heic,
            _ => Text,
        };

    public static CheckedFile Checked(string name = "certificate.pdf")
    {
        Assert.True(CheckedFile.TryCheck(name, null, Pdf, out var file, out var objection), objection);
        return file;
    }

    public static byte[] OpenXml(string mainType, params (string Name, string Text)[] parts) =>
        Zip([
            (
                "[Content_Types].xml",
                $"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main" ContentType="{mainType}"/></Types>"""
            ),
            .. parts,
        ]);

    public static byte[] Zip(params (string Name, string Text)[] entries) =>
        Zip([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Text)))]);

    public static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Says of one part that it unpacks to so many bytes (APPNOTE 4.3.7 and 4.3.12).</summary>
    public static byte[] Saying(byte[] zip, string part, uint size)
    {
        var lying = zip.ToArray();
        var name = Encoding.UTF8.GetBytes(part);
        for (var i = 46; i + name.Length < lying.Length; i++)
        {
            if (!lying.AsSpan(i, name.Length).SequenceEqual(name))
            {
                continue;
            }

            var at = lying.AsSpan(i - 30, 4).SequenceEqual("PK\u0003\u0004"u8) ? i - 30 + 22 : i - 46 + 24;
            BitConverter.TryWriteBytes(lying.AsSpan(at, 4), size);
        }

        return lying;
    }
}
