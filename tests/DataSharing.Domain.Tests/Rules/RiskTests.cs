using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Rules;

public class RiskTests
{
    [Theory]
    [InlineData("7-2", "", RiskTier.Medium)]
    [InlineData("7-2", "/datasets/D1/estimatedSubjects = 9999", RiskTier.Medium)]
    [InlineData("7-2", "/datasets/D1/estimatedSubjects = 10000", RiskTier.High)]
    [InlineData("7-2", "/datasets/D1/largeScale = true", RiskTier.High)]
    [InlineData("7-2", """/dpia/DPIA1/residualRisk = "High" """, RiskTier.High)]
    [InlineData("7-2", """/dpia/- = {"id": "DPIA2", "residualRisk": "High"}""", RiskTier.High)]
    [InlineData("7-2", """/dpia/DPIA1/residualRisk = "Medium" """, RiskTier.Medium)]
    [InlineData("7-2", """/flows/F2/mode = "Bulk" """, RiskTier.High)] // health records in bulk
    [InlineData("7-2", """/flows/F2/mode = "Bulk"; /datasets/D2/isCPI = false""", RiskTier.Medium)]
    [InlineData(
        "7-2",
        """/flows/F2/mode = "Bulk"; /datasets/D2/isCPI = false; /datasets/D2/subjectClasses/C1/under18 = true""",
        RiskTier.High
    )]
    [InlineData("7-2", """/flows/F2/mode = "Bulk"; /datasets/D2/isCPI = false; /datasets/D2/statutoryBar = "HMRC" """, RiskTier.High)]
    [InlineData(
        "7-2",
        """/flows/F2/mode = "Bulk"; /datasets/D2/isCPI = false; /datasets/D2/statutoryBar = "Statistics" """,
        RiskTier.Medium
    )]
    [InlineData("7-2", "/datasets/D2/collectedForLE = true", RiskTier.High)]
    [InlineData("7-2", "/datasets/D2/collectedForLE = true; /purposes/P2/isLawEnforcement = true", RiskTier.Medium)]
    [InlineData("7-2", "/adm/solelyAutomated = true", RiskTier.Medium)]
    [InlineData("7-2", "/adm/solelyAutomated = true; /adm/significant = true", RiskTier.High)]
    [InlineData("7-2", """/flows/F1/transfers/T1/mechanism = "TR-ADEQ" """, RiskTier.Medium)]
    [InlineData("7-2", """/flows/F1/transfers/T1/mechanism = "TR-IDTA" """, RiskTier.High)]
    [InlineData(
        "7-2",
        """/datasets/D1/identifiability = "Aggregate"; /datasets/D2/deceasedOnly = true; /datasets/D1/largeScale = true""",
        RiskTier.Low
    )]
    public void The_tier_follows_from_what_is_agreed(string number, string changes, RiskTier tier) =>
        Assert.Equal(tier, Changed(number, changes).Read().Risk.Tier);

    /// <summary>HMRC's data is under a bar whether or not the draft says so, from book 2 on.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Tax_records_in_bulk_are_known_by_who_holds_them(int book, bool isHigh)
    {
        var sample = Sample
            .Of("7-2", book)
            .With(
                """/parties/CHY/orgId = "GOVUK-SLUG:hm-revenue-customs" """,
                """/flows/F2/mode = "Bulk" """,
                "/datasets/D2/isCPI = false",
                """/datasets/D2/statutoryBar = "None" """
            );

        Assert.Equal(isHigh, sample.Read().Risk.Reasons.Contains("Benefits, tax or health records are shared in bulk."));
    }

    [Theory]
    [InlineData("", RiskTier.High, RiskTier.High, true)]
    [InlineData("", RiskTier.Medium, RiskTier.Medium, false)]
    [InlineData("", RiskTier.Low, RiskTier.Medium, false)]
    [InlineData("/datasets/D1/largeScale = true", RiskTier.Medium, RiskTier.High, false)]
    public void A_tier_can_be_raised_by_hand_but_not_lowered(string changes, RiskTier byHand, RiskTier tier, bool raised)
    {
        var sample = Changed("7-2", changes);
        sample.Circumstances = sample.Circumstances with { RaisedRisk = byHand };

        var risk = sample.Read().Risk;

        Assert.Equal(tier, risk.Tier);
        Assert.Equal(raised, risk.Reasons.Contains("The risk was raised by hand."));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("/datasets/D1/largeScale = true", true)]
    [InlineData("""/dpia/DPIA1/triggers = ["DenialOfService"]""", true)]
    [InlineData("""/dpia/DPIA1/triggers = ["Tracking"]""", true)] // with special category data, which is computed
    [InlineData("""/dpia/DPIA1/triggers = ["Children", "Vulnerable"]""", false)]
    [InlineData("""/dpia/DPIA1/triggers = ["Children", "LargeScale"]""", true)]
    [InlineData("/adm/algorithmicTool = true; /adm/significant = true", true)]
    [InlineData("/adm/algorithmicTool = true", false)]
    public void An_impact_assessment_is_required_as_the_law_and_the_regulator_say(string changes, bool required)
    {
        var need = Changed("7-2", changes).Read().Dpia;

        Assert.Equal(required, need.IsRequired);
        Assert.All(need.Reasons, reason => Assert.EndsWith(".", reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Tracking_alone_does_not_require_an_assessment()
    {
        var changes =
            """/dpia/DPIA1/triggers = ["Tracking"]; /datasets/D1/fields/supportNeeds/specialCategory =; /datasets/D2/fields/concernDetail/specialCategory =""";

        Assert.False(Changed("7-2", changes).Read().Dpia.IsRequired);
    }

    [Theory]
    [InlineData("The cat sat on the mat.", 6, 3.55)] // 5 + 0.39·6 + 11.8·1 − 15.59
    [InlineData("We agree. You see the table", 6, 7.48)] // two syllables in agree and table; one sentence has an end
    [InlineData("", 0, 0)]
    public void The_reading_age_is_Flesch_and_Kincaids_and_five(string text, int words, double age)
    {
        Assert.Equal(words, ReadingAge.Words(text));
        Assert.Equal(age, ReadingAge.Of(text), 2);
    }

    private static Sample Changed(string number, string changes) =>
        Sample.Of(number).With(changes.Split(';', StringSplitOptions.RemoveEmptyEntries));
}
