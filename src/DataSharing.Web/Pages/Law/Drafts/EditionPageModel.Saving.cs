using System.Text;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Web.Forms;
using DataSharing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>What a form of the page is about, whether others changed the same meanwhile, and how it is saved.</summary>
public abstract partial class EditionPageModel
{
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
        var deed = (await editions.DeedsAsync(Edition.Id, cancellationToken)).FirstOrDefault(deed => EditionPart.Touches(deed.What, what));
        if (deed is null)
        {
            return $"Somebody else saved it while you were {doing}.";
        }

        var last = LastSave.Of(deed.Person, deed.Who, deed.At, Actor.Person);
        return $"{last.Who} saved it {last.When}, while you were {doing}.";
    }

    private ContentHash HashOf(ReadOnlyMemory<byte> edition) => ContentHash.Of(Encoding.UTF8.GetBytes(Part(edition)));

    protected RedirectToPageResult ToDraft() => RedirectToPage("/Law/Drafts/Index", new { kind = Edition.Kind.Slug() });
}
