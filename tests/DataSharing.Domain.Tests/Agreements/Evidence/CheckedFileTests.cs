using System.Security.Cryptography;
using System.Text;
using DataSharing.Domain.Agreements.Evidence;
using static DataSharing.Domain.Tests.Agreements.Evidence.SomeFile;

namespace DataSharing.Domain.Tests.Agreements.Evidence;

public class CheckedFileTests
{
    // What browsers say of each; an empty one where they do not know.
    private const string Declared = """
        Pdf   pdf   application/pdf
        Docx  docx  application/vnd.openxmlformats-officedocument.wordprocessingml.document
        Xlsx  xlsx  application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
        Odt   odt   application/vnd.oasis.opendocument.text
        Png   png   image/png
        Jpeg  jpg   image/jpeg
        Jpeg  jpeg  image/jpeg
        Txt   txt   text/plain
        Csv   csv   text/csv
        Csv   csv   application/vnd.ms-excel
        Csv   csv   text/plain; charset=utf-8
        Eml   eml   message/rfc822
        Msg   msg   application/vnd.ms-outlook
        Heic  heic  image/heic
        Heic  HEIF
        Pdf   PDF   application/octet-stream
        Pdf   pdf
        """;

    [Fact]
    public void Every_type_is_taken_whose_name_declaration_and_inside_agree()
    {
        foreach (var line in Declared.Split('\n'))
        {
            var cells = line.Split("  ", 2 + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var type = Enum.Parse<FileType>(cells[0]);

            Assert.True(
                CheckedFile.TryCheck($"a.{cells[1]}", cells.ElementAtOrDefault(2), Of(type), out var file, out var objection),
                $"{line}: {objection}"
            );
            Assert.Equal((type, $"a.{cells[1].ToLowerInvariant()}"), (file.Type, file.Name));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Of(type))), file.Hash.Hex);
        }
    }

    [Fact]
    public void No_type_passes_under_the_name_of_another()
    {
        foreach (var name in Enum.GetValues<FileType>())
        {
            foreach (var inside in Enum.GetValues<FileType>().Where(t => t != name && !(IsText(t) && IsText(name))))
            {
                Assert.Contains($"says {name.Name()}, but inside it is", ObjectionTo($"a.{name}", Of(inside)), StringComparison.Ordinal);
            }
        }

        static bool IsText(FileType type) => type is FileType.Txt or FileType.Csv or FileType.Eml;
    }

    [Fact]
    public void A_web_page_named_pdf_is_not_taken() =>
        Assert.Contains(
            "inside it is TXT",
            ObjectionTo("report.pdf", "<html><script>alert(1)</script>%PDF-1.7</html>"u8.ToArray()),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a.pdf", "text/html")]
    [InlineData("a.pdf", "image/png")]
    [InlineData("a.csv", "application/x-msdownload")]
    public void A_declaration_that_contradicts_the_name_is_refused(string name, string declared)
    {
        Assert.False(CheckedFile.TryCheck(name, declared, name == "a.csv" ? Text : Pdf, out _, out var objection));
        Assert.Contains("your browser says it is something else", objection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a.docm")]
    [InlineData("a.xls")]
    [InlineData("a.svg")]
    [InlineData("a.html")]
    [InlineData("a.pdf.exe")]
    [InlineData("pdf")]
    [InlineData("a.")]
    [InlineData(null)]
    public void Other_extensions_are_refused(string? name) =>
        Assert.StartsWith(
            "Choose a PDF, DOCX, XLSX, ODT, PNG, JPEG, TXT, CSV, EML, MSG or HEIC file",
            ObjectionTo(name, Pdf),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_limit_is_five_megabytes_and_not_a_byte_more()
    {
        var largest = new byte[CheckedFile.LargestSize];
        Array.Fill(largest, (byte)'a');

        Assert.Equal(5 * 1024 * 1024, CheckedFile.LargestSize);
        Assert.True(CheckedFile.TryCheck("a.txt", null, largest, out _, out _));
        Assert.Equal("The file must be 5 MB or smaller", ObjectionTo("a.txt", [.. largest, (byte)'a']));
        Assert.Equal("The file is empty", ObjectionTo("a.txt", []));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0, (byte)'b' })]
    [InlineData(new byte[] { (byte)'a', 0x81 })]
    [InlineData(new byte[] { (byte)'a', 0xE9, 1 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0xD8 })]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a' })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, 0 })]
    public void Text_is_in_one_of_three_encodings_without_nul(byte[] bytes) =>
        Assert.Contains("Text must be in UTF-8, UTF-16 or Windows-1252", ObjectionTo("a.txt", bytes), StringComparison.Ordinal);

    public static TheoryData<byte[]> AsExcelSavesIt =>
        new(
            Encoding.Latin1.GetBytes("Name;Größe\r\nA;1\r\n"),
            [.. Encoding.UTF8.Preamble, .. "Name;Größe\r\n"u8],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Name\tGröße\r\n")],
            [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes("Name\tGröße\r\n")]
        );

    [Theory]
    [MemberData(nameof(AsExcelSavesIt))]
    public void A_table_is_taken_as_excel_saves_it(byte[] bytes) =>
        Assert.True(CheckedFile.TryCheck("a.csv", "application/vnd.ms-excel", bytes, out _, out _));

    [Fact]
    public void Blank_lines_before_a_document_are_passed_over() =>
        Assert.True(CheckedFile.TryCheck("a.pdf", null, (byte[])[.. "\r\n\r\n"u8, .. Pdf], out _, out _));

    [Fact]
    public void A_letter_begins_with_its_headers() =>
        Assert.Contains("says EML, but inside it is TXT", ObjectionTo("a.eml", Text), StringComparison.Ordinal);

    [Fact]
    public void Macros_are_refused_wherever_they_hide()
    {
        byte[][] carriers =
        [
            OpenXml(DocxMain, ("word/vbaProject.bin", "x")),
            OpenXml(DocxMain, ("word/VBAPROJECT.BIN", "x")),
            OpenXml(DocxMain, ("word/vbaData.xml", "x")),
            OpenXml("application/vnd.ms-word.document.macroEnabled.main+xml"),
            OpenXml("application/vnd.ms-word.document.macro&#69;nabled.main+xml"),
            Zip(
                (
                    "[Content_Types].xml",
                    $"""<Types><Override ContentType="{DocxMain}"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>"""
                )
            ),
            Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", "x")),
            Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("Scripts/python/x.py", "x")),
        ];

        Assert.All(carriers, file => Assert.Contains("has macros", ObjectionTo("a.docx", file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_zip_bomb_is_refused_whether_it_says_so_or_not()
    {
        var large = new byte[30 * 1024 * 1024];
        var bomb = Zip(
            ("[Content_Types].xml", Encoding.UTF8.GetBytes($"""<Types><Override ContentType="{DocxMain}"/></Types>""")),
            ("word/a.xml", large),
            ("word/b.xml", large)
        );

        Assert.True(bomb.Length < 100_000);
        Assert.Contains("would have more than 50 MB", ObjectionTo("a.docx", bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_bomb_that_says_it_is_small_is_found_out()
    {
        var types = Encoding.UTF8.GetBytes($"""<Types><Override ContentType="{DocxMain}"/></Types>""");
        foreach (var size in new[] { 200_000, 60 * 1024 * 1024 })
        {
            var file = Zip(("[Content_Types].xml", types), ("word/a.xml", new byte[size]));

            Assert.NotNull(ObjectionTo("a.docx", Saying(file, "word/a.xml", (uint)Math.Min(size - 1, 100_000))));
        }
    }

    [Fact]
    public void A_file_cut_short_or_changed_anywhere_is_never_more_than_refused()
    {
        for (var i = 4; i < Docx.Length; i++)
        {
            var changed = Docx.ToArray();
            changed[i] ^= 0xFF;
            CheckedFile.TryCheck("a.docx", null, changed, out _, out _);
            CheckedFile.TryCheck("a.docx", null, Docx.AsMemory(0, i), out _, out _);
        }
    }

    [Fact]
    public void An_archive_of_very_many_parts_is_refused() =>
        Assert.Contains(
            "would have more than 50 MB",
            ObjectionTo("a.docx", OpenXml(DocxMain, [.. Enumerable.Range(0, 2_001).Select(i => ($"word/{i}.xml", ""))])),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_archive_that_readers_see_differently_is_refused()
    {
        byte[][] odd =
        [
            OpenXml(DocxMain, ("word/document.xml", "<a/>"), ("word/DOCUMENT.xml", "<b/>")),
            OpenXml(DocxMain, ("../../evil.xml", "x")),
            OpenXml(DocxMain, ("/etc/evil.xml", "x")),
            OpenXml(DocxMain, ("word\\evil.xml", "x")),
            Docx[..^30],
            Zip(("[Content_Types].xml", """<!DOCTYPE a [<!ENTITY b "c">]><Types/>""")),
            Zip(("[Content_Types].xml", "<Types")),
        ];

        Assert.All(odd, file => Assert.Contains("The file is damaged", ObjectionTo("a.docx", file), StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_before_an_archive_or_a_document_is_not_overlooked()
    {
        Assert.NotNull(ObjectionTo("a.docx", [.. "<html></html>"u8, .. Docx]));
        Assert.NotNull(ObjectionTo("a.pdf", [.. "<html></html>"u8, .. Pdf]));
    }

    [Fact]
    public void An_archive_of_another_kind_is_refused()
    {
        Assert.Contains("an archive that is no DOCX", ObjectionTo("a.docx", Zip(("letter.txt", "x"))), StringComparison.Ordinal);
        Assert.Contains(
            "an archive that is no DOCX",
            ObjectionTo("a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "an archive that is no DOCX",
            ObjectionTo("a.docx", OpenXml("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_with_a_password_is_told_apart() =>
        Assert.Contains(
            "has a password",
            ObjectionTo("a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]),
            StringComparison.Ordinal
        );

    private static string? ObjectionTo(string? name, byte[] bytes)
    {
        Assert.False(CheckedFile.TryCheck(name, null, bytes, out var file, out var objection));
        Assert.Null(file);
        return objection;
    }
}
