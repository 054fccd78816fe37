using System.Text.Json.Nodes;
using DataSharing.Domain.Law;
using DataSharing.Domain.Law.Editions;
using DataSharing.Persistence.Law;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>One provision of the law book that is being prepared, with everything the book says about it; or a new one.</summary>
public sealed class EntryModel(EditionStore editions, SignedIn signedIn) : EditionPageModel(editions, signedIn)
{
    private JsonObject _entry = [];

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

        ShowNewest();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Find())
        {
            return NotFound();
        }

        var code = IsNew ? NewCode?.Trim() ?? "" : Code!;
        if (IsNew && CodeObjection(code) is { } objection)
        {
            ModelState.AddModelError(nameof(NewCode), objection);
        }

        _entry["code"] = code;
        foreach (var member in Members)
        {
            if (member.Take(Sent(member), _entry) is { } wrong)
            {
                ModelState.AddModelError(KeyOf(member), wrong);
            }
        }

        ViewData[ErrorsTagHelper.Sequence] = Members.Select(KeyOf).Prepend(nameof(NewCode)).ToList();
        if (ModelState.IsValid)
        {
            try
            {
                var changed = Insisted(Book.With(LawBook.ReadEntry(_entry)));
                return await ChangeAsync(changed.Write(), EditionPart.Entry(code, IsNew), cancellationToken);
            }
            catch (InvalidLawBookException exception)
            {
                foreach (var problem in exception.Problems)
                {
                    ModelState.AddModelError("", problem);
                }
            }
        }

        return this.Invalid();
    }

    /// <summary>What was typed, if anything was sent; else what the book says.</summary>
    public IReadOnlyList<string> Shown(LawMember member) => HttpMethods.IsPost(Request.Method) ? Sent(member) : member.Show(_entry);

    public string? ErrorOf(LawMember member) => ModelState.TryGetValue(KeyOf(member), out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    protected override string Part(ReadOnlyMemory<byte> edition) => LawBook.ReadKept(edition.Span).Find(Code) is { } entry ? LawBook.WriteEntry(entry).ToJsonString() : "";

    protected override IEnumerable<(string Key, string Message)> SavedOtherwise(ReadOnlyMemory<byte> typed)
    {
        var (saved, mine) = (LawBook.WriteEntry(Book.Find(Code)!), LawBook.WriteEntry(LawBook.ReadKept(typed.Span).Find(Code)!));
        return from member in Members
               where !JsonNode.DeepEquals(saved[member.Name], mine[member.Name])
               select (KeyOf(member), $"{member.Label}: {member.SavedNow(saved, mine)}");
    }

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
        LawCode.Objection(code, Kind!) ?? (Book.Find(code) is { } taken ? $"{code} is {taken.Name}. A code is never used for something else" : null);

    private string[] Sent(LawMember member) => [.. Request.Form["Typed." + member.Name].Select(text => text?.ReplaceLineEndings("\n") ?? "")];

    // The summary of errors links to the question by its id.
    private static string KeyOf(LawMember member) => "m-" + member.Name;
}
