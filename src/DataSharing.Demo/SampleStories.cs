using System.Text.Json;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Demo;

/// <summary>
/// Takes sample agreements some way along, by the same verbs and as the same people as in the browser, so that everybody
/// finds something in "My work" on the first day.
/// </summary>
internal sealed class SampleStories
{
    private readonly DataSharingDbContext _db;
    private readonly AgreementStore _store;
    private readonly ILookup<OrganisationId, Actor> _people;
    private readonly IReadOnlyDictionary<string, OrganisationId> _organisations;

    private SampleStories(
        DataSharingDbContext db,
        ILookup<OrganisationId, Actor> people,
        IReadOnlyDictionary<string, OrganisationId> organisations
    )
    {
        _db = db;
        _store = new AgreementStore(db);
        _people = people;
        _organisations = organisations;
    }

    public static async Task TellAsync(DataSharingDbContext db, DateTimeOffset firstMorning, CancellationToken cancellationToken)
    {
        var memberships = await db.Memberships.AsNoTracking().Where(m => m.EndedAt == null).ToListAsync(cancellationToken);
        var people = memberships
            .GroupBy(m => (m.Person, m.Organisation))
            .Select(g => new Actor(g.Key.Person, g.Key.Organisation, g.Select(m => m.Role).ToHashSet()))
            .ToLookup(actor => actor.Organisation);
        var organisations = await db
            .Organisations.AsNoTracking()
            .SelectMany(o => o.Identifiers, (o, i) => new { o.Id, Identifier = i.Scheme + ":" + i.Value })
            .ToDictionaryAsync(o => o.Identifier, o => o.Id, cancellationToken);
        var stories = new SampleStories(db, people, organisations);

        // Some weeks before the first day of the demo, a step a day.
        DateTimeOffset Day(int before) => firstMorning.AddDays(-before);

        // In force since the first day: it starts earlier than the file says.
        var electoral = await stories.DraftAsync(
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
        await stories.SubmitAsync(electoral, "7-1", Day(39), cancellationToken);
        await stories.DecideAsync(electoral, Day(35), _ => true, cancellationToken);
        await stories.ShowAsync(
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
        await stories.SignAsync(electoral, Day(20), cancellationToken);
        await stories.ActivateAsync(electoral, firstMorning, cancellationToken);

        var adults = await stories.DraftAsync("7-2", Day(3), content => content, cancellationToken);
        await stories.InviteAsync(adults, Day(2), cancellationToken);
        await stories.TalkAsync(adults, Day(1), cancellationToken);

        var research = await stories.DraftAsync("7-3", Day(20), content => content, cancellationToken);
        await stories.SubmitAsync(research, "7-3", Day(19), cancellationToken);
        await stories.DecideAsync(research, Day(12), stage => stage.Group <= 2, cancellationToken);

        var care = await stories.DraftAsync("7-4", Day(30), content => content, cancellationToken);
        await stories.SubmitAsync(care, "7-4", Day(29), cancellationToken);
        await stories.ShowAsync(
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
        await stories.ShowAsync(
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
        await stories.DecideAsync(care, Day(8), _ => true, cancellationToken);

        var family = await stories.DraftAsync("7-5", Day(16), content => content, cancellationToken);
        await stories.SubmitAsync(family, "7-5", Day(15), cancellationToken);
        await stories.DecideAsync(family, Day(9), stage => stage.Group <= 3, cancellationToken);
        await stories.ReturnAsync(
            family,
            StageKind.AssetOwner,
            "Say in the retention section when records of families who declined are deleted, and who checks that it was done.",
            [Section.RetentionAndOnwardSharing],
            Day(4),
            cancellationToken
        );
    }

    /// <summary>Somebody of the drafting organisation puts evidence beside the agreement.</summary>
    private Task ShowAsync(
        AgreementReference reference,
        Role role,
        EvidenceDetails details,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        ActAsync(
            reference,
            agreement => Holder(agreement.DraftingOrganisation, role),
            (agreement, actor) =>
                _db.Evidence.Add(EvidenceItem.Add(agreement, EvidenceId.New(), details, file: null, replaces: null, actor, now)),
            cancellationToken
        );

    private async Task<AgreementReference> DraftAsync(
        string sample,
        DateTimeOffset now,
        Func<AgreementContent, AgreementContent> change,
        CancellationToken cancellationToken
    )
    {
        var file =
            AgreementImport.Read(await File.ReadAllBytesAsync(PathOf($"{sample}.agreement.json"), cancellationToken), LawBook.First).File
            ?? throw new InvalidOperationException($"Sample {sample} cannot be read.");
        var document = AgreementDocument.Of(change(file.Document.Content));
        var drafter = Holder(_organisations[document.Content.Parties[0].OrgId!], Role.IgOfficer);

        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        var agreement = await _store.DraftAsync(file with { Document = document }, drafter, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return agreement.Reference;
    }

    private async Task SubmitAsync(AgreementReference reference, string sample, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The day before.
        await InviteAsync(reference, now.AddHours(-23), cancellationToken);
        await AgreeAsync(reference, now.AddHours(-18), cancellationToken);
        foreach (var (rule, text) in Justifications(sample))
        {
            await ActAsync(
                reference,
                Drafter,
                (agreement, drafter) => agreement.JustifyWarning(rule, text, drafter, now),
                cancellationToken
            );
        }

        await ActAsync(
            reference,
            Drafter,
            (agreement, drafter) =>
                agreement.Submit(
                    ContentCheck.Of(agreement.Newest, Criteria.First, Records.None, Moment.Submit, now),
                    _organisations,
                    drafter,
                    now
                ),
            cancellationToken
        );
    }

    private Task InviteAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken) =>
        ActAsync(
            reference,
            Drafter,
            (agreement, drafter) => agreement.PartnerReview.Invite(_organisations, Seen.Of(agreement.Newest), drafter, now),
            cancellationToken
        );

    /// <summary>Every partner agrees the content: by its officer, who has no stage to decide later.</summary>
    private async Task AgreeAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = (await _store.FindAsync(reference, cancellationToken))!;
        foreach (var partner in found.PartnerReview.Standings(_organisations).Where(standing => !standing.Drafts))
        {
            await ActAsync(
                reference,
                _ => Holder(partner.Organisation!.Value, Role.IgOfficer),
                (agreement, actor) => agreement.PartnerReview.Agree(Seen.Of(agreement.Newest), actor, now),
                cancellationToken
            );
            now = now.AddMinutes(11);
        }
    }

    /// <summary>A partner asks something about the first flow, and the drafter answers.</summary>
    private Task TalkAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken) =>
        ActAsync(
            reference,
            agreement =>
                Holder(
                    agreement.PartnerReview.Standings(_organisations).First(standing => !standing.Drafts).Organisation!.Value,
                    Role.PartnerContributor
                ),
            (agreement, partner) =>
            {
                var comment = Comment.Add(
                    agreement,
                    agreement.Newest,
                    Section.DataFlows,
                    "/flows/F1",
                    Audience.AllParties,
                    "Our visiting staff work from tablets. Can they open referrals there, or only in the office?",
                    partner,
                    now
                );
                comment.Reply(
                    agreement,
                    "On tablets too, if they are encrypted and managed. I will say so in the security section.",
                    Drafter(agreement),
                    now.AddHours(1)
                );
                _db.Comments.Add(comment);
            },
            cancellationToken
        );

    /// <summary>Everybody whose turn it is says yes, until no stage is open of which <paramref name="which"/> is true.</summary>
    private async Task DecideAsync(
        AgreementReference reference,
        DateTimeOffset now,
        Func<Stage, bool> which,
        CancellationToken cancellationToken
    )
    {
        while (
            await NextAsync(reference, stage => stage.Mode is not StageMode.Sign && which(stage), cancellationToken) is var (stage, holder)
        )
        {
            await ActAsync(
                reference,
                _ => holder,
                (agreement, actor) => agreement.Decide(stage.Number, YesTo(stage), Seen.Of(agreement.Newest), actor, now),
                cancellationToken
            );
            now = now.AddMinutes(17);
        }
    }

    private async Task SignAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (await NextAsync(reference, stage => stage.Mode is StageMode.Sign, cancellationToken) is var (stage, holder))
        {
            await ActAsync(
                reference,
                _ => holder,
                (agreement, actor) =>
                    agreement.Sign(
                        stage.Number,
                        "Director",
                        ContentCheck.Of(agreement.Newest, Criteria.First, Records.None, Moment.Signature, now),
                        Seen.Of(agreement.Newest),
                        actor,
                        now
                    ),
                cancellationToken
            );
            now = now.AddHours(3);
        }
    }

    private async Task ReturnAsync(
        AgreementReference reference,
        StageKind kind,
        string reason,
        IReadOnlyList<Section> sections,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var (stage, holder) =
            await NextAsync(reference, stage => stage.Kind == kind, cancellationToken)
            ?? throw new InvalidOperationException($"{reference} waits for no {kind}.");
        await ActAsync(
            reference,
            _ => holder,
            (agreement, actor) =>
                agreement.Decide(stage.Number, new Ruling.Return(reason, sections), Seen.Of(agreement.Newest), actor, now),
            cancellationToken
        );
    }

    private Task ActivateAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken) =>
        ActAsync(
            reference,
            Drafter, // the portal does it by itself; a change is opened for somebody all the same
            (agreement, _) =>
                agreement.ActivateDue(
                    ContentCheck.Of(agreement.Newest, Criteria.First, Records.None, Moment.InForce, now),
                    Act.OfThePortal,
                    now
                ),
            cancellationToken
        );

    private async Task<(Stage Stage, Actor Holder)?> NextAsync(
        AgreementReference reference,
        Func<Stage, bool> which,
        CancellationToken cancellationToken
    )
    {
        var version = (await _store.FindAsync(reference, cancellationToken))!.Newest;
        return version.Stages.FirstOrDefault(s => s.Status is StageStatus.Open && which(s)) is { } stage
            ? (stage, HolderOf(version, stage))
            : null;
    }

    private async Task ActAsync(
        AgreementReference reference,
        Func<Agreement, Actor> who,
        Action<Agreement, Actor> act,
        CancellationToken cancellationToken
    )
    {
        _db.ChangeTracker.Clear();
        var actor = who((await _store.FindAsync(reference, cancellationToken))!);
        await using var change = await _store.OpenForChangeAsync(reference, person: null, cancellationToken);
        act(change!.Agreement, actor);
        await change.SaveAsync(cancellationToken);
    }

    private Actor Drafter(Agreement agreement) => Holder(agreement.DraftingOrganisation, Role.IgOfficer);

    private Actor Holder(OrganisationId organisation, Role role) => _people[organisation].First(actor => actor.Holds(role));

    private Actor HolderOf(AgreementVersion version, Stage stage) =>
        _people[stage.Organisation].FirstOrDefault(actor => Separation.Check(version, stage, actor).All(check => check.Holds))
        ?? throw new InvalidOperationException($"Nobody may decide {stage.Kind} of {stage.PartyId}: the demo lacks a person.");

    private static Ruling YesTo(Stage stage) =>
        stage.Mode switch
        {
            StageMode.Advice => new Ruling.Advise(Opinion.Agree, "The assessment is sound, and the safeguards fit the risk."),
            StageMode.Gate => new Ruling.PassGate(stage.Kind is StageKind.IgReview ? null : $"REF-{stage.PartyId}-2026-{stage.Number:00}"),
            _ => new Ruling.Approve(),
        };

    private static Dictionary<string, string> Justifications(string sample)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(PathOf($"{sample}.expected.json")));
        return expected.RootElement.TryGetProperty("justifications", out var justifications)
            ? justifications.Deserialize<Dictionary<string, string>>()!
            : [];
    }

    private static string PathOf(string file) => Path.Combine(BuildFacts.Samples, file);
}
