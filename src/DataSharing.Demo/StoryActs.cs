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

/// <summary>What people of the samples do to an agreement: each verb as somebody who may, on the day that the story says.</summary>
internal sealed class StoryActs
{
    private readonly DataSharingDbContext _db;
    private readonly AgreementStore _store;
    private readonly ILookup<OrganisationId, Actor> _people;
    private readonly IReadOnlyDictionary<string, OrganisationId> _organisations;

    private StoryActs(
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

    public static async Task<StoryActs> ReadAsync(DataSharingDbContext db, CancellationToken cancellationToken)
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
        return new StoryActs(db, people, organisations);
    }

    /// <summary>Somebody of the drafting organisation puts evidence beside the agreement.</summary>
    public Task ShowAsync(
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

    public async Task<AgreementReference> DraftAsync(
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

    /// <summary>A draft is made ready: its partners agree it, and its warnings are justified.</summary>
    public async Task GetReadyAsync(
        AgreementReference reference,
        string sample,
        DateTimeOffset invited,
        DateTimeOffset agreed,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await InviteAsync(reference, invited, cancellationToken);
        await AgreeAsync(reference, agreed, cancellationToken);
        await JustifyAsync(reference, sample, now, cancellationToken);
    }

    /// <summary>A draft is made ready since the day before, and submitted.</summary>
    public async Task SubmitAsync(AgreementReference reference, string sample, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await GetReadyAsync(reference, sample, now.AddHours(-23), now.AddHours(-18), now, cancellationToken);
        await SubmitAsync(reference, now, cancellationToken);
    }

    public Task SubmitAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken) =>
        ActAsync(
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

    public Task InviteAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken) =>
        ActAsync(
            reference,
            Drafter,
            (agreement, drafter) => agreement.PartnerReview.Invite(_organisations, Seen.Of(agreement.Newest), drafter, now),
            cancellationToken
        );

    /// <summary>Every partner agrees the content: by its officer, who has no stage to decide later.</summary>
    public async Task AgreeAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken)
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

    /// <summary>The drafter justifies what the sample's warnings want justified.</summary>
    public async Task JustifyAsync(AgreementReference reference, string sample, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (rule, text) in Justifications(sample))
        {
            await ActAsync(
                reference,
                Drafter,
                (agreement, drafter) => agreement.JustifyWarning(rule, text, drafter, now),
                cancellationToken
            );
        }
    }

    /// <summary>A partner asks something about the first flow, and the drafter answers.</summary>
    public Task TalkAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken) =>
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
    public async Task DecideAsync(
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

    public async Task SignAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken)
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

    public async Task ReturnAsync(
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

    public Task ActivateAsync(AgreementReference reference, DateTimeOffset now, CancellationToken cancellationToken) =>
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
