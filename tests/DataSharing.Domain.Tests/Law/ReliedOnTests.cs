using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Tests.Law;

public class ReliedOnTests
{
    [Theory]
    [InlineData("7-2", "A6-E A6-EA A6-F A9-G A9-H CLDC-EXPL CLDC-OPI GW-LGA111 GW-LOC1 RLI-SAF S1-02 S1-18 TR-NONE")]
    [InlineData("7-6", "A10-OA A10-S1 A6-B A6-E A6-F GW-RTA3 PL-TEST S1-37 TR-NONE")]
    public void A_sample_relies_on_what_it_cites(string number, string codes) =>
        Assert.Equal(codes, string.Join(' ', ReliedOn.By(Read(number))));

    [Theory]
    [MemberData(nameof(Rules.SampleTests.Numbers), MemberType = typeof(Rules.SampleTests))]
    public void All_that_a_sample_relies_on_stands_in_the_book(string number) =>
        Assert.All(ReliedOn.By(Read(number)), code => Assert.NotNull(LawBook.First.Find(code)));

    [Theory]
    [InlineData("""{"legalLines": [{"id": "L1", "art6": "A6-EA", "annex1": "RLI-SAF"}]}""", "A6-EA RLI-SAF")]
    [InlineData("""{"legalLines": [{"id": "L1", "art9": ["A9-G", "A9-H"], "art10": "A10-S1"}]}""", "A10-S1 A9-G A9-H")]
    [InlineData("""{"legalLines": [{"id": "L1", "s1": [{"id": "C1", "code": "S1-36", "underlying": "S1-18"}]}]}""", "S1-18 S1-36")]
    [InlineData("""{"legalLines": [{"id": "L1", "part3": {"code": "P3-TASK", "sch8": ["S8-1", "S8-4"]}}]}""", "P3-TASK S8-1 S8-4")]
    [InlineData("""{"legalLines": [{"id": "L1", "gateways": [{"id": "G1", "code": "GW-LOC1"}, {"id": "G2"}]}]}""", "GW-LOC1")]
    [InlineData("""{"legalLines": [{"id": "L1", "confidentiality": {"code": "CLDC-S251"}}]}""", "CLDC-S251")]
    [InlineData("""{"purposes": [{"id": "P1", "compatibilityRoute": "PL-RAS"}]}""", "PL-RAS")]
    [InlineData(
        """{"flows": [{"id": "F1", "transfers": [{"id": "T1", "mechanism": "TR-ADEQ", "country": "NZ"}]}]}""",
        "TR-ADEQ country:NZ"
    )]
    [InlineData(
        """{"flows": [{"id": "F1", "transfers": [{"id": "T1", "mechanism": "TR-IDTA", "country": "IN"}]}]}""",
        "TR-IDTA country:IN"
    )]
    [InlineData("""{"flows": [{"id": "F1", "transfers": [{"id": "T1", "mechanism": "TR-NONE"}]}]}""", "TR-NONE")]
    [InlineData("""{"legalLines": [{"id": "L1", "art6": "A6-E"}, {"id": "L2", "art6": "A6-E"}]}""", "A6-E")]
    [InlineData("""{"legalLines": [{"id": "L1", "art6": ""}]}""", "")]
    [InlineData("""{"legalLines": [{"id": "L1", "art6": "Unknown", "gateways": [{"id": "G1", "code": "Unknown"}]}]}""", "")]
    [InlineData("{}", "")]
    public void A_provision_is_relied_on_wherever_it_is_cited(string content, string codes) =>
        Assert.Equal(codes, string.Join(' ', ReliedOn.By(AgreementJson.Read(System.Text.Json.Nodes.JsonNode.Parse(content)!))));

    /// <summary>A country whose approval lapses is looked for as it is written.</summary>
    [Fact]
    public void A_country_is_found_as_it_is_written() => Assert.Equal("country:NZ", ReliedOn.Country("NZ"));

    private static AgreementContent Read(string number) => AgreementJson.Read(Rules.Sample.Of(number).Content);
}
