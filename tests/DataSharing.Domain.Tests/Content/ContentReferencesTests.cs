using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class ContentReferencesTests
{
    [Theory]
    [InlineData("7-2", "/purposes/P2", "/legalLines/L3/purpose /legalLines/L4/purpose /flows/F2/purposeIds/0")]
    [InlineData("7-2", "/datasets/D1", "/flows/F1/datasetId")]
    [InlineData("7-6", "/datasets/D1/fields/licenceNumber", "/flows/F1/fieldsSubset/0")]
    [InlineData("7-6", "/datasets/D1/fields/licenceHeldSince", "")]
    [InlineData(
        "7-5",
        "/parties/LCC",
        "/datasets/D3/controller /legalLines/L3/party /legalLines/L3/ownTaskHolder /flows/F1/to /flows/F2/to /linkage/by /linkage/keyHolder /privacyNotices/N1/party /adm/decisionMaker/0 /rights/access/party /rights/objection/party /rights/adm/party /rights/foiLead /retention/R1/party /retention/R2/party /permittedRecipients/PR1/party"
    )]
    [InlineData("7-6", "/conditionalRecipients/CR1", "")]
    [InlineData("7-2", "/title", "")]
    public void UsesOf_Item_ListsEveryPlaceThatNamesIt(string sample, string item, string uses) =>
        Assert.Equal(
            uses.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ContentReferences.UsesOf(Sample.Load(sample).Agreement.Document.Content, item)
        );

    [Fact]
    public void UsesOf_PartyThatNamesItself_LeavesThatOut()
    {
        var content = new AgreementContent { Parties = [new Party { Id = "SUP", ProcessorFor = ["SUP"] }] };

        Assert.Empty(ContentReferences.UsesOf(content, "/parties/SUP"));
    }

    [Fact]
    public void In_SubsetOfFields_KnowsTheDataset()
    {
        var reference = Assert.Single(ContentReferences.In(Sample.Load("7-6").Agreement.Document.Content), r => r.Kinds is ItemKinds.Field);

        Assert.Equal(new ContentReference("/flows/F1/fieldsSubset/0", ItemKinds.Field, "licenceNumber", "D1"), reference);
    }
}
