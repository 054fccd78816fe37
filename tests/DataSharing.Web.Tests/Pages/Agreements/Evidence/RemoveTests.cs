using System.Net;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Npgsql;

namespace DataSharing.Web.Tests.Pages.Agreements.Evidence;

public sealed class RemoveTests(Portal portal) : EvidencePageTests(portal)
{
    protected override string Page => "remove";

    protected override (string Name, string? Value)[] Filled => [("Form.Reason", "The wrong one.")];

    [Fact]
    public async Task Post_Reason_RemovesAndKeepsIt()
    {
        var shared = await ReadyAsync();

        var answer = await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared), Filled);

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/agreements/{shared.Reference}/evidence"),
            (answer.Status, answer.Location?.OriginalString)
        );
        var item = Assert.Single(await shared.EvidenceAsync());
        Assert.Equal((shared.Drafter.Person, "The wrong one."), (item.RemovedBy!.Value, item.RemovedBecause));
        var told = (await shared.TrailAsync())[^1];
        Assert.Equal(
            ("agreement.evidence-removed", shared.Drafter.Person, Role.IgOfficer, "The wrong one."),
            (told.Name, told.PersonId!.Value, told.Role!.Value, told.Reason)
        );
        Assert.Contains("evidence files 1", await shared.FootprintAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Say why")]
    [InlineData(EvidenceItem.ReasonMaxLength + 1, "The reason must be 500 characters or fewer")]
    public async Task Post_Invalid_ShowsWhatIsWrongAndKeepsWhatWasTyped(int length, string error)
    {
        var shared = await ReadyAsync();
        var before = await shared.FootprintAsync();

        var answer = await shared.BrowserOf(shared.Drafter).SendAsync(AddressIn(shared), ("Form.Reason", new string('x', length)));

        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, Assert.Single(answer.Errors)));
        Assert.Equal(length, answer.Document.QuerySelector("textarea")!.TextContent.Trim().Length);
        Assert.Equal(before, await shared.FootprintAsync());
    }

    [Fact]
    public async Task Removed_StaysAsItWas_WhoeverWritesTheRow()
    {
        var shared = await ReadyAsync();
        await RemoveAsync(shared);
        var id = Assert.Single(await shared.EvidenceAsync()).Id.Value;

        foreach (
            var (sql, asOwner) in new[]
            {
                ($"UPDATE evidence SET removed_because = 'Other' WHERE id = '{id}'", true),
                ($"DELETE FROM evidence WHERE id = '{id}'", true),
                ($"DELETE FROM evidence_files WHERE evidence_id = '{id}'", true),
                ($"UPDATE evidence_files SET bytes = bytes WHERE evidence_id = '{id}'", true),
                ($"UPDATE evidence SET hash = NULL WHERE id = '{id}'", false),
                ($"DELETE FROM evidence WHERE id = '{id}'", false),
            }
        )
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => shared.RunSqlAsync(sql, asOwner));
            Assert.Equal(asOwner ? PostgresErrorCodes.CheckViolation : PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }
}
