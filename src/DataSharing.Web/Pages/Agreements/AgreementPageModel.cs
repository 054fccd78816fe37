using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Approval;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>
/// A page about one agreement. Before any handler runs it answers 404 where the person may not know that it exists, 403 where
/// they may never take the page's action, and 409 where they may not take it now. A post holds the agreement's lock from here to its end.
/// </summary>
[MembersOnly]
public abstract class AgreementPageModel(DataSharingDbContext db, SignedIn signedIn, AgreementAction action) : PageModel
{
    private AgreementChange? _change;
    private ReadRecords _records = ReadRecords.None;

    [FromRoute]
    public string Reference { get; set; } = "";

    /// <summary>The ordinal of the version that the address names; null where the page chooses one (<see cref="Subject"/>).</summary>
    [FromRoute]
    public int? N { get; set; }

    public Agreement Agreement { get; private set; } = null!;

    /// <summary>The version that the page is about.</summary>
    public AgreementVersion Version { get; private set; } = null!;

    /// <summary>The person, acting for that of their organisations which has to do with this.</summary>
    public Actor Actor { get; private set; } = null!;

    /// <summary>What the organisation is called for which the person acts here.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>Business time.</summary>
    public DateTimeOffset Now { get; private set; }

    public DateOnly Today => Now.UkDay();

    /// <summary>By what the rules judge.</summary>
    public Criteria Criteria { get; private set; } = null!;

    public LawBook LawBook => Criteria.LawBook;

    public string Title => Version.Title ?? "Agreement without a title";

    /// <summary>What was said of the version before this one that made it a draft again; null if nothing was.</summary>
    public Decision? CameBackBecause =>
        Version.IsFrozen
            ? null
            : Agreement
                .PredecessorOf(Version)
                ?.Stages.Select(s => s.Decision)
                .FirstOrDefault(d => d?.Outcome is DecisionOutcome.Returned or DecisionOutcome.Declined);

    /// <summary>The versions that the person may read, newest first.</summary>
    public IReadOnlyList<AgreementVersion> SeenVersions =>
        [.. Agreement.Versions.Where(v => v.IsSeenBy(Actor)).OrderByDescending(v => v.Ordinal)];

    /// <summary>The version that this one was opened from, if it was returned and the person may read it.</summary>
    public AgreementVersion? Returned =>
        Agreement.PredecessorOf(Version) is { Status: VersionStatus.ChangesRequested } before && before.IsSeenBy(Actor) ? before : null;

    /// <summary>The version in force beside this one, or the one in preparation beside this one, if the person may read it; else null.</summary>
    public AgreementVersion? Beside =>
        new[] { Agreement.InForce, Agreement.InPreparation }.FirstOrDefault(other =>
            other is not null && other != Version && other.IsSeenBy(Actor)
        );

    /// <summary>The version on which a decision of this agreement was taken.</summary>
    public ShownVersion VersionOf(Decision decision)
    {
        var version = Agreement.Versions.Single(v => v.Id == decision.VersionId);
        return new ShownVersion(
            version.Label.ToString(),
            version.IsSeenBy(Actor) ? Url.Page("/Agreements/Reading/Details", new { Reference, n = version.Ordinal }) : null
        );
    }

    protected DataSharingDbContext Db => db;

    /// <summary>May the person take this other action? Asked before a link or button is shown.</summary>
    public bool May(AgreementAction other) => Agreement.Consider(other, Actor, Version) is Verdict.Permitted;

    /// <summary>May the person take this action on a stage?</summary>
    public bool May(AgreementAction other, Stage stage) => Agreement.Consider(other, Actor, stage) is Verdict.Permitted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var store = new AgreementStore(db);
        var named = AgreementReference.TryParse(Reference.ToUpperInvariant(), out var reference);
        await using var change =
            named && HttpMethods.IsPost(Request.Method)
                ? await store.OpenForChangeAsync(reference, (await signedIn.PersonAsync())!.Id, HttpContext.RequestAborted)
                : null;
        var agreement =
            change?.Agreement
            ?? (named && !HttpMethods.IsPost(Request.Method) ? await store.FindAsync(reference, N, HttpContext.RequestAborted) : null);
        var verdict = agreement is null ? Verdict.Hidden : await ChooseAsync(agreement, change);

