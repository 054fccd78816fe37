using DataSharing.Domain.Content;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>
/// A page about the edition that is being prepared; where there is none any more it shows what was typed, and who was there first. What
/// others changed elsewhere meanwhile is kept, and where they changed the same part the form is shown again, with what was typed and what
/// is saved now.
/// </summary>
[RoleOnly(Role.SystemAdmin)]
public abstract partial class EditionPageModel(EditionStore editions, SignedIn signedIn) : AggregatePageModel<Edition>(signedIn)
{
    private readonly SignedIn _signedIn = signedIn;
    private readonly Dictionary<ReadOnlyMemory<byte>, LawBook> _books = [];

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

    public LawBook Book => BookIn(Edition.Bytes);

    public Policy Policy => Policy.ReadKept(Edition.Bytes.Span);

    /// <summary>The book that an edition's bytes are; read once for a page, which asks often.</summary>
    protected LawBook BookIn(ReadOnlyMemory<byte> edition) =>
        _books.TryGetValue(edition, out var book) ? book : _books[edition] = LawBook.ReadKept(edition.Span);

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
}
