using System.Text.Json.Nodes;
using DataSharing.Domain.Law;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>A provision taken out of the book, or put back as it was released.</summary>
public sealed partial class EntryModel
{
    /// <summary>A button was pressed that is about the provision as a whole: nothing was typed.</summary>
    private bool _isWhole;

    /// <summary>Null if it has no such provision yet.</summary>
    private LawEntry? Released => Criteria.LawBook.Find(Code);

    /// <summary>An agreement may rest on what was released, and on nothing else.</summary>
    public bool MayTakeOut => !IsNew && Released is null;

    public bool MayPutBack => Released is { } released && !JsonNode.DeepEquals(LawBook.WriteEntry(released), _entry);

    public Task<IActionResult> OnPostTakeOutAsync(CancellationToken cancellationToken) =>
        ChangeWholeAsync(() => MayTakeOut, () => Book.Without(Code!), EditionPart.EntryTakenOut, cancellationToken);

    public Task<IActionResult> OnPostPutBackAsync(CancellationToken cancellationToken) =>
        ChangeWholeAsync(() => MayPutBack, () => Book.With(Released!), EditionPart.EntryPutBack, cancellationToken);

    private async Task<IActionResult> ChangeWholeAsync(
        Func<bool> may,
        Func<LawBook> change,
        Func<string, string> what,
        CancellationToken cancellationToken
    )
    {
        _isWhole = true;
        if (IsNew || !Find() || !may())
        {
            return StatusCode(StatusCodes.Status409Conflict); // somebody was there first
        }

        try
        {
            return await ChangeAsync(Insisted(change()).Write(), what(Code!), cancellationToken);
        }
        catch (InvalidLawBookException exception)
        {
            new TypedEntry(Request.Form, Kind!, ModelState).Tell(exception.Found, Code!, isNew: false);
            return this.Invalid();
        }
    }
}