        context.Result = verdict switch
        {
            Verdict.Permitted => null,
            Verdict.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
            Verdict.NotNow => StatusCode(StatusCodes.Status409Conflict),
            _ => NotFound(),
        };

        if (context.Result is null)
        {
            Reference = reference.Value; // links and files say it as it was issued, however it was typed
            _change = change;
            await store.ReadContentsAsync([Version], HttpContext.RequestAborted);
            Now = change?.Now ?? await signedIn.Clock.NowAsync();
            Criteria = await signedIn.Clock.CriteriaAsync();
            _records = IsJudged ? await db.RecordsOfAsync(agreement!, Version, HttpContext.RequestAborted) : ReadRecords.None;
            await next();
        }
    }

    /// <summary>May the person open the page at all? Asked once for each of their organisations.</summary>
    protected virtual Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) =>
        agreement.Consider(action, actor, version);

    /// <summary>Which version the page is about where the address names none.</summary>
    protected virtual Subject Subject => AgreementPermissions.SubjectOf(action);

    /// <summary>Whether the page asks what the rules say. The records that they look at are then read before its handler runs.</summary>
    protected virtual bool IsJudged => false;

    /// <summary>The registered organisations that the content names as its parties, by <c>scheme:value</c>. A judged page has read them already.</summary>
    public async Task<IReadOnlyDictionary<string, OrganisationId>> KnownPartiesAsync(CancellationToken cancellationToken) =>
        IsJudged ? _records.Organisations : await KnownOrganisations.InAsync(Version, db, cancellationToken);

    /// <summary>What the rules say of the version as it stands.</summary>
    /// <exception cref="InvalidOperationException">The page does not say that it is judged.</exception>
    protected ContentCheck CheckAt(Moment moment) => CheckAt(moment, Version.Document);

    /// <summary>What the rules would say if the version said something else.</summary>
    /// <inheritdoc cref="CheckAt(Moment)" path="/exception"/>
    protected ContentCheck CheckAt(Moment moment, AgreementDocument document) =>
        ContentCheck.Of(document, Criteria, CircumstancesAt(moment));

    /// <summary>What the rules must know beside the content.</summary>
    /// <inheritdoc cref="CheckAt(Moment)" path="/exception"/>
    protected Circumstances CircumstancesAt(Moment moment) =>
        IsJudged
            ? Version.Circumstances(moment, Now) with
            {
                Records = _records.Records,
            }
            : throw new InvalidOperationException("A page that asks the rules overrides IsJudged.");

    /// <summary>Reads what other versions agree, which the page does not know until its handler runs.</summary>
    protected Task ReadContentsAsync(IEnumerable<AgreementVersion?> versions, CancellationToken cancellationToken) =>
        new AgreementStore(db).ReadContentsAsync(versions.OfType<AgreementVersion>(), cancellationToken);

    /// <summary>Saves what the handler did, and lets the next one at the agreement.</summary>
    protected Task SaveAsync(CancellationToken cancellationToken) => _change!.SaveAsync(cancellationToken);

    protected RedirectToPageResult To(string page) => RedirectToPage("/Agreements/" + page, new { Reference });

    /// <summary>The organisation they chose comes first, then their others: what waits for them anywhere is on one page.</summary>
    private async Task<Verdict> ChooseAsync(Agreement agreement, AgreementChange? change)
    {
        var person = (await signedIn.PersonAsync())!;
        var verdict = Verdict.Hidden;
        foreach (var actor in person.Actors.OrderByDescending(a => a.Organisation == person.ActingFor?.Id))
        {
            OrganisationName = person.Organisations.First(o => o.Id == actor.Organisation).Name;
            verdict = Take(agreement, change is null ? actor : await change.AsTheyAreNowAsync(actor, HttpContext.RequestAborted));
            if (verdict is Verdict.Permitted)
            {
                break;
            }
        }

        return verdict;
    }

    private Verdict Take(Agreement agreement, Actor actor)
    {
        var wanted = Subject switch
        {
            _ when N is { } n => agreement.Version(n),
            Subject.InForce => agreement.InForce,
            _ => agreement.InPreparation,
        };
        var shown = N is null ? agreement.ShownTo(actor) : null;
        if ((wanted?.IsSeenBy(actor) is true ? wanted : shown) is not { } version)
        {
            return Verdict.Hidden;
        }

        (Agreement, Actor, Version) = (agreement, actor, version);
        return Consider(agreement, version, actor);
    }
}
