namespace DataSharing.Domain.Tests.Rules;

public class ReadingTests
{
    // Which line meets which dataset in which flow; "-" where the dataset is in no flow.
    [Theory]
    [InlineData("7-2", "L1:D1:F1 L2:D1:F1 L3:D2:F2 L4:D2:F2")]
    [InlineData("7-5", "L1:D1:F1 L2:D2:F2 L3:D1:F1 L3:D2:F2 L3:D3:-")]
    [InlineData("7-4", "L1:D1:F1 L1:D1:F2 L1:D1:F3 L1:D1:F4 L1:D1:F5 L2:D1:F1 L2:D1:F4 L2:D1:F5 L3:D1:F2 L3:D1:F5")]
    public void A_line_touches_what_its_party_sends_receives_or_answers_for(string number, string touches) =>
        Assert.Equal(
            touches,
            string.Join(' ', Sample.Of(number).Read().Touches.Select(t => $"{t.Line.Id}:{t.Dataset.Id}:{t.Flow?.Id ?? "-"}"))
        );

    [Fact]
    public void A_line_for_another_purpose_does_not_touch() =>
        Assert.DoesNotContain(Sample.Of("7-2").With("""/flows/F1/purposeIds = ["P2"]""").Read().Touches, t => t.Dataset.Id == "D1");
}
