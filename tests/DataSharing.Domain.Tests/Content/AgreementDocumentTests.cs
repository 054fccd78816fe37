using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class AgreementDocumentTests
{
    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Of_MembersInOtherOrder_GivesTheSameBytes(string name)
    {
        var sample = Sample.Load(name);
        var turned = Turned(sample.ToNode())!;

        var brought = AgreementImport.Read(Encoding.UTF8.GetBytes(turned.ToJsonString()), new PermissiveLawCodes());

        Assert.NotEqual(sample.ToNode().ToJsonString(), turned.ToJsonString());
        Assert.Equal(Text(sample.Agreement.Document), Text(brought.File!.Document));
        Assert.Equal(sample.Agreement.Document.Hash, brought.File.Document.Hash);
    }

    [Fact]
    public void Of_OtherLineEndsFormsAndSpaces_GivesTheSameBytes()
    {
        var one = AgreementDocument.Of(new AgreementContent { LaySummary = "Élève\nsecond line", Title = "A" });
        var other = AgreementDocument.Of(new AgreementContent { LaySummary = "  E\u0301le\u0300ve\r\nsecond line ", Title = "A\t" });

        Assert.Equal(Text(one), Text(other));
    }

    [Fact]
    public void Of_SetsInOtherOrder_GivesTheSameBytes()
    {
        var one = AgreementDocument.Of(new AgreementContent { Jurisdictions = [Jurisdiction.Wales, Jurisdiction.England] });
        var other = AgreementDocument.Of(
            new AgreementContent { Jurisdictions = [Jurisdiction.England, Jurisdiction.Wales, Jurisdiction.England] }
        );

        Assert.Equal("""{"jurisdictions":["England","Wales"]}""", Text(one));
        Assert.Equal(one.Hash, other.Hash);
    }

    [Fact]
    public void Of_ReferencesThatOnlyNormaliseToTheSame_AreOne()
    {
        var document = AgreementDocument.Of(new AgreementContent { Flows = [new Flow { Id = "F1", PurposeIds = ["P2", " P1", "P1 "] }] });

        Assert.Equal("""{"flows":[{"id":"F1","purposeIds":["P1","P2"]}]}""", Text(document));
    }

    [Fact]
    public void Of_RecordsInOtherOrder_GivesOtherBytes()
    {
        var first = new Benefit { Id = "B1" };
        var second = new Benefit { Id = "B2" };

        Assert.NotEqual(
            AgreementDocument.Of(new AgreementContent { Benefits = [first, second] }).Hash,
            AgreementDocument.Of(new AgreementContent { Benefits = [second, first] }).Hash
        );
    }

    [Fact]
    public void Of_WhateverSaysNothing_LeavesItOut()
    {
        var document = AgreementDocument.Of(
            new AgreementContent
            {
                Title = " \n",
                Disbenefits = ["", " "],
                Onward = new OnwardSharing { Conditions = "" },
                Security = new SecurityMeasures { Incident = new IncidentPlan() },
                CommercialUse = false,
            }
        );

        Assert.Equal("""{"commercialUse":false}""", Text(document));
        Assert.Equal(new AgreementContent { CommercialUse = false }, document.Content);
    }

    [Fact]
    public void Of_NothingAtAll_IsAnEmptyObject() => Assert.Equal("{}", Text(AgreementDocument.Of(new AgreementContent())));

    [Fact]
    public void Of_DateAndNumber_AreWrittenPlainly() =>
        Assert.Equal(
            """{"datasets":[{"estimatedSubjects":9007199254740991,"id":"D1"}],"startDate":"2026-10-01"}""",
            Text(
                AgreementDocument.Of(
                    new AgreementContent
                    {
                        StartDate = new DateOnly(2026, 10, 1),
                        Datasets = [new Dataset { Id = "D1", EstimatedSubjects = AgreementDocument.LargestInteger }],
                    }
                )
            )
        );

    [Theory]
    [InlineData(AgreementDocument.LargestInteger + 1)]
    [InlineData(-AgreementDocument.LargestInteger - 1)]
    public void Of_IntegerBeyondTheLimit_IsRefused(long number) =>
        Assert.Throws<FormatException>(() =>
            AgreementDocument.Of(new AgreementContent { Datasets = [new Dataset { Id = "D1", EstimatedSubjects = number }] })
        );

    [Fact]
    public void Of_ForbiddenCharacter_IsRefusedWithItsPlace()
    {
        var content = Sample.Load("7-2").Agreement.Document.Content;
        var flow = content.Flows[1];

        Assert.All(
            ["bell\u0007", "half\ud800"],
            text =>
            {
                var refused = Assert.Throws<FormatException>(() =>
                    AgreementDocument.Of(content with { Flows = content.Flows.Replace(flow, flow with { Trigger = text }) })
                );

                Assert.StartsWith("/flows/F2/trigger: This text holds", refused.Message, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Sample.All), MemberType = typeof(Sample))]
    public void Read_CanonicalBytes_GivesTheSameDocument(string name)
    {
        var document = Sample.Load(name).Agreement.Document;

        var again = AgreementDocument.Read(document.Bytes.Span);

        Assert.Equal(document.Content, again.Content);
        Assert.Equal(document.Hash, again.Hash);
    }

    [Theory]
    [InlineData("""{ "title":"A"}""")]
    [InlineData("""{"title":"A","startDate":"2026-10-01"}""")]
    [InlineData("""{"title":"A "}""")]
    [InlineData("""{"ip":null}""")]
    public void Read_OtherBytesOfAnAgreement_AreRefused(string json) =>
        Assert.Throws<FormatException>(() => AgreementDocument.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"titel":"A"}""")]
    [InlineData("""{"title":"A","title":"B"}""")]
    [InlineData("""{"commercialUse":"yes"}""")]
    [InlineData("""{"agreementType":"Pact"}""")]
    [InlineData("""{"agreementType":1}""")]
    [InlineData("""{"parties":[{"name":"No id"}]}""")]
    public void Read_NoAgreement_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => AgreementDocument.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void HashOf_AnotherPartChanged_IsTheSame()
    {
        var content = Sample.Load("7-2").Agreement.Document.Content;
        var before = AgreementDocument.Of(content);
        var flow = content.Flows[0];
        var after = AgreementDocument.Of(content with { Flows = content.Flows.Replace(flow, flow with { DisclosureLog = false }) });

        Assert.Equal(before.HashOf("/purposes", "/flows/F2"), after.HashOf("/purposes", "/flows/F2"));
        Assert.NotEqual(before.HashOf("/flows/F1"), after.HashOf("/flows/F1"));
        Assert.NotEqual(before.HashOf("/flows"), after.HashOf("/flows"));
        Assert.NotEqual(before.Hash, after.Hash);
    }

    [Fact]
    public void HashOf_NothingThereYet_DiffersFromSomething()
    {
        var empty = AgreementDocument.Of(new AgreementContent());
        var full = AgreementDocument.Of(new AgreementContent { Ip = "Open" });

        Assert.NotEqual(empty.HashOf("/ip"), full.HashOf("/ip"));
        Assert.Equal(empty.HashOf("/charges"), full.HashOf("/charges"));
    }

    [Fact]
    public void ToNode_Changed_LeavesTheDocumentAlone()
    {
        var document = AgreementDocument.Of(new AgreementContent { Title = "A" });

        document.ToNode()["title"] = "B";

        Assert.Equal("A", (string?)document.ToNode()["title"]);
    }

    private static string Text(AgreementDocument document) => Encoding.UTF8.GetString(document.Bytes.Span);

    /// <summary>The same with the members of every object the other way round.</summary>
    private static JsonNode? Turned(JsonNode? node) =>
        node switch
        {
            JsonObject @object => new JsonObject(@object.Reverse().Select(m => KeyValuePair.Create(m.Key, Turned(m.Value)))),
            JsonArray array => new JsonArray([.. array.Select(Turned)]),
            _ => node?.DeepClone(),
        };
}
