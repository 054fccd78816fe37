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
public sealed class EntryModel(EditionStore editions, SignedIn signedIn) : EditionPageModel(editions, signedIn)
{
    private const string Typed = "Typed.";

    private JsonObject _entry = [];

    /// <summary>The members that show what somebody else saved, for this person left them alone.</summary>
    private IReadOnlySet<string> _kept = new HashSet<string>();

    /// <summary>A button was pressed that is about the provision as a whole: nothing was typed.</summary>
    private bool _isWhole;

    [FromRoute]
    public string? Code { get; set; }

    /// <summary>Of a new entry.</summary>
    [FromQuery]
    public string? Kind { get; set; }

    [BindProperty]
    public string? NewCode { get; set; }

    public bool IsNew => Code is null;

    /// <summary>Null if it has no such provision yet.</summary>
    private LawEntry? Released => Criteria.LawBook.Find(Code);

    /// <summary>An agreement may rest on what was released, and on nothing else.</summary>
    public bool MayTakeOut => !IsNew && Released is null;

    public bool MayPutBack => Released is { } released && !JsonNode.DeepEquals(LawBook.WriteEntry(released), _entry);

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
        var wrong = new HashSet<string>();
        if (IsNew && CodeObjection(code) is { } taken)
        {
            ModelState.AddModelError(nameof(NewCode), taken);
            wrong.Add("code");
        }

        var shown = AsShown?.Fields;
        var typed = (shown ?? _entry).DeepClone().AsObject(); // a list keeps the order in which it was shown
        (typed["kind"], typed["code"]) = (Kind, code);
        foreach (var member in Members)
        {
            if (shown is not null && TypedFor(member).SequenceEqual(member.Show(shown)))
            {
                continue; // left alone, and so as it was to the letter
            }

            if (member.Take(TypedFor(member), typed) is { } objection)
            {
                ModelState.AddModelError(KeyOf(member), objection);
                wrong.Add(member.Name);
                member.StandIn(typed, _entry);
            }
        }

        ViewData[ErrorsTagHelper.Sequence] = Members.Select(KeyOf).Prepend(nameof(NewCode)).ToList();
        try
        {
            var entry = LawBook.ReadEntry(Said(typed));
            Tell(Book.ProblemsWith(entry, Criteria.LawBook), wrong);
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
                            .Select(member => (KeyOf(member), $"{member.Label}: {member.SavedNow(_entry, typed)}")),
                    ],
                    what,
                    cancellationToken
                );
            }

            return await WriteAsync(Insisted(Book.With(LawBook.ReadEntry(met.Fields))).Write(), what, cancellationToken);
        }
        catch (InvalidLawBookException exception)
        {
            Tell(exception.Found, wrong);
            return this.Invalid();
        }
    }

    /// <summary>
    /// Each problem beside its question. What comes of an answer that is wrong already, or stands in for one, is left out.
    /// </summary>
    /// <param name="wrong">The members whose answers are wrong already.</param>
    private void Tell(IReadOnlyList<LawProblem> problems, IReadOnlySet<string> wrong)
    {
        var mine = Code ?? NewCode?.Trim() ?? "";
        foreach (var problem in problems.Where(problem => problem.Code != mine || !problem.Members.Any(wrong.Contains)))
        {
            if (problem.Code == mine && problem.Members is ["code", ..] && IsNew)
            {
                ModelState.AddModelError(nameof(NewCode), problem.Message);
            }
            else if (
                problem.Code == mine
                && Members.FirstOrDefault(member => problem.Members is [var first, ..] && member.Name == first) is { } member
            )
            {
                ModelState.AddModelError(KeyOf(member), $"{member.Label}: {problem.Message}");
            }
            else
            {
                ModelState.AddModelError("", problem.ToString());
            }
        }
    }

    // What is not said is not written: null is no member of a file.
    private static JsonObject Said(JsonObject typed) =>
        new(typed.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    public Task<IActionResult> OnPostTakeOutAsync(CancellationToken cancellationToken) =>
        ChangeWholeAsync(() => MayTakeOut, () => Book.Without(Code!), EditionPart.EntryTakenOut, cancellationToken);

    public Task<IActionResult> OnPostPutBackAsync(CancellationToken cancellationToken) =>
        ChangeWholeAsync(() => MayPutBack, () => Book.With(Released!), EditionPart.EntryPutBack, cancellationToken);

    protected override Task<bool> ShowTooLateAsync(CancellationToken cancellationToken)
    {
        _isWhole = !Request.Form.Keys.Any(field => field.StartsWith(Typed, StringComparison.Ordinal));
        return Task.FromResult(Find());
    }

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
            Tell(exception.Found, new HashSet<string>());
            return this.Invalid();
        }
    }

    /// <summary>Who writes in what was taken out meanwhile is too late; what never was is not found.</summary>
    private StatusCodeResult Gone() => AsShown?.Fields is null ? NotFound() : StatusCode(StatusCodes.Status409Conflict);

    /// <summary>What was typed, if anything was sent; else what the book says.</summary>
    public IReadOnlyList<string> Shown(LawMember member) =>
        HttpMethods.IsPost(Request.Method) && !_isWhole && !_kept.Contains(member.Name) ? TypedFor(member) : member.Show(_entry);

    public string? ErrorOf(LawMember member) =>
        ModelState.TryGetValue(KeyOf(member), out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    protected override string AfterConflict =>
        _isWhole ? "It is shown as it is now. Press once more if you still want to." : base.AfterConflict;

    protected override string Part(ReadOnlyMemory<byte> edition) =>
        LawBook.ReadKept(edition.Span).Find(Code) is { } entry ? LawBook.WriteEntry(entry).ToJsonString() : "";

    protected override JsonObject? Fields(ReadOnlyMemory<byte> edition) =>
        LawBook.ReadKept(edition.Span).Find(Code) is { } entry ? LawBook.WriteEntry(entry) : null;

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

    private string[] TypedFor(LawMember member) =>
        [.. Request.Form[Typed + member.Name].Select(text => text?.ReplaceLineEndings("\n") ?? "")];

    // The summary of errors links to the question by its id.
    private static string KeyOf(LawMember member) => "m-" + member.Name;
}
