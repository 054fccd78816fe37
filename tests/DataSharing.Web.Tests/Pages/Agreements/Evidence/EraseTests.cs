using System.Net;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Persistence;
using Npgsql;

namespace DataSharing.Web.Tests.Pages.Agreements.Evidence;

public sealed class EraseTests(Portal portal)
{
    [Fact]
    public async Task The_lead_asks_the_officer_erases_and_everybody_sees_that_it_is_gone()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var item = await shared.AddEvidenceAsync(shared.Drafter);
        var address = $"/agreements/{shared.Reference}/evidence/{item.Id.Value}/erase";
        var lead = shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.IgLead));
        var officer = shared.BrowserOf(await shared.SomebodyAsync(shared.Council, Role.DataProtectionOfficer));
        await shared.RunSqlAsync($"UPDATE evidence SET added_at = '2026-01-01' WHERE id = '{item.Id.Value}'", asOwner: true);

        Assert.Equal(HttpStatusCode.Forbidden, (await shared.BrowserOf(shared.Drafter).GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.GetAsync(address)).Status); // nobody has asked
        Assert.Equal(["Say why"], (await lead.SendAsync(address, ("Form.Reason", " "))).Errors);
        Assert.Contains("by 6 October 2026 the last is overwritten", (await lead.GetAsync(address)).Main, StringComparison.Ordinal); // 35 days
        await lead.SendAsync(address, ("Form.Reason", Hostile.Text));
        Assert.Contains("evidence files 1", await shared.FootprintAsync(), StringComparison.Ordinal);

        var asked = await officer.GetAsync(address);
        Hostile.AssertShownHarmlessly(asked);
        var answer = await officer.PostAsync(address + "?handler=Confirm");

        Assert.Equal($"/agreements/{shared.Reference}/evidence", answer.Location?.OriginalString);
        Assert.Contains("evidence files 0", await shared.FootprintAsync(), StringComparison.Ordinal);
        var reader = shared.BrowserOf(await shared.SomebodyAsync(shared.Charity, Role.InformationAssetOwner));
        var list = await reader.GetAsync($"/agreements/{shared.Reference}/evidence");
        Hostile.AssertShownHarmlessly(list);
        Assert.Contains("File erased on", list.Main, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await reader.GetAsync($"/agreements/{shared.Reference}/evidence/{item.Id.Value}/file")).Status
        );
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync(address + "?handler=Confirm")).Status);
        Assert.Equal(
            ["agreement.evidence-erasure-asked", "agreement.evidence-erased"],
            (await shared.TrailAsync()).TakeLast(2).Select(told => told.Name)
        );
        Assert.Contains(
            "The file of “",
            (await shared.BrowserOf(shared.Drafter).GetAsync($"/agreements/{shared.Reference}/check")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_goes_with_its_evidence_and_not_before_whoever_writes_the_rows()
    {
        var shared = await SharedAgreement.InApprovalAsync(portal);
        var id = (await shared.AddEvidenceAsync(shared.Drafter)).Id.Value;
        var erased =
            $"UPDATE evidence SET erasure_asked_at = portal_now(), erasure_asked_by = '{{0}}', erasure_because = 'x', erased_at = portal_now(), erased_by = '{{0}}' WHERE id = '{id}'";
        var lead = (await shared.SomebodyAsync(shared.Council, Role.IgLead)).Person.Value;

        foreach (
            var (sql, constraint) in new[]
            {
                ($"DELETE FROM evidence_files WHERE evidence_id = '{id}'", "evidence_erased"),
                (string.Format(null, erased, lead), "evidence_erased"),
                (string.Format(null, erased, shared.Drafter.Person.Value), "ck_evidence_not_by_uploader"),
            }
        )
        {
            Assert.Equal(
                constraint,
                (await Assert.ThrowsAsync<PostgresException>(() => shared.RunSqlAsync(sql, asOwner: false))).ConstraintName
            );
        }

        await shared.RunSqlAsync(
            string.Format(null, erased, lead) + $"; DELETE FROM evidence_files WHERE evidence_id = '{id}'",
            asOwner: false
        );
        Assert.Equal(
            "evidence_erased_stays",
            (
                await Assert.ThrowsAsync<PostgresException>(() =>
                    shared.RunSqlAsync($"UPDATE evidence SET erased_at = NULL, erased_by = NULL WHERE id = '{id}'", asOwner: false)
                )
            ).ConstraintName
        );
    }
}
