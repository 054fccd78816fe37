using System.Text.Json.Nodes;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>One provision of the law book that is being prepared, with everything the book says about it; or a new one.</summary>
public sealed partial class EntryModel(EditionStore editions, SignedIn signedIn) : EditionPageModel(editions, signedIn)
{
    private JsonObject _entry = [];

    /// <summary>The members that show what somebody else saved, for this person left them alone.</summary>
    private IReadOnlySet<string> _kept = new HashSet<string>();

    [FromRoute]
    public string? Code { get; set; }

    /// <summary>Of a new entry.</summary>
    [FromQuery]
    public string? Kind { get; set; }

    [BindProperty]
    public string? NewCode { get; set; }

    public bool IsNew => Code is null;

    public IReadOnlyList<LawMember> Members => LawMember.Of(Kind!);

    protected override EditionKind? KindOfAddress => EditionKind.LawBook;

    public IActionResult OnGet()
    {
        if (!Find())
        {
            return NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Find())
        {
            return Gone();
        }

        var code = IsNew ? NewCode?.Trim() ?? "" : Code!;
        var sent = new TypedEntry(Request.Form, Kind!, ModelState);
        if (IsNew && CodeObjection(code) is { } taken)
        {
            sent.RefuseCode(taken);
        }

        var typed = sent.Over(AsShown?.Fields, _entry, code);
        ViewData[ErrorsTagHelper.Sequence] = Members.Select(TypedEntry.KeyOf).Prepend(nameof(NewCode)).ToList();
        try
        {
            var entry = LawBook.ReadEntry(TypedEntry.Said(typed));
            sent.Tell(Book.ProblemsWith(entry, Criteria.LawBook), code, IsNew);
            if (!ModelState.IsValid)
            {
                return this.Invalid();
            }

            var what = EditionPart.Entry(code, IsNew);
            if (IsNew)
            {
                return await ChangeAsync(Insisted(Book.With(entry)).Write(), what, cancellationToken);
            }

            var met = Meet(LawBook.WriteEntry(entry)); // with what a form does not send: a flag that is not set, an empty list
            if (met.Conflicts.Count > 0)
            {
                _kept = met.Kept;
                return await ConflictAsync(
                    [
                        .. Members
                            .Where(member => met.Conflicts.Contains(member.Name))
                            .Select(member => (TypedEntry.KeyOf(member), $"{member.Label}: {member.SavedNow(_entry, typed)}")),
                    ],
                    what,
                    cancellationToken
                );
            }

            return await WriteAsync(Insisted(Book.With(LawBook.ReadEntry(met.Fields))).Write(), what, cancellationToken);
        }
        catch (InvalidLawBookException exception)
        {
            sent.Tell(exception.Found, code, IsNew);
            return this.Invalid();
        }
    }

    protected override Task<bool> ShowTooLateAsync(CancellationToken cancellationToken)
    {
        _isWhole = !TypedEntry.IsIn(Request.Form);
        return Task.FromResult(Find());
    }

    /// <summary>Who writes in what was taken out meanwhile is too late; what never was is not found.</summary>
    private StatusCodeResult Gone() => AsShown?.Fields is null ? NotFound() : StatusCode(StatusCodes.Status409Conflict);

    /// <summary>What was typed, if anything was sent; else what the book says.</summary>
    public IReadOnlyList<string> Shown(LawMember member) =>
        HttpMethods.IsPost(Request.Method) && !_isWhole && !_kept.Contains(member.Name)
            ? TypedEntry.Of(member, Request.Form)
            : member.Show(_entry);

    public string? ErrorOf(LawMember member) =>
        ModelState.TryGetValue(TypedEntry.KeyOf(member), out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    protected override string AfterConflict =>
        _isWhole ? "It is shown as it is now. Press once more if you still want to." : base.AfterConflict;

    protected override string Part(ReadOnlyMemory<byte> edition) =>
        BookIn(edition).Find(Code) is { } entry ? LawBook.WriteEntry(entry).ToJsonString() : "";

    protected override JsonObject? Fields(ReadOnlyMemory<byte> edition) =>
        BookIn(edition).Find(Code) is { } entry ? LawBook.WriteEntry(entry) : null;

    private bool Find()
    {
        if (IsNew)
        {
            _entry = new JsonObject { ["kind"] = Kind };
            return LawMember.Kinds.Contains(Kind);
        }

        if (Book.Entries.FirstOrDefault(entry => entry.Code.Equals(Code, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return false;
        }

        (Code, _entry) = (found.Code, LawBook.WriteEntry(found));
        Kind = _entry["kind"]!.GetValue<string>();
        return true;
    }

    private string? CodeObjection(string code) =>
        LawCode.Objection(code, Kind!)
        ?? (Book.Find(code) is { } taken ? $"{code} is {taken.Name}. A code is never used for something else" : null);
}
