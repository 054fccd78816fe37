using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Law;

namespace DataSharing.Web.Tests.Pages.Law;

public sealed class LawUserTests
{
    // What a reader of the law would say: for whom a provision is, and for whom it is not.
    [Theory]
    [InlineData("A6-E", "council department police health school company", "")]
    [InlineData("A6-F", "charity company insurer researcher council department police health school", "")]
    [InlineData("A6-EA", "charity company council department school", "")]
    [InlineData("RLI-SAF", "charity council", "")]
    [InlineData("A6-A", "council charity company other", "")]
    [InlineData("PL-ANX2-1", "company charity council police", "")]
    [InlineData("A9-B", "council company charity", "")]
    [InlineData("A9-D", "charity other", "council company insurer")]
    [InlineData("A9-H", "health council charity company police insurer other", "")]
    [InlineData("A9-I", "health council department supplier company", "")]
    [InlineData("A9-J", "researcher council company", "")]
    [InlineData("S1-06", "council department police school supplier insurer company researcher", "")]
    [InlineData("S1-07", "other department council company", "")]
    [InlineData("S1-14", "insurer company council supplier", "")]
    [InlineData("S1-16", "charity", "company council")]
    [InlineData("S1-17", "charity health school company insurer supplier", "")]
    [InlineData("S1-18", "school police charity council company", "")]
    [InlineData("S1-20", "insurer company", "charity council other")]
    [InlineData("S1-22", "other", "charity council")]
    [InlineData("S1-35", "company", "insurer police")]
    [InlineData("A10-OA", "police department council other", "company charity insurer")]
    [InlineData("P3-TASK", "police council department other", "charity company insurer health")]
    [InlineData("S8-8", "police council department other", "company charity")]
    [InlineData("CLDC-IMPL", "health council charity", "police insurer other")]
    [InlineData("CLDC-S251", "health researcher department", "police school insurer supplier")]
    [InlineData("GW-DEA35", "council department police school charity", "health insurer researcher supplier")]
    [InlineData("GW-DEA37", "supplier council department", "insurer health company")]
    [InlineData("GW-DEA46", "council department health", "company charity")]
    [InlineData("GW-DEA48", "council department company", "health police insurer")]
    [InlineData("GW-DEA64", "researcher council department", "health insurer supplier company")]
    [InlineData("GW-SRSA45", "supplier company council department", "")]
    [InlineData("GW-EA537A", "school department researcher", "police health insurer")]
    [InlineData("GW-WRA131", "department council charity", "police health insurer")]
    [InlineData("GW-RP29ZA", "council department", "police company health")]
    [InlineData("GW-CDA115", "council police charity company insurer", "")]
    [InlineData("GW-CDA17A", "council police health", "department company charity")]
    [InlineData("GW-PCSC16", "police council health school", "charity company insurer")]
    [InlineData("GW-CA04-10", "council police health school charity", "insurer supplier")]
    [InlineData("GW-CA89-47", "council health", "police company")]
    [InlineData("GW-CARE45", "council police charity company", "")]
    [InlineData("GW-HSCA251B", "health council company", "police insurer supplier department")]
    [InlineData("GW-HSCA261", "health researcher department", "insurer police supplier")]
    [InlineData("GW-RTA3", "department", "council police company insurer")]
    [InlineData("GW-RVR27", "department police council company insurer", "")]
    [InlineData("GW-SCA68", "council department company charity insurer supplier", "researcher")]
    [InlineData("GW-LOC1", "council", "department charity company")]
    [InlineData("GW-CROWN", "department", "council charity")]
    [InlineData("GW-CCA-REGS", "council police health supplier", "insurer researcher charity")]
    [InlineData("GW-COURT", "council company other insurer", "")]
    [InlineData("TR-IDTA", "council company", "")]
    [InlineData("TR-BCR", "company charity", "council department")]
    [InlineData("TR-PUBINST", "council department", "company insurer")]
    [InlineData("TR-DEROG-A", "company charity council department", "")]
    [InlineData("TR-DEROG-D", "council company", "")]
    [InlineData("TR-P3-SAFE", "police council department other", "company insurer")]
    public void A_provision_is_found_by_those_who_may_use_it(string code, string by, string notBy)
    {
        var entry = LawBook.First.Find(code)!;

        Assert.All(Users(by), user => Assert.True(user.MayUse(entry), $"{user.Slug} does not find {code}"));
        Assert.All(Users(notBy), user => Assert.False(user.MayUse(entry), $"{user.Slug} finds {code}"));
    }

    [Fact]
    public void Every_provision_that_can_be_used_is_found_by_somebody() =>
        Assert.Equal(
            [],
            LawBook
                .First.Entries.Where(entry => !LawUser.All.Any(user => user.MayUse(entry)))
                .Select(entry => $"{entry.Code}: {entry.WhoMayUse}")
        );

    [Theory]
    [InlineData("council", "GW-LOC1", "GW-CROWN")]
    [InlineData("department", "GW-CROWN", "GW-LOC1")]
    [InlineData("police", "P3-TASK", "GW-HSCA251B")]
    [InlineData("health", "GW-HSCA251B", "GW-DEA64")]
    [InlineData("school", "GW-EA537A", "P3-TASK")]
    [InlineData("supplier", "GW-DEA37", "GW-HSCA251B")]
    [InlineData("insurer", "S1-20", "GW-DEA48")]
    [InlineData("researcher", "GW-DEA64", "GW-LOC1")]
    [InlineData("charity", "S1-16", "S1-20")]
    [InlineData("company", "S1-35", "A10-OA")]
    [InlineData("other", "S1-22", "GW-LOC1")]
    public void Each_kind_finds_what_is_for_it_and_not_what_is_for_others(string user, string own, string foreign) =>
        Assert.Equal(
            (true, false),
            (LawUser.Find(user)!.MayUse(LawBook.First.Find(own)!), LawUser.Find(user)!.MayUse(LawBook.First.Find(foreign)!))
        );

    [Fact]
    public void MayUse_AProvisionOfABookThatDoesNotSay_IsOpenToAnyone() =>
        Assert.All(LawUser.All, user => Assert.True(user.MayUse(LawBook.First.Find("GW-LOC1")! with { OpenTo = [] })));

    [Theory]
    [InlineData("A6-F")]
    [InlineData("A6-EA")]
    [InlineData("RLI-SAF")]
    [InlineData("PL-ANX2-1")]
    [InlineData("TR-DEROG-A")]
    public void Caution_WhatIsBarredToPublicTasks_IsTheirsWhoAreOrMayBePublic(string code)
    {
        Assert.Equal(
            [
                "council",
                "department",
                "police",
                "health",
                "school",
                "supplier",
                "researcher",
                "registrar",
                "electoral-officer",
                "fire",
                "probation",
                "prison",
                "youth-justice",
                "housing",
                "regulator",
                "auditor",
                "court",
                "safeguarding-board",
                "other",
            ],
            LawUser
                .All.Where(user => user.Caution(LawBook.First.Find(code)!) == "Not for a public authority’s own tasks")
                .Select(user => user.Slug)
        );
        Assert.All(LawUser.All, user => Assert.Null(user.Caution(LawBook.First.Find("A6-E")!)));
    }

    [Fact]
    public void Every_kind_of_body_can_be_looked_up_by() =>
        Assert.Equal(Enum.GetValues<BodyKind>(), LawUser.All.Select(user => user.Kind).Order());

    private static IEnumerable<LawUser> Users(string slugs) =>
        slugs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(slug => LawUser.Find(slug)!);
}
