using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>
/// A page about the edition that is being prepared; where there is none any more it shows what was typed, and who was there first. What
/// others changed elsewhere meanwhile is kept, and where they changed the same part the form is shown again, with what was typed and what
/// is saved now.
/// </summary>
[RoleOnly(Role.SystemAdmin)]
public abstract class EditionPageModel(EditionStore editions, SignedIn signedIn) : AggregatePageModel<Edition>(signedIn)
{
    private readonly SignedIn _signedIn = signedIn;

    public Edition Edition { get; private set; } = null!;

    /// <summary>What counts now.</summary>
    public Criteria Criteria { get; private set; } = null!;

    /// <summary>Those who wrote in it, by name.</summary>
    public string Editors { get; private set; } = "";

    /// <summary>It was released or withdrawn while the form was open: nothing can be saved, and what was typed can be copied.</summary>
    public bool IsTooLate => !Edition.IsOpen;

    /// <summary>Whoever saves here for the first time may release it no more.</summary>
    public bool WouldLoseRelease => Edition.IsOpen && !Edition.IsEditor(Actor.Person);

    public string Name => $"{Edition.Kind.InWords()} {Edition.Number}";

    public LawBook Book => LawBook.ReadKept(Edition.Bytes.Span);

    public Policy Policy => Policy.ReadKept(Edition.Bytes.Span);

    /// <summary>Which of the two it is; null if the address names none.</summary>
    protected abstract EditionKind? KindOfAddress { get; }

