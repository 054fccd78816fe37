using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Agreements.Rechecks;

public class LiveFindingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Owner = Given.Somebody(Given.Charity, Role.IgLead);

    [Fact]
    public void Say_ByItsOwner_IsKeptAndTold()
    {
        var (agreement, finding) = CharityMustAnswer();

        finding.Say(agreement, "We delete after two years from now on.", Owner, Now);

        Assert.Equal(
            ("We delete after two years from now on.", Owner.Person, Now),
            (finding.Answer, finding.AnsweredBy, finding.AnsweredAt)
        );
        Assert.True(finding.IsOpen); // until a check no longer finds it
        Assert.Equal(
            new LiveFindingAnswered(
                agreement.Id,
                1,
                agreement.Newest.ContentHash,
                "DSA-091",
                "/retention/R2/period",
                "We delete after two years from now on.",
                Owner.As(Role.IgLead),
                Now
            ),
            agreement.Events[^1]
        );
    }

    [Fact]
    public void Say_Again_ReplacesTheAnswer()
    {
        var (agreement, finding) = CharityMustAnswer();
        finding.Say(agreement, "We look into it.", Owner, Now);

        finding.Say(agreement, "Done.", Owner, Now.AddDays(1));

        Assert.Equal(("Done.", Now.AddDays(1)), (finding.Answer, finding.AnsweredAt));
    }

    // Who may answer what is the charity's matter, and who may not.
    public static TheoryData<string, Verdict> People =>
        new()
        {
            { "IG officer of the charity", Verdict.Permitted },
            { "data protection officer of the charity", Verdict.Permitted },
            { "asset owner of the charity", Verdict.Permitted },
            { "signatory of the charity", Verdict.Forbidden },
            { "IG lead of the council", Verdict.Forbidden },
            { "IG lead of a stranger", Verdict.Hidden },
        };

    private static Dictionary<string, Actor> Actors { get; } =
        new()
        {
            ["IG officer of the charity"] = Given.Somebody(Given.Charity, Role.IgOfficer),
            ["data protection officer of the charity"] = Given.Somebody(Given.Charity, Role.DataProtectionOfficer),
            ["asset owner of the charity"] = Given.Somebody(Given.Charity, Role.InformationAssetOwner),
            ["signatory of the charity"] = Given.Somebody(Given.Charity, Role.AuthorisedSignatory),
            ["IG lead of the council"] = Given.Somebody(Given.Council, Role.IgLead),
            ["IG lead of a stranger"] = Given.Somebody(Given.Stranger, Role.IgLead),
        };

    [Theory]
    [MemberData(nameof(People))]
    public void Say_IsForTheOwnerAlone(string person, Verdict verdict)
    {
        var (agreement, finding) = CharityMustAnswer();

        Assert.Equal(verdict, finding.Consider(agreement, Actors[person]));
        if (verdict is Verdict.Permitted)
        {
            finding.Say(agreement, "Done.", Actors[person], Now);
        }
        else
        {
            Assert.Throws<DomainRuleException>(() => finding.Say(agreement, "Done.", Actors[person], Now));
            Assert.Null(finding.Answer);
        }
    }

    [Fact]
    public void Say_OfWhatIsCleared_ComesTooLate()
    {
        var (agreement, finding) = CharityMustAnswer();
        finding.Clear(Now);

        Assert.Equal((false, Now), (finding.IsOpen, finding.ClearedAt));
        Assert.Equal(Verdict.NotNow, finding.Consider(agreement, Owner));
        Assert.Throws<DomainRuleException>(() => finding.Say(agreement, "Done.", Owner, Now));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(LiveFinding.AnswerMaxLength, true)]
    [InlineData(LiveFinding.AnswerMaxLength + 1, false)]
    public void Say_TakesAnAnswerOfSomeLength(int length, bool taken)
    {
        var (agreement, finding) = CharityMustAnswer();
        var answer = new string('x', length);

        if (taken)
        {
            finding.Say(agreement, answer, Owner, Now);
        }
        else
        {
            Assert.Throws<DomainRuleException>(() => finding.Say(agreement, answer, Owner, Now));
        }

        Assert.Equal(taken ? answer : null, finding.Answer);
    }

    [Fact]
    public void Say_WhileTheNextVersionIsWritten_IsAboutTheOneInForce()
    {
        var (agreement, finding) = CharityMustAnswer();
        agreement.StartAmendment(Given.Somebody(agreement.DraftingOrganisation, Role.IgOfficer), Now);

        Assert.Equal(Verdict.Permitted, finding.Consider(agreement, Owner));
        finding.Say(agreement, "We amend it.", Owner, Now);

        Assert.Equal(1, Assert.IsType<LiveFindingAnswered>(agreement.Events[^1]).Version);
    }

    [Fact]
    public void Say_OfBlanks_IsNoAnswer()
    {
        var (agreement, finding) = CharityMustAnswer();

        Assert.Throws<DomainRuleException>(() => finding.Say(agreement, "  ", Owner, Now));
    }

    private static (Agreement Agreement, LiveFinding Finding) CharityMustAnswer()
    {
        var agreement = RecheckedVersionTests.Sample();
        var found = RecheckedVersionTests
            .Check("2026-11-02", policy: Policy.First with { Number = 2, LongRetentionYears = 2 }, agreement: agreement)
            .Found;
        return (agreement, Assert.Single(found));
    }
}
