using System.Text.Json.Nodes;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class AgreementCopyTests
{
    [Fact]
    public void What_is_left_behind_are_places_of_the_content() =>
        Assert.All(AgreementCopy.LeftBehind, path => Assert.NotNull(ContentShape.At(path)));

    [Fact]
    public void Of_LeavesDatesAndEvidenceBehindAndTakesTheRest()
    {
        var original = new AgreementContent
        {
            Title = "Referrals",
            StartDate = new DateOnly(2026, 10, 1),
            Parties =
            [
                new Party
                {
                    Id = "A",
                    Name = "Council",
                    Assurances = [new Assurance { Id = "A1" }],
                },
            ],
            LegalLines =
            [
                new LegalLine
                {
                    Id = "L1",
                    Art6 = "A6-E",
                    LegalAdviceRef = "LEG-1",
                },
            ],
            Dpia = [new Dpia { Id = "DPIA1" }],
        };

        Assert.Equal(
            new AgreementContent
            {
                Title = "Referrals",
                Parties = [new Party { Id = "A", Name = "Council" }],
                LegalLines = [new LegalLine { Id = "L1", Art6 = "A6-E" }],
            },
            AgreementCopy.Of(original).Content
        );
    }
}
