using System.Text.Json.Nodes;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Agreements;

public class DraftingTests
{
    [Fact]
    public void ChangeAnswers_NothingDiffers_TellsNothing()
    {
        var (agreement, drafter) = Started();
        var events = agreement.Events.Count;

        Assert.False(
            agreement.ChangeAnswers(
                ContentPart.Of(Section.Basics),
                new JsonObject { ["title"] = "Referrals" },
                ["/title"],
                drafter,
                Given.Now
            )
        );

        Assert.Equal(events, agreement.Events.Count);
    }

    [Fact]
    public void ChangeAnswers_TellsWhatWasAndWhatIs()
    {
        var (agreement, drafter) = Started();

        agreement.ChangeAnswers(ContentPart.Of(Section.Basics), new JsonObject { ["title"] = "Support" }, ["/title"], drafter, Given.Now);

        var told = Assert.IsType<AnswersChanged>(agreement.Events[^1]);
        Assert.Equal(("Referrals", "Support"), ((string?)told.Was["title"], (string?)told.Is["title"]));
        Assert.Equal("Support", agreement.Newest.Title);
    }

    [Fact]
    public void RemoveItem_InUse_IsRefused()
    {
        var (agreement, drafter) = Started();
        agreement.AddItem("/purposes", new JsonObject { ["id"] = "P1" }, drafter, Given.Now);
        agreement.AddItem("/flows", new JsonObject { ["id"] = "F1", ["purposeIds"] = new JsonArray("P1") }, drafter, Given.Now);

        Assert.Throws<DomainRuleException>(() => agreement.RemoveItem("/purposes/P1", drafter, Given.Now));
    }

    [Fact]
    public void RestoreItem_PutsItBackWithAllThatWasInIt()
    {
        var (agreement, drafter) = Started();
        agreement.AddItem(
            "/datasets",
            new JsonObject { ["id"] = "D1", ["fields"] = new JsonArray(new JsonObject { ["id"] = "name" }) },
            drafter,
            Given.Now
        );
        agreement.AddItem("/datasets", new JsonObject { ["id"] = "D2" }, drafter, Given.Now);
        var hash = agreement.Newest.ContentHash;

        agreement.RemoveItem("/datasets/D1", drafter, Given.Now);
        Assert.Null(agreement.Newest.RestorableItem("/datasets/D1/fields/name"));
        agreement.RestoreItem("/datasets/D1", drafter, Given.Now);

        Assert.Equal(hash, agreement.Newest.ContentHash);
        Assert.Empty(agreement.Newest.Removed);
        Assert.Throws<DomainRuleException>(() => agreement.RestoreItem("/datasets/D1", drafter, Given.Now));
    }

    [Fact]
    public void An_item_whose_dataset_is_gone_has_nowhere_to_go_back_to()
    {
        var (agreement, drafter) = Started();
        agreement.AddItem(
            "/datasets",
            new JsonObject { ["id"] = "D1", ["fields"] = new JsonArray(new JsonObject { ["id"] = "name" }) },
            drafter,
            Given.Now
        );
        agreement.RemoveItem("/datasets/D1/fields/name", drafter, Given.Now);
        Assert.NotNull(agreement.Newest.RestorableItem("/datasets/D1/fields/name"));

        agreement.RemoveItem("/datasets/D1", drafter, Given.Now);

        Assert.Null(agreement.Newest.RestorableItem("/datasets/D1/fields/name"));
    }

    [Fact]
    public void Ids_that_were_given_once_stay_used()
    {
        var (agreement, drafter) = Started();
        agreement.AddItem("/flows", new JsonObject { ["id"] = "F1" }, drafter, Given.Now);
        agreement.RemoveItem("/flows/F1", drafter, Given.Now);

        Assert.Equal("F2", ContentItems.NextId("/flows", agreement.Newest.UsedIds("/flows")));
    }

    [Fact]
    public void What_a_file_leaves_out_can_be_put_back()
    {
        var (agreement, drafter) = Started();
        agreement.AddItem("/flows", new JsonObject { ["id"] = "F1" }, drafter, Given.Now);

        agreement.ReplaceContent(AgreementDocument.Of(new AgreementContent { Title = "Other" }), Approval(agreement), drafter, Given.Now);

        Assert.NotNull(agreement.Newest.RestorableItem("/flows/F1"));
    }

    [Fact]
    public void MoveItem_AtTheEnd_ChangesNothing()
    {
        var (agreement, drafter) = Started();
        agreement.AddItem("/flows", new JsonObject { ["id"] = "F1" }, drafter, Given.Now);
        agreement.AddItem("/flows", new JsonObject { ["id"] = "F2" }, drafter, Given.Now);
        var events = agreement.Events.Count;

        agreement.MoveItem("/flows/F1", -1, drafter, Given.Now);
        Assert.Equal(events, agreement.Events.Count);

        agreement.MoveItem("/flows/F1", 1, drafter, Given.Now);
        Assert.Equal(["F2", "F1"], agreement.Newest.Document.Content.Flows.Select(flow => flow.Id));
    }

    [Fact]
    public void A_draft_does_not_grow_without_end()
    {
        var (agreement, drafter) = Started();

        Assert.Throws<DraftTooLargeException>(() =>
            agreement.ChangeAnswers(
                ContentPart.Of(Section.Benefits),
                new JsonObject { ["publicBenefitTest"] = new string('x', Agreement.LargestDraft) },
                ["/publicBenefitTest"],
                drafter,
                Given.Now
            )
        );
    }

    private static DataSharing.Domain.Agreements.Approval.Seen Approval(Agreement agreement) =>
        DataSharing.Domain.Agreements.Approval.Seen.Of(agreement.Newest);

    private static (Agreement Agreement, Actor Drafter) Started()
    {
        var drafter = new Actor(PersonId.New(), OrganisationId.New(), new HashSet<Role> { Role.IgOfficer });
        return (
            Agreement.Draft(
                AgreementReference.Of(2026, 1),
                AgreementDocument.Of(new AgreementContent { Title = "Referrals" }),
                [],
                drafter,
                Given.Now
            ),
            drafter
        );
    }
}
