using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Persistence;

namespace DataSharing.Demo;

/// <summary>
/// Takes sample agreements some way along, by the same verbs and as the same people as in the browser, so that everybody
/// finds something in "My work" on the first day.
/// </summary>
internal static class SampleStories
{
    public static async Task TellAsync(DataSharingDbContext db, DateTimeOffset firstMorning, CancellationToken cancellationToken)
    {
        var people = await StoryActs.ReadAsync(db, cancellationToken);

        // Some weeks before the first day of the demo, a step a day.
        DateTimeOffset Day(int before) => firstMorning.AddDays(-before);

        // In force since the first day: it starts earlier than the file says.
        var electoral = await people.DraftAsync(
            "7-1",
            Day(40),
            content =>
                content with
                {
                    StartDate = firstMorning.UkDay(),
                    ReviewDate = firstMorning.UkDay().AddYears(1).AddDays(-1),

                    // By its name in the organisation's own evidence, which then says until when it holds.
                    Parties =
                    [
                        .. content.Parties.Select(party =>
                            party.Id == "ERO"
                                ? party with
                                {
                                    Assurances = [.. party.Assurances.Select(assurance => assurance with { Ref = "IASME-CEP-020114" })],
                                }
                                : party
                        ),
                    ],
                },
            cancellationToken
        );
        await people.SubmitAsync(electoral, "7-1", Day(39), cancellationToken);
        await people.DecideAsync(electoral, Day(35), _ => true, cancellationToken);
        await people.ShowAsync(
            electoral,
            Role.IgOfficer,
            new EvidenceDetails(
                EvidenceKind.Certificate,
                "Cyber Essentials Plus, electoral services",
                null,
                "Certificate CEP-2025-1182",
                null,
                firstMorning.UkDay().AddDays(-330),
                firstMorning.UkDay().AddDays(34), // runs out soon
                EvidenceVisibility.AllParties,
                new EvidencePlace(Section.Security, null)
            ),
            Day(30),
            cancellationToken
        );
        await people.SignAsync(electoral, Day(20), cancellationToken);
        await people.ActivateAsync(electoral, firstMorning, cancellationToken);

        var adults = await people.DraftAsync("7-2", Day(3), content => content, cancellationToken);
        await people.InviteAsync(adults, Day(2), cancellationToken);
        await people.TalkAsync(adults, Day(1), cancellationToken);

        var research = await people.DraftAsync("7-3", Day(20), content => content, cancellationToken);
        await people.SubmitAsync(research, "7-3", Day(19), cancellationToken);
        await people.DecideAsync(research, Day(12), stage => stage.Group <= 2, cancellationToken);

        var care = await people.DraftAsync("7-4", Day(30), content => content, cancellationToken);
        await people.SubmitAsync(care, "7-4", Day(29), cancellationToken);
        await people.ShowAsync(
            care,
            Role.DataProtectionOfficer,
            new EvidenceDetails(
                EvidenceKind.DPIA,
                "Impact assessment of the shared care record",
                "https://dpia.example/shared-care-record",
                null,
                null,
                null,
                null,
                EvidenceVisibility.AllParties,
                new EvidencePlace(Section.AssessmentsAndEvidence, null)
            ),
            Day(28),
            cancellationToken
        );
        await people.ShowAsync(
            care,
            Role.IgOfficer,
            new EvidenceDetails(
                EvidenceKind.LegalAdvice,
                "Counsel’s note on the powers relied on",
                null,
                "Legal services, file 26/0417",
                null,
                null,
                null,
                EvidenceVisibility.OwnOrganisation,
                new EvidencePlace(Section.LegalGrounds, null)
            ),
            Day(27),
            cancellationToken
        );
        await people.DecideAsync(care, Day(8), _ => true, cancellationToken);

        var family = await people.DraftAsync("7-5", Day(16), content => content, cancellationToken);
        await people.SubmitAsync(family, "7-5", Day(15), cancellationToken);
        await people.DecideAsync(family, Day(9), stage => stage.Group <= 3, cancellationToken);
        await people.ReturnAsync(
            family,
            StageKind.AssetOwner,
            "Say in the retention section when records of families who declined are deleted, and who checks that it was done.",
            [Section.RetentionAndOnwardSharing],
            Day(4),
            cancellationToken
        );
    }
}
