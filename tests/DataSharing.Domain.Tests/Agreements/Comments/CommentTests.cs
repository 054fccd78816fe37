using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Content;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements.Comments;

public class CommentTests
{
    [Fact]
    public void Add_OnAPlace_IsOfItsSectionAndTold()
    {
        var agreement = InPartnerReview();

        var comment = Say(agreement, Partner, path: "/parties/CHY/dpo");

        Assert.Equal((Section.Parties, "/parties/CHY/dpo", true), (comment.Section, comment.Path, comment.IsOpen));
        var added = Assert.IsType<CommentAdded>(Assert.Single(comment.Events));
        Assert.Equal((agreement.Id.Value, 1, "Why?", null), (added.SubjectId, added.Version!.Value, added.Text, added.OnlyFor));
        Assert.Equal(Partner.As(Role.PartnerContributor), added.Act);
    }

    [Fact]
    public void Add_ByWhoeverTakesNoPart_IsRefused()
    {
        var auditor = Somebody(Stranger, Role.Auditor) with { AuditScope = new HashSet<OrganisationId> { Council } };

        Assert.Throws<DomainRuleException>(() => Say(InPartnerReview(), auditor));
        Assert.Throws<DomainRuleException>(() => Say(InPartnerReview(), Somebody(Council, Role.OrganisationAdmin)));
        Assert.Throws<DomainRuleException>(() => Say(Given.Draft(), Partner));
        Assert.Throws<DomainRuleException>(() =>
            Say(InPartnerReview(), Partner with { AuditScope = new HashSet<OrganisationId> { Council } })
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Add_WithoutWords_IsRefused(string text) =>
        Assert.Throws<DomainRuleException>(() => Say(Given.Draft(), Drafter, text: text));

    [Fact]
    public void Add_TooLong_IsRefused() =>
        Assert.Throws<DomainRuleException>(() => Say(Given.Draft(), Drafter, text: new string('x', Comment.TextMaxLength + 1)));

    [Fact]
    public void IsSeenBy_AllParties_FollowsTheVersion()
    {
        var agreement = Given.Draft();
        var comment = Say(agreement, Drafter);
        Assert.False(comment.IsSeenBy(agreement, Partner));

        agreement.PartnerReview.Invite(Registered, Domain.Agreements.Approval.Seen.Of(agreement.Newest), Drafter, Now);

        Assert.True(comment.IsSeenBy(agreement, Partner));
        Assert.False(comment.IsSeenBy(agreement, Somebody(Stranger, Role.IgOfficer)));
    }

    [Fact]
    public void IsSeenBy_OwnOrganisation_IsForColleaguesAndTheirAuditors()
    {
        var agreement = InPartnerReview();
        var comment = Say(agreement, Drafter, audience: Audience.OwnOrganisation);
        var auditor = Somebody(Stranger, Role.Auditor);

        Assert.True(comment.IsSeenBy(agreement, Somebody(Council, Role.Siro)));
        Assert.True(comment.IsSeenBy(agreement, auditor with { AuditScope = new HashSet<OrganisationId> { Council } }));
        Assert.False(comment.IsSeenBy(agreement, Partner));
        Assert.False(comment.IsSeenBy(agreement, auditor with { AuditScope = new HashSet<OrganisationId> { Charity } }));
        Assert.Equal(Council, Assert.IsType<CommentAdded>(comment.Events[0]).OnlyFor);
        Assert.Throws<DomainRuleException>(() => comment.Reply(agreement, "Mine too.", Partner, Now));
    }

    [Fact]
    public void Reply_ToAnotherOrganisationsComment_IsKeptAndToldAsTheCommentIs()
    {
        var agreement = InPartnerReview();
        var comment = Say(agreement, Partner);

        comment.Reply(agreement, "Because.", Drafter, Now);
        comment.Reply(agreement, "Thanks.", Partner, Now);

        Assert.Equal(
            [(1, "Because.", Council), (2, "Thanks.", Charity)],
            comment.Replies.Select(reply => (reply.Number, reply.Text, reply.Organisation))
        );
        Assert.Equal("Because.", Assert.IsType<CommentReplied>(comment.Events[1]).Text);
    }

    [Fact]
    public void Resolve_AndReopen_HappenOnceEach()
    {
        var agreement = InPartnerReview();
        var comment = Say(agreement, Partner);

        comment.Resolve(agreement, Drafter, Now);
        comment.Resolve(agreement, Partner, Now);
        Assert.Equal((false, Drafter.Person), (comment.IsOpen, comment.ResolvedBy!.Value));
        Assert.Equal("Why?", Assert.Single(comment.Events.OfType<CommentResolved>()).Text);

        comment.Reopen(agreement, Partner, Now);
        comment.Reopen(agreement, Partner, Now);
        Assert.True(comment.IsOpen);
        Assert.Single(comment.Events.OfType<CommentReopened>());
    }

    private static Comment Say(
        Agreement agreement,
        Actor actor,
        string? path = null,
        Audience audience = Audience.AllParties,
        string text = "Why?"
    ) => Comment.Add(agreement, agreement.Newest, Section.DataFlows, path, audience, text, actor, Now);
}
