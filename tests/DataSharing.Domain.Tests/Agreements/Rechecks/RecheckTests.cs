using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Tests.Law;

namespace DataSharing.Domain.Tests.Agreements.Rechecks;

public class RecheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor Administrator = Given.Somebody(Given.Council, Role.SystemAdmin);
    private static readonly Criteria Second = new(LawBook.Read(BookText.Another(2)), Policy.First with { Number = 3 });

    [Fact]
    public void Because_IsRunning_FromItsDayInLondon()
    {
        var round = Recheck.Because(RecheckReason.Night, new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero));

        Assert.True(round.IsRunning);
        Assert.Equal((RecheckReason.Night, new DateOnly(2026, 7, 2)), (round.Reason, round.Day));
        Assert.Null(round.Organisation);
        Assert.Equal(Given.Charity, Recheck.Because(RecheckReason.Evidence, Now, Given.Charity).Organisation);
    }

    [Fact]
    public void Note_OfEachBatch_AddsUp_AndTheRoundGoesOnAfterTheLastVersion()
    {
        var round = Recheck.Because(RecheckReason.LawBook, Now);
        var (first, second) = (new AgreementVersionId(Guid.CreateVersion7()), new AgreementVersionId(Guid.CreateVersion7()));

        round.Begin(3, Second, Act.OfThePortal);
        round.Note(first, 2, 3, 1, 1, Act.OfThePortal, Now);
        round.Note(second, 1, 4, 0, 0, Act.OfThePortal, Now.AddMinutes(1));

        Assert.Equal((3, 3, 7, 1, 1), (round.Total, round.Done, round.Found, round.Cleared, round.Failed));
        Assert.Equal((second, 2, 3, Now.AddMinutes(1)), (round.After, round.LawBookNumber, round.PolicyNumber, round.LastBatchAt));
        Assert.True(round.IsRunning);
    }

    [Fact]
    public void Finish_EndsTheRound_WhereItIs()
    {
        var round = Recheck.Because(RecheckReason.Policy, Now);
        var last = new AgreementVersionId(Guid.CreateVersion7());
        round.Begin(2, Criteria.First, Act.OfThePortal);
        round.Note(last, 2, 0, 0, 0, Act.OfThePortal, Now);

        round.Finish(Act.OfThePortal, Now.AddMinutes(1));

        Assert.False(round.IsRunning);
        Assert.Equal((last, 2, Now.AddMinutes(1), false), (round.After, round.Done, round.FinishedAt, round.IsOvertaken));
    }

    [Fact]
    public void JudgesBy_WhatItBeganWith_AndNothingElse()
    {
        var round = Recheck.Because(RecheckReason.Night, Now);
        round.Begin(2, Second, Act.OfThePortal);

        Assert.True(round.JudgesBy(Second));
        Assert.False(round.JudgesBy(Second with { LawBook = LawBook.First }));
        Assert.False(round.JudgesBy(Second with { Policy = Policy.First }));
    }

    [Fact]
    public void Overtake_EndsTheRound_AndSaysSo()
    {
        var round = Recheck.Because(RecheckReason.Night, Now);
        round.Begin(2, Criteria.First, Act.OfThePortal);

        round.Overtake(Act.OfThePortal, Now.AddMinutes(1));

        Assert.Equal((false, true, Now.AddMinutes(1)), (round.IsRunning, round.IsOvertaken, round.FinishedAt));
        Assert.Throws<DomainRuleException>(() => round.Stop(Administrator, Now));
    }

    [Fact]
    public void Stop_ByAnAdministrator_CanGoOnWhereItWas()
    {
        var round = Recheck.Because(RecheckReason.Asked, Now);
        var last = new AgreementVersionId(Guid.CreateVersion7());
        round.Stop(Administrator, Now);
        Assert.Equal((false, Now, Administrator.Person), (round.IsRunning, round.StoppedAt, round.StoppedBy));

        round.Note(last, 5, 0, 0, 0, Act.OfThePortal, Now.AddMinutes(1)); // the batch that was under way
        Assert.False(round.IsRunning);

        round.GoOn(Administrator, Now);
        Assert.True(round.IsRunning);
        Assert.Equal((last, 5), (round.After, round.Done));
        Assert.Null(round.StoppedBy);
        Assert.Equal(
            [
                new RecheckStarted(round.Id, RecheckReason.Asked, null, Act.OfThePortal, Now),
                new RecheckStopped(round.Id, 0, Administrator.As(Role.SystemAdmin), Now),
                new RecheckResumed(round.Id, 5, Administrator.As(Role.SystemAdmin), Now),
            ],
            round.Events
        );
    }

    [Fact]
    public void Ask_IsForAdministrators_AndTellsWhoAsked()
    {
        Assert.Throws<DomainRuleException>(() => Recheck.Ask(Given.Drafter, Now));

        var round = Recheck.Ask(Administrator, Now);

        Assert.Equal(
            new RecheckStarted(round.Id, RecheckReason.Asked, null, Administrator.As(Role.SystemAdmin), Now),
            Assert.Single(round.Events)
        );
    }

    [Fact]
    public void Stop_or_GoOn_ByAnybodyElse_IsRefused()
    {
        var round = Recheck.Because(RecheckReason.Asked, Now);
        Assert.Throws<DomainRuleException>(() => round.Stop(Given.Drafter, Now));
        round.Stop(Administrator, Now);
        Assert.Throws<DomainRuleException>(() => round.GoOn(Given.Drafter, Now));
    }

    [Fact]
    public void Stop_WhenItDoesNotRun_and_GoOn_WhenItRuns_AreRefused()
    {
        var round = Recheck.Because(RecheckReason.Asked, Now);
        Assert.Throws<DomainRuleException>(() => round.GoOn(Administrator, Now));
        round.Stop(Administrator, Now);
        Assert.Throws<DomainRuleException>(() => round.Stop(Administrator, Now));
        round.Finish(Act.OfThePortal, Now);
        Assert.Throws<DomainRuleException>(() => round.GoOn(Administrator, Now)); // it has finished after all
    }
}
