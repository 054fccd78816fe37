using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class AgreementImportTests
{
    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Read_Sample_HasNoError(string name) =>
        Assert.Empty(AgreementImport.Read(Sample.Load(name).File, new PermissiveLawCodes()).Errors);

    [Theory]
    [InlineData("""{"titel":"A"}""", "/content/titel", "Did you mean \"title\"?")]
    [InlineData("""{"parties":[{"id":"KMC","nmae":"Kirklees"}]}""", "/content/parties/0/nmae", "Did you mean \"name\"?")]
    [InlineData("""{"onward":{"x/y~z":1}}""", "/content/onward/x~1y~0z", "Allowed: policy, recipients, conditions.")]
    public void Read_UnknownMember_NamesTheNearest(string content, string path, string said) => AssertError(content, path, said);

    [Theory]
    [InlineData("""{"title":7}""", "/content/title", "Expected text, found the number 7.")]
    [InlineData("""{"title":["A"]}""", "/content/title", "Expected text, found a list.")]
    [InlineData("""{"commercialUse":"yes"}""", "/content/commercialUse", "Expected true or false, found text.")]
    [InlineData("""{"startDate":"9999-12-31"}""", "/content/startDate", "9999-12-31 is too far away. Use a date between 1900 and 2199.")]
    [InlineData("""{"startDate":20261001}""", "/content/startDate", "Expected a date such as \"2026-09-01\", found the number 20261001.")]
    [InlineData("""{"parties":{"id":"KMC"}}""", "/content/parties", "Expected a list, found an object.")]
    [InlineData("""{"parties":["KMC"]}""", "/content/parties/0", "Expected an object, found text.")]
    [InlineData("""{"parties":[null]}""", "/content/parties/0", "Expected an object, found null.")]
    [InlineData("""{"disbenefits":[true]}""", "/content/disbenefits/0", "Expected text, found true.")]
    [InlineData("""{"rights":[]}""", "/content/rights", "Expected an object, found a list.")]
    [InlineData("""{"agreementType":true}""", "/content/agreementType", "Expected one of DSA, ISA, ISP,")]
    [InlineData("[]", "/content", "Expected an object, found a list.")]
    public void Read_WrongType_SaysWhatIsExpected(string content, string path, string said) => AssertError(content, path, said);

    [Fact]
    public void Read_IdentifiersAsPeopleTypeThem_AreKeptAsTheRegistersWriteThem()
    {
        const string content = """
            {"parties":[{"id":"A","orgId":"gb-coh: r0000521","identifiers":[{"id":"I1","scheme":"gb-nic","value":"NIC 100012"},{"id":"I2","scheme":"GB-COH","value":"1234567"},{"id":"I3","scheme":"own","value":"x 1"}]}],"permittedRecipients":[{"id":"R1","orgId":"GB-NHS:r0a"}]}
            """;

        var read = Read(content).File!.Document.Content;

        Assert.Equal(("GB-COH:R0000521", "GB-NHS:R0A"), (read.Parties[0].OrgId, read.PermittedRecipients[0].OrgId));
        Assert.Equal(
            [("GB-NIC", "100012"), ("GB-COH", "1234567"), ("own", "x 1")],
            read.Parties[0].Identifiers.Select(identifier => (identifier.Scheme, identifier.Value))
        );
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    [InlineData("-9007199254740992")]
    [InlineData("99999999999999999999999999")]
    public void Read_NoWholeNumberWithinTheLimits_IsRefused(string number) =>
        AssertError(
            $$"""{"datasets":[{"id":"D1","estimatedSubjects":{{number}}}]}""",
            "/content/datasets/0/estimatedSubjects",
            "is not a whole number between"
        );

    [Theory]
    [InlineData(
        """{"register":{"decision":"Publich"}}""",
        "/content/register/decision",
        "Did you mean \"Publish\"? Allowed: Publish, Withhold."
    )]
    [InlineData("""{"classification":"Official"}""", "/content/classification", "Did you mean \"OFFICIAL\"?")]
    [InlineData("""{"classification":"OfficialSensitive"}""", "/content/classification", "OFFICIAL-SENSITIVE")]
    [InlineData(
        """{"jurisdictions":["England","Cornwall"]}""",
        "/content/jurisdictions/1",
        "Allowed: England, Wales, Scotland, NI, GB, UK."
    )]
    public void Read_UnknownAnswer_NamesTheAllowedOnes(string content, string path, string said) => AssertError(content, path, said);

    [Theory]
    [InlineData(
        """{"legalLines":[{"id":"L1","gateways":[{"id":"G1","code":"GW-DEA36X"}]}]}""",
        "/content/legalLines/0/gateways/0/code",
        "Did you mean \"GW-DEA35\"? Allowed: GW-DEA35, GW-DEA64, GW-LOC1."
    )]
    [InlineData("""{"legalLines":[{"id":"L1","art6":"A6-G"}]}""", "/content/legalLines/0/art6", "(art6)")]
    [InlineData("""{"legalLines":[{"id":"L1","art9":["A9-A","A9-Z"]}]}""", "/content/legalLines/0/art9/1", "(art9)")]
    [InlineData("""{"legalLines":[{"id":"L1","part3":{"sch8":["S8-99"]}}]}""", "/content/legalLines/0/part3/sch8/0", "(sch8)")]
    [InlineData(
        """{"parties":[{"id":"KMC","apd":[{"id":"PD1","coversSch1":["S1-99"]}]}]}""",
        "/content/parties/0/apd/0/coversSch1/0",
        "(apd)"
    )]
    public void Read_CodeThatTheLawBookDoesNotKnow_IsRefused(string content, string path, string said) =>
        AssertError(content, path, said, new PermissiveLawCodes("GW-DEA36X", "A6-G", "A9-Z", "S8-99", "S1-99"));

    [Fact]
    public void Read_UnknownAsCode_IsAllowedForArt6AndGatewayOnly()
    {
        var result = Read(
            """{"legalLines":[{"id":"L1","art6":"Unknown","gateways":[{"id":"G1","code":"Unknown"}],"art10":"Unknown"}]}""",
            new PermissiveLawCodes("Unknown")
        );

        Assert.Equal(["/content/legalLines/0/art10"], result.Errors.Select(e => e.Path));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("1 October 2026")]
    [InlineData("2026-10-01T00:00:00Z")]
    public void Read_NoDate_IsRefused(string text) =>
        AssertError(
            $$"""{"startDate":"{{text}}"}""",
            "/content/startDate",
            $"\"{text}\" is no date. Use year, month and day, for example 2026-09-01."
        );

    [Theory]
    [InlineData("""{"retention":[{"id":"R1","period":"8 years"}]}""", "/content/retention/0/period", "or Indefinite.")]
    [InlineData("""{"termination":{"noticePeriod":"Indefinite"}}""", "/content/termination/noticePeriod", "is no duration. Use ISO 8601")]
    [InlineData(
        """{"flows":[{"id":"F1","processingLocations":["UK","gb"]}]}""",
        "/content/flows/0/processingLocations/1",
        "is no country code"
    )]
    public void Read_TextOfTheWrongForm_SaysWhichForm(string content, string path, string said) => AssertError(content, path, said);

    [Fact]
    public void Read_Indefinite_IsARetentionPeriod() => Assert.Empty(Read("""{"retention":[{"id":"R1","period":"Indefinite"}]}""").Errors);

    [Fact]
    public void Read_LongTitle_SaysHowLongItMayBe()
    {
        AssertError($$"""{"title":"{{new string('x', 121)}}"}""", "/content/title", "This has 121 characters. At most 120 are allowed.");
        Assert.Empty(Read($$"""{"title":"{{new string('x', 120)}}"}""").Errors);
    }

    [Theory]
    [InlineData(
        """{"flows":[{"id":"F1","to":"OTH"}],"parties":[{"id":"KMC"}]}""",
        "/content/flows/0/to",
        "There is no party or recipient \"OTH\" in this agreement. There are: KMC."
    )]
    [InlineData(
        """{"flows":[{"id":"F1","datasetId":"D9"}],"datasets":[{"id":"D1"}]}""",
        "/content/flows/0/datasetId",
        "There is no dataset \"D9\" in this agreement. Did you mean \"D1\"? There are: D1."
    )]
    [InlineData(
        """{"flows":[{"id":"F1","purposeIds":["P1"]}]}""",
        "/content/flows/0/purposeIds/0",
        "There is no purpose \"P1\" in this agreement, and no other."
    )]
    [InlineData(
        """{"flows":[{"id":"F1","datasetId":"D2","fieldsSubset":["name"]}],"datasets":[{"id":"D1","fields":[{"id":"name"}]},{"id":"D2","fields":[{"id":"age"}]}]}""",
        "/content/flows/0/fieldsSubset/0",
        "There are: age."
    )]
    [InlineData("""{"datasets":[{"id":"D1","keyHolder":"TTP"}]}""", "/content/datasets/0/keyHolder", "There is no party \"TTP\"")]
    [InlineData(
        """{"legalLines":[{"id":"L1","party":"D1"}],"datasets":[{"id":"D1"}]}""",
        "/content/legalLines/0/party",
        "There is no party \"D1\""
    )]
    [InlineData(
        """{"retention":[{"id":"R1","party":"kmc"}],"parties":[{"id":"KMC"}]}""",
        "/content/retention/0/party",
        "Did you mean \"KMC\"?"
    )]
    [InlineData("""{"rights":{"access":{"by":"Party","party":"KMC"}}}""", "/content/rights/access/party", "There is no party \"KMC\"")]
    [InlineData("""{"adm":{"decisionMaker":["INS"]}}""", "/content/adm/decisionMaker/0", "There is no party \"INS\"")]
    [InlineData("""{"dpia":[{"id":"DPIA1","controllers":["INS"]}]}""", "/content/dpia/0/controllers/0", "There is no party \"INS\"")]
    [InlineData("""{"parties":[{"id":"SUP","processorFor":["ICB"]}]}""", "/content/parties/0/processorFor/0", "There is no party \"ICB\"")]
    [InlineData(
        """{"flows":[{"id":"F1","to":"XR1"}],"prohibitedRecipients":[{"id":"XR1"}]}""",
        "/content/flows/0/to",
        "There is no party or recipient \"XR1\""
    )]
    public void Read_BrokenReference_SaysWhatThereIs(string content, string path, string said) => AssertError(content, path, said);

    [Fact]
    public void Read_FlowToPermittedRecipientClass_IsAllowed() =>
        Assert.Empty(Read("""{"flows":[{"id":"F1","to":"PR1"}],"permittedRecipients":[{"id":"PR1","name":"General practices"}]}""").Errors);

    [Fact]
    public void Read_ReferenceWithSpaces_IsMet() =>
        Assert.Empty(
            Read(
                """{"flows":[{"id":"F1","datasetId":" D1 ","fieldsSubset":["name"]}],"datasets":[{"id":"D1","fields":[{"id":"name"}]}]}"""
            ).Errors
        );

    [Theory]
    [InlineData(
        """{"parties":[{"id":"KMC"},{"id":"CHY"},{"id":"KMC"}]}""",
        "/content/parties/2/id",
        "The id \"KMC\" is used twice in this list."
    )]
    [InlineData(
        """{"datasets":[{"id":"D1","fields":[{"id":"name"},{"id":"name"}]}]}""",
        "/content/datasets/0/fields/1/id",
        "The id \"name\" is used twice in this list."
    )]
    [InlineData(
        """{"parties":[{"id":"KMC"}],"permittedRecipients":[{"id":"KMC"}]}""",
        "/content/permittedRecipients/0/id",
        "is used by another party or recipient"
    )]
    [InlineData("""{"parties":[{"name":"Kirklees"}]}""", "/content/parties/0", "has no \"id\"")]
    [InlineData("""{"parties":[{"id":" "}]}""", "/content/parties/0/id", "The id is blank.")]
    [InlineData("""{"parties":[{"id":"a/b"}]}""", "/content/parties/0/id", "An id is a letter followed by")]
    [InlineData("""{"parties":[{"id":"1st"}]}""", "/content/parties/0/id", "An id is a letter followed by")]
    public void Read_BadId_IsRefused(string content, string path, string said) => AssertError(content, path, said);

    [Fact]
    public void Read_SameFieldInTwoDatasets_IsAllowed() =>
        Assert.Empty(Read("""{"datasets":[{"id":"D1","fields":[{"id":"name"}]},{"id":"D2","fields":[{"id":"name"}]}]}""").Errors);

    [Fact]
    public void Read_MemberTwice_IsRefused() =>
        AssertError(
            """{"title":"A","ip":"B","title":"C"}""",
            "/content/title",
            "The member \"title\" occurs twice in the same object. Keep one."
        );

    [Theory]
    [InlineData("\\u0007")]
    [InlineData("\\ud800")]
    public void Read_BrokenCharacter_IsRefused(string escape) =>
        AssertError($$"""{"title":"A{{escape}}"}""", "/content/title", "This text holds");

    [Fact]
    public void Read_BytesThatAreNotUtf8_AreRefused()
    {
        byte[] file = [.. "{\"schema\":\"agreement v1\",\"content\":{\"title\":\""u8, 0xff, .. "\"}}"u8];

        Assert.Equal("/content/title", Assert.Single(AgreementImport.Read(file, new PermissiveLawCodes()).Errors).Path);
    }

    [Fact]
    public void Read_NullAndBlank_CountAsUnanswered()
    {
        var result = Read(
            """{"title":" ","startDate":null,"parties":null,"rights":null,"disbenefits":["", "One"],"emergency":{"reason":""}}"""
        );

        Assert.Equal(new AgreementContent { Disbenefits = ["One"] }, result.File!.Document.Content);
    }

    [Fact]
    public void Read_ManyMistakes_ReportsThemAllAtOnce()
    {
        var node = Sample.Load("7-6").ToNode();
        var content = node["content"]!;
        content["flows"]![0]!["to"] = "HUBB";
        content["flows"]![2]!["lookup"]!["callLog"] = "yes";
        content["startDate"] = "tomorrow";
        content["datasets"]![0]!["fields"]![3]!["type"] = "Datum";
        content["parties"]![1]!["colour"] = "blue";
        node["comment"] = "none";

        var result = AgreementImport.Read(Encoding.UTF8.GetBytes(node.ToJsonString()), new PermissiveLawCodes());

        Assert.Null(result.File);
        Assert.False(result.Succeeded);
        Assert.Equal(
            [
                "/comment",
                "/content/datasets/0/fields/3/type",
                "/content/flows/0/to",
                "/content/flows/2/lookup/callLog",
                "/content/parties/1/colour",
                "/content/startDate",
            ],
            result.Errors.Select(e => e.Path).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"content":{}}""", "", "\"schema\": \"agreement v1\"")]
    [InlineData("""{"schema":"agreement v2","content":{}}""", "/schema", "\"schema\": \"agreement v1\"")]
    [InlineData("""{"schema":1,"content":{}}""", "/schema", "Expected text")]
    [InlineData("""{"schema":"agreement v1"}""", "", "The member \"content\" is missing.")]
    [InlineData("""{"schema":"agreement v1","content":{},"contents":{}}""", "/contents", "Did you mean \"content\"?")]
    [InlineData("[1]", "", "Expected an object with the members schema, reference, version, content, found a list.")]
    [InlineData("null", "", "found null")]
    public void Read_WrongEnvelope_IsRefused(string file, string path, string said)
    {
        var error = Assert.Single(AgreementImport.Read(Encoding.UTF8.GetBytes(file), new PermissiveLawCodes()).Errors);

        Assert.Equal(path, error.Path);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"schema\": agreement\n}", 2, 13)]
    [InlineData("{\n  \"schema\": \"agreement v1\",\n  \"content\": {}\n", 4, 1)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("// a comment\n{}", 1, 1)]
    [InlineData("{\"a\":1,}", 1, 8)]
    public void Read_NoJson_SaysWhere(string file, int line, int column)
    {
        var error = Assert.Single(AgreementImport.Read(Encoding.UTF8.GetBytes(file), new PermissiveLawCodes()).Errors);

        Assert.Equal("", error.Path);
        Assert.Equal($"This is not JSON: there is a mistake at line {line}, column {column}.", error.Message);
    }

    [Fact]
    public void Read_ByteOrderMark_DoesNotMatter() =>
        Assert.Empty(
            AgreementImport.Read([.. "\uFEFF"u8, .. """{"schema":"agreement v1","content":{}}"""u8], new PermissiveLawCodes()).Errors
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_Utf16_IsTaken(bool bigEndian)
    {
        var utf16 = new UnicodeEncoding(bigEndian, byteOrderMark: true);

        var read = AgreementImport.Read(
            [.. utf16.Preamble, .. utf16.GetBytes("""{"schema":"agreement v1","content":{"title":"Größe"}}""")],
            new PermissiveLawCodes()
        );

        Assert.Equal("Größe", read.File!.Document.Content.Title);
    }

    public static TheoryData<byte[], string> OtherFiles =>
        new()
        {
            { [.. "PK\u0003\u0004"u8, .. "word/document.xml"u8], "a Word document" },
            { [.. "PK\u0003\u0004"u8, .. "xl/workbook.xml"u8], "an Excel workbook" },
            { "%PDF-1.7\n%\0"u8.ToArray(), "a PDF document" },
            { "<html></html>"u8.ToArray(), "a web page or XML" },
            { "Name;Type\r\nA;B"u8.ToArray(), "a table (CSV)" },
            { Encoding.Latin1.GetBytes("Größe;Type\r\nA;B"), "a table (CSV) in Windows-1252" },
            { Encoding.Latin1.GetBytes("Größe"), "a text in Windows-1252" },
            { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "an Office document of an old kind, or one with a password" },
        };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void Read_AnotherKindOfFile_SaysWhatItIsAndWhatToDo(byte[] file, string kind)
    {
        var error = Assert.Single(AgreementImport.Read(file, new PermissiveLawCodes()).Errors);

        Assert.Equal(
            $"This is {kind}, no agreement file. Choose the agreement as JSON, as the portal gives it out; "
                + "its name ends in .agreement.json.",
            error.Message
        );
    }

    [Theory]
    [InlineData("utf-16", "This is UTF-16 without its mark. Save it as UTF-8.")]
    [InlineData("utf-16BE", "This is UTF-16 without its mark. Save it as UTF-8.")]
    [InlineData("utf-8", "This is not JSON")] // a letter is no table
    public void Read_TextOfAnotherKind_SaysSo(string encoding, string error)
    {
        var text = encoding == "utf-8" ? "Dear Ms Boateng, please find the agreement.\nYours sincerely" : "{\"schema\": 1}";

        Assert.StartsWith(
            error,
            AgreementImport.Read(Encoding.GetEncoding(encoding).GetBytes(text), new PermissiveLawCodes()).Errors[0].Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_WhatCouldNotBeRead_IsRefused() =>
        Assert.Contains(
            "in place of a character that could not be read",
            Assert
                .Single(AgreementImport.Read("""{"schema":"agreement v1","content":{"title":"caf�"}}"""u8, new PermissiveLawCodes()).Errors)
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_MoreThanOneMegabyte_NamesTheLimit()
    {
        var file = """{"schema":"agreement v1","content":{}}"""u8.ToArray();
        byte[] largest = [.. file, .. Enumerable.Repeat((byte)' ', AgreementImport.MaxBytes - file.Length)];

        Assert.Empty(AgreementImport.Read(largest, new PermissiveLawCodes()).Errors);
        Assert.Contains(
            "1 MB",
            Assert.Single(AgreementImport.Read([.. largest, (byte)' '], new PermissiveLawCodes()).Errors).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_MoreThan32Levels_NamesTheLimit()
    {
        static byte[] Nested(int levels) =>
            Encoding.UTF8.GetBytes($"{string.Concat(Enumerable.Repeat("[", levels))}{string.Concat(Enumerable.Repeat("]", levels))}");

        Assert.DoesNotContain(
            "levels",
            Assert.Single(AgreementImport.Read(Nested(32), new PermissiveLawCodes()).Errors).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "32 levels",
            Assert.Single(AgreementImport.Read(Nested(33), new PermissiveLawCodes()).Errors).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "32 levels",
            Assert.Single(AgreementImport.Read(Nested(100_000), new PermissiveLawCodes()).Errors).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Read_MoreThanTenThousandItems_NamesTheLimit()
    {
        static ImportResult Items(int first, int second) =>
            Read(
                $$"""{"disbenefits":[{{string.Join(',', Enumerable.Repeat("\"x\"", first))}}],"jurisdictions":[{{string.Join(',', Enumerable.Repeat("\"England\"", second))}}]}"""
            );

        Assert.Empty(Items(6_000, 4_000).Errors);
        Assert.Contains("10,000", Assert.Single(Items(6_000, 4_001).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MistakesWithoutEnd_StopsAtAThousand()
    {
        var result = Read($$"""{{{string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"unknown{i}\":1"))}}}""");

        Assert.Equal(AgreementImport.MaxErrors + 1, result.Errors.Count);
        Assert.Contains("more than 1,000", result.Errors[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_EndlessStream_StopsAtTheLimit()
    {
        await using var stream = new EndlessStream();

        var result = await AgreementImport.ReadAsync(stream, new PermissiveLawCodes(), TestContext.Current.CancellationToken);

        Assert.Contains("1 MB", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(AgreementImport.MaxBytes + 1, stream.Given);
    }

    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public async Task ReadAsync_Sample_IsTheSameAsFromMemory(string name)
    {
        var sample = Sample.Load(name);
        using var stream = new MemoryStream(sample.File);

        var result = await AgreementImport.ReadAsync(stream, new PermissiveLawCodes(), TestContext.Current.CancellationToken);

        Assert.Equal(sample.Agreement.Document.Hash, result.File!.Document.Hash);
    }

    [Fact]
    public void Read_EveryPathOfEverySample_PointsIntoTheFile()
    {
        foreach (var (path, _) in ContentShape.Paths().Where(p => !p.Path.Contains('*', StringComparison.Ordinal)))
        {
            var content = JsonNode.Parse("{}")!.AsObject();
            var node = content;
            var steps = ContentPointer.Steps(path);
            foreach (var step in steps.SkipLast(1))
            {
                var inner = new JsonObject();
                node[step] = inner;
                node = inner;
            }

            node[steps[^1]] = 0.5;

            Assert.Equal($"/content{path}", Assert.Single(Read(content.ToJsonString()).Errors).Path);
        }
    }

    private static ImportResult Read(string content, ILawCodes? lawCodes = null) =>
        AgreementImport.Read(
            Encoding.UTF8.GetBytes($$"""{"schema":"agreement v1","content":{{content}}}"""),
            lawCodes ?? new PermissiveLawCodes()
        );

    private static void AssertError(string content, string path, string said, ILawCodes? lawCodes = null)
    {
        var result = Read(content, lawCodes);

        Assert.Null(result.File);
        var error = Assert.Single(result.Errors);
        Assert.Equal(path, error.Path);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
