using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>A page about one agreement, and one version of it.</summary>
[MembersOnly]
public abstract partial class AgreementPageModel(DataSharingDbContext db, SignedIn signedIn, AgreementAction action)
    : AggregatePageModel<Agreement>(signedIn)
{
    private readonly SignedIn _signedIn = signedIn;
    private ReadRecords _records = ReadRecords.None;

    [FromRoute]
    public string Reference { get; set; } = "";

    /// <summary>The ordinal of the version that the address names; null where the page chooses one (<see cref="Subject"/>).</summary>
    [FromRoute]
    public int? N { get; set; }

    public Agreement Agreement { get; private set; } = null!;

    /// <summary>The version that the page is about.</summary>
    public AgreementVersion Version { get; private set; } = null!;

    /// <summary>What the organisation is called for which the person acts here.</summary>
    public string OrganisationName { get; private set; } = "";

    public DateOnly Today => Now.UkDay();

    /// <summary>The day on which the version in force should have been reviewed, if it has passed.</summary>
    public DateOnly? ReviewOverdueSince => Version.IsInForce && Version.NextReviewDate < Today ? Version.NextReviewDate : null;

    /// <summary>By what the rules judge.</summary>
    public Criteria Criteria { get; private set; } = null!;

    public LawBook LawBook => Criteria.LawBook;

    public string Title => Version.Title ?? "Agreement without a title";

    protected DataSharingDbContext Db => db;

    /// <summary>May the person take this other action? Asked before a link or button is shown.</summary>
    public bool May(AgreementAction other) => Agreement.Consider(other, Actor, Version) is Verdict.Permitted;

    /// <summary>May the person take this action on a stage?</summary>
    public bool May(AgreementAction other, Stage stage) => Agreement.Consider(other, Actor, stage) is Verdict.Permitted;

    // A decision is about a version and its content; most pages act on what their form was shown with.
    protected override Opened? AsItIs => new(Seen.Of(Version).ToString());

    /// <summary>The version and content that the person had before them; null if the form does not say.</summary>
    protected Seen? SeenByForm => Seen.TryParse(AsShown?.State, out var seen) ? seen : null;

    protected override async Task<Locked<Agreement>?> OpenAsync(CancellationToken cancellationToken) =>
        IsNamed(out var reference)
            ? await new AgreementStore(db).OpenForChangeAsync(reference, (await _signedIn.PersonAsync())!.Id, cancellationToken)
            : null;

    protected override async Task<Agreement?> FindAsync(CancellationToken cancellationToken) =>
        IsNamed(out var reference) ? await new AgreementStore(db).FindAsync(reference, N, cancellationToken) : null;

    /// <summary>The organisation they chose comes first, then their others: what waits for them anywhere is on one page.</summary>
    protected override async Task<Verdict> ConsiderAsync(
        Agreement aggregate,
        Locked<Agreement>? locked,
        CancellationToken cancellationToken
    )
    {
        var person = (await _signedIn.PersonAsync())!;
        var verdict = Verdict.Hidden;
        foreach (var actor in person.Actors.OrderByDescending(a => a.Organisation == person.ActingFor?.Id))
        {
            OrganisationName = person.Organisations.First(o => o.Id == actor.Organisation).Name;
            verdict = Take(aggregate, locked is null ? actor : await locked.AsTheyAreNowAsync(actor, cancellationToken));
            if (verdict is Verdict.Permitted)
            {
                break;
            }
        }

        return verdict;
    }

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Reference = Agreement.Reference.Value; // links and files say it as it was issued, however it was typed
        await new AgreementStore(db).ReadContentsAsync([Version], cancellationToken);
        Criteria = await _signedIn.Clock.CriteriaAsync();
        _records = IsJudged ? await db.RecordsOfAsync(Agreement, Version, cancellationToken) : ReadRecords.None;
    }

    /// <summary>May the person open the page at all? Asked once for each of their organisations.</summary>
    protected virtual Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) =>
        agreement.Consider(action, actor, version);

    /// <summary>Whether the page asks what the rules say. The records that they look at are then read before its handler runs.</summary>
    protected virtual bool IsJudged => false;

    /// <summary>
    /// The registered organisations that the content names as its parties, by <c>scheme:value</c>. A judged page has read them already.
    /// </summary>
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

    protected RedirectToPageResult To(string page) => RedirectToPage("/Agreements/" + page, new { Reference });

    private bool IsNamed(out AgreementReference reference) => AgreementReference.TryParse(Reference.ToUpperInvariant(), out reference);
}
