using System.Globalization;
using DataSharing.Domain.Agreements;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using DataSharing.Persistence.Audit;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements;
using DataSharing.Web.Pages.Agreements.History;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages;

/// <summary>What others did to the agreements of any of the person's organisations, since the person last said they had read it.</summary>
[MembersOnly]
public sealed class NoticesModel(DataSharingDbContext db, SignedIn signedIn, BusinessClock clock) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Where the page before ended, a <see cref="NoticePlace"/>.</summary>
    [FromQuery]
    public string? Before { get; set; }

    /// <summary>The time of the newest event that was on the first page: whatever comes later is not read by pressing the button.</summary>
    [FromQuery]
    public string? Until { get; set; }

    [BindProperty]
    public Input Form { get; set; } = new();

    /// <summary>When they last said they had read; null if they never did.</summary>
    public DateTimeOffset? ReadUntil { get; private set; }

    /// <summary>
    /// What pressing the button says: all that happened until then is read, on this page or not. Null if nobody can say it.
    /// </summary>
    public DateTimeOffset? ReadTo =>
        DateTimeOffset.TryParseExact(Form.Until, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? until
            : null;

    public IReadOnlyList<Notice> Rows { get; private set; } = [];

    /// <summary>Where the next page begins, if there is one.</summary>
    public NoticePlace? Next { get; private set; }

    /// <summary>"7 new things in 3 agreements".</summary>
    public static string InWords((int Events, int Agreements) news) =>
        news switch
        {
            (0, _) => "Nothing new",
            (>= Notices.MostCounted, _) => $"More than {Notices.MostCounted - 1} new things",
            (1, _) => "1 new thing",
            (var events, 1) => $"{events} new things in 1 agreement",
            var (events, agreements) => $"{events} new things in {agreements} agreements",
        };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = (await signedIn.PersonAsync())!;
        var notices = For(person);
        ReadUntil = person.ReadUntil;

        var told = notices.Since(ReadUntil ?? await clock.NowAsync() - Notices.AtFirst);
        if (NoticePlace.TryParse(Before) is var (at, id))
        {
            told = told.Where(e => e.At < at || (e.At == at && e.Id < id));
        }

        // By their time: what is written last of different agreements need not have happened last.
        var events = await told.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Next = events.Count > PageSize ? new NoticePlace(events[PageSize - 1].At, events[PageSize - 1].Id) : null;
        Rows = await ShownAsync(person, [.. events.Take(PageSize)], cancellationToken);
        Form.Until = Until ??= Rows.Count == 0 ? null : Rows.Max(row => row.Shown.Event.At).ToString("O", CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ReadTo is not { } until)
        {
            return BadRequest();
        }

        await For((await signedIn.PersonAsync())!).MarkAsync(until, cancellationToken);
        return RedirectToPage("/Notices", new { Before = (string?)null, Until = (string?)null });
    }

    private Notices For(SignedInPerson person) => new(db, person.Id, [.. person.Actors]);

    private async Task<IReadOnlyList<Notice>> ShownAsync(
        SignedInPerson person,
        IReadOnlyList<AuditEvent> events,
        CancellationToken cancellationToken
    )
    {
        var ids = events.Select(e => new AgreementId(e.SubjectId)).Distinct().ToArray();

        // Titles as the person may read them: a draft that they do not see may have another one by now.
        var versions = db.AgreementVersions.Where(v => ids.Contains(v.AgreementId));
        var visible = person
            .Actors.Select(actor => versions.VisibleTo(actor, db).Select(v => v.Id))
            .Aggregate((all, more) => all.Concat(more));
        var seen = await (
            from v in versions
            where visible.Contains(v.Id)
            join a in db.Agreements on v.AgreementId equals a.Id
            select new SeenVersion(a.Id, a.Reference, v.Ordinal, v.Label, v.Title)
        ).ToDictionaryAsync(v => (v.Agreement, v.Ordinal), cancellationToken);

        var newest = seen.Values.GroupBy(v => v.Agreement).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Ordinal)!);
        var unseen = ids.Except(newest.Keys).ToArray();
        var references =
            unseen.Length == 0
                ? []
                : await db.Agreements.Where(a => unseen.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Reference, cancellationToken);
        var names = await Names.ReadAsync(db, events.Select(e => e.PersonId), events.Select(e => e.OrganisationId), cancellationToken);
        return
        [
            .. from e in events
            let agreement = new AgreementId(e.SubjectId)
            let version = e.AgreementVersion is { } ordinal ? seen.GetValueOrDefault((agreement, ordinal))?.Label : null
            let shown = newest.GetValueOrDefault(agreement)
            select new Notice(
                (shown?.Reference ?? references[agreement]).Value,
                shown?.Title,
                shown is not null,
                new ShownEvent(e, names, version)
            ),
        ];
    }

    public sealed class Input
    {
        /// <summary>The time of the newest event that the person had before them.</summary>
        public string? Until { get; set; }
    }

    private sealed record SeenVersion(AgreementId Agreement, AgreementReference Reference, int Ordinal, VersionLabel Label, string? Title);
}