    public bool May(EditionAction action) => Edition.Consider(action, Actor) is Verdict.Permitted;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Actor = await _signedIn.ActorAsync();
        Criteria = await _signedIn.Clock.CriteriaAsync();
        if (KindOfAddress is not null && NeedsNoEdition(context))
        {
            await next();
        }
        else
        {
            await base.OnPageHandlerExecutionAsync(context, next);
        }
    }

    protected override async Task<Locked<Edition>?> OpenAsync(CancellationToken cancellationToken) =>
        KindOfAddress is { } kind ? await editions.OpenForChangeAsync(kind, cancellationToken) : null;

    protected override async Task<Edition?> FindAsync(CancellationToken cancellationToken) =>
        KindOfAddress is { } kind ? await editions.FindOpenAsync(kind, cancellationToken) : null;

    protected override async Task<Verdict> ConsiderAsync(Edition aggregate, Locked<Edition>? locked, CancellationToken cancellationToken)
    {
        Edition = aggregate;
        Actor = locked is null ? Actor : await locked.AsTheyAreNowAsync(Actor, cancellationToken);
        return Edition.MayPrepare(Actor) ? Verdict.Permitted : Verdict.Forbidden;
    }

    // Whoever presses once more, or too late, is told who was there first, and does not lose what was typed.
    protected override async Task<IActionResult> MissingAsync(CancellationToken cancellationToken)
    {
        if (KindOfAddress is not { } kind || !HttpMethods.IsPost(Request.Method))
        {
            return NotFound();
        }

        if (await editions.FindLastClosedAsync(kind, cancellationToken) is not { } closed)
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        (Edition, Now) = (closed, await _signedIn.Clock.NowAsync());
        var last = (await DeedsAsync(cancellationToken))[0];
        if (!await ShowTooLateAsync(cancellationToken))
        {
            return StatusCode(StatusCodes.Status409Conflict);
        }

        var did = closed.Status is EditionStatus.Released ? "released" : "withdrew";
        ModelState.Clear();
        ModelState.AddModelError(
            "",
            $"{(last.Person == Actor.Person ? "You" : last.Who)} {did} {Name.ToLowerInvariant()} on {last.At.InUk():d MMMM} "
                + $"at {last.At.InUk():HH:mm}. Nothing was saved now"
        );
        return Conflicting();
    }

    /// <summary>Makes the page ready to be shown with what was typed.</summary>
    /// <returns>False if there is nothing to show.</returns>
    protected virtual Task<bool> ShowTooLateAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>What was done to it, newest first; with it <see cref="Editors"/> is known.</summary>
    protected async Task<IReadOnlyList<EditionDeed>> DeedsAsync(CancellationToken cancellationToken)
    {
        var deeds = await editions.DeedsAsync(Edition.Id, cancellationToken);
        Editors = string.Join(
            ", ",
            deeds
                .Where(deed => deed.Person is { } person && Edition.IsEditor(person))
                .Select(deed => deed.Name)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
        return deeds;
    }

    /// <summary>The handler that begins one.</summary>
    protected virtual bool NeedsNoEdition(PageHandlerExecutingContext context) => false;

    /// <summary>What the form is about, as text; the whole edition where a page does not say.</summary>
    protected virtual string Part(ReadOnlyMemory<byte> edition) => Encoding.UTF8.GetString(edition.Span);

    /// <summary>Where what is saved now differs from what was typed: the question and what to say beside it.</summary>
    /// <param name="typed">The edition as it would be.</param>
    protected virtual IEnumerable<(string Key, string Message)> SavedOtherwise(ReadOnlyMemory<byte> typed) => [];

    /// <summary>What the form is about, field by field; null where a page has one field, or none.</summary>
    protected virtual JsonObject? Fields(ReadOnlyMemory<byte> edition) => null;

    /// <summary>What to do about it.</summary>
    protected virtual string AfterConflict =>
        "What you typed is still here, and where it differs, what is saved now stands beside it. If you save again, yours takes its place.";

    protected override Opened AsItIs => new($"{Edition.Id.Value} {HashOf(Edition.Bytes).Hex}", Fields(Edition.Bytes));

    // A form that was shown for another edition was shown for another part, whatever it says.
    protected override Opened? AsShown =>
        base.AsShown is { } shown && shown.State.StartsWith($"{Edition.Id.Value} ", StringComparison.Ordinal) ? shown : null;

    /// <summary>
    /// The hash of the part that the form was shown for, which is the edition's where a page names no <see cref="Part"/>.
    /// </summary>
    protected ContentHash SeenHash => ContentHash.TryParse(AsShown?.State.Split(' ')[^1] ?? "", out var hash) ? hash : default;

    /// <summary>The book, if it may follow the one that counts.</summary>
    /// <exception cref="InvalidLawBookException">With everything that is wrong.</exception>
    protected LawBook Insisted(LawBook next) =>
        LawBookDifference.Objections(Criteria.LawBook, next).ToArray() is { Length: > 0 } problems
            ? throw new InvalidLawBookException(problems)
            : next;

    /// <summary>What is wrong with the day whose law a book states, or null: nobody knows the law of years to come.</summary>
    protected string? AsOfObjection(DateOnly asOf) =>
        asOf > Now.UkDay().AddYears(1) && asOf != Criteria.LawBook.AsOf
            ? $"The law as at: the day may be at most a year ahead, {Now.UkDay().AddYears(1).InWords()}"
            : null;

    /// <summary>Writes the edition anew and goes back to its page.</summary>
    /// <param name="what">An <see cref="EditionPart"/>.</param>
    protected async Task<IActionResult> ChangeAsync(ReadOnlyMemory<byte> bytes, string what, CancellationToken cancellationToken)
    {
        if (IsOvertaken && HashOf(bytes) != HashOf(Edition.Bytes))
        {
            return await ConflictAsync([.. SavedOtherwise(bytes)], what, cancellationToken);
        }

        return await WriteAsync(bytes, what, cancellationToken);
    }

    /// <summary>The form once more, with what is saved now beside what both changed.</summary>
    protected async Task<IActionResult> ConflictAsync(
        IReadOnlyList<(string Key, string Message)> otherwise,
        string what,
        CancellationToken cancellationToken
    )
    {
        foreach (var (key, message) in otherwise)
        {
            ModelState.AddModelError(key, message);
        }

        ModelState.AddModelError("", $"{await WhoSavedAsync(what, cancellationToken)} {AfterConflict}");
        ViewData[ErrorsTagHelper.Sequence] = otherwise.Select(o => o.Key).Prepend("").ToList();
        ShowAsItIs();
        return Conflicting();
    }

    /// <summary>Writes the edition anew, whatever others saved meanwhile.</summary>
    protected async Task<IActionResult> WriteAsync(ReadOnlyMemory<byte> bytes, string what, CancellationToken cancellationToken)
    {
        Edition.Change(bytes, what, Edition.Hash, Actor, Now);
        await SaveAsync(cancellationToken);
        return ToDraft();
    }

    /// <summary>"Leon Fisher (Homefield Support) saved it on 3 September at 10:52, while you were writing."</summary>
    /// <param name="doing">What the person was doing meanwhile.</param>
    protected async Task<string> WhoSavedAsync(string what, CancellationToken cancellationToken, string doing = "writing")
    {
        var last = (await editions.DeedsAsync(Edition.Id, cancellationToken)).FirstOrDefault(deed => EditionPart.Touches(deed.What, what));
        return last is null
            ? $"Somebody else saved it while you were {doing}."
            : $"{last.Who} saved it on {last.At.InUk():d MMMM} at {last.At.InUk():HH:mm}, while you were {doing}.";
    }

    private ContentHash HashOf(ReadOnlyMemory<byte> edition) => ContentHash.Of(Encoding.UTF8.GetBytes(Part(edition)));

    protected RedirectToPageResult ToDraft() => RedirectToPage("/Law/Drafts/Index", new { kind = Edition.Kind.Slug() });
}
