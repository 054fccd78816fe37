using DataSharing.Domain.Law;

namespace DataSharing.Domain.Tests.Law;

public class SpecifiedPersonTests
{
    [Theory]
    [InlineData("ONS-GSS:E08000035", "ONS-GSS:E08000035", true)]
    [InlineData("ONS-GSS:E08000035", "ONS-GSS:E080000351", false)]
    [InlineData("ONS-GSS:E08000035", null, false)]
    [InlineData("ONS-GSS:E08*", "ONS-GSS:E08000036", true)]
    [InlineData("ONS-GSS:E08*", "ONS-GSS:E07000036", false)]
    [InlineData("ONS-GSS:E08*", "GB-LAE:E08000036", false)]
    [InlineData("ONS-GSS:E08*", "ons-gss:e08000036", false)]
    [InlineData("POLICE-UK:*", "POLICE-UK:west-yorkshire", true)]
    [InlineData("POLICE-UK:*", "POLICE-UK:", false)] // an identifier that is not filled in
    [InlineData("POLICE-UK:*", "POLICE-UK-OLD:west-yorkshire", false)]
    [InlineData("POLICE-UK:*", null, false)]
    public void Covers_ItsIdentifierOrThoseThatBeginSo(string organisation, string? identifier, bool covers) =>
        Assert.Equal(covers, Specified(organisation).Covers(identifier));

    [Theory]
    [InlineData("ONS-GSS:E08000035", "Leeds")]
    [InlineData("ONS-GSS:E08000036", "Wakefield")]
    [InlineData("ONS-GSS:E10000014", "Hampshire")]
    [InlineData("GB-LAE:BST", "Bristol")]
    [InlineData("ONS-GSS:W06000015", "Cardiff")]
    [InlineData("ONS-GSS:S12000049", "Glasgow")]
    [InlineData("POLICE-UK:avon-and-somerset", "Avon and Somerset Police")]
    [InlineData("GB-EDU:107140", "a school")]
    [InlineData("GOVUK-SLUG:hm-revenue-customs", "HMRC")]
    public void The_bodies_of_Schedule_4_may_help_those_with_multiple_disadvantages(string identifier, string body) =>
        Assert.True(ForMultipleDisadvantages(identifier), body);

    [Theory]
    [InlineData("GB-NHS:RR8", "an NHS trust")]
    [InlineData("GB-NHS:QOP", "an integrated care board")]
    [InlineData("GOVUK-SLUG:driver-and-vehicle-licensing-agency", "DVLA")]
    [InlineData("GB-COH:01234567", "a company")]
    [InlineData("GB-CHC:1234567", "a charity")]
    public void Nobody_else_is_told_by_an_identifier(string identifier, string body) =>
        Assert.False(ForMultipleDisadvantages(identifier), body);

    private static bool ForMultipleDisadvantages(string identifier) =>
        LawBook
            .First.Gateway("GW-DEA35")!
            .SpecifiedPersons.Any(person =>
                person.PurposeCode == "MultipleDisadvantages" && person is { MaySend: true, MayReceive: true } && person.Covers(identifier)
            );

    private static SpecifiedPerson Specified(string organisation) =>
        new()
        {
            Organisation = organisation,
            Name = "A body",
            Side = SpecifiedSide.Both,
        };
}
