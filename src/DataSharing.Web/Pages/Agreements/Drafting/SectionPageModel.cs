using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Validation;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A section of the draft: its single answers in one form, and its lists. The address names the section.</summary>
public sealed class SectionPageModel(DataSharingDbContext db, SignedIn signedIn) : AnswersPageModel<AgreementContent>(db, signedIn)
{
    public Section Section => DraftAddress.SectionOf(Request.Path.Value!.Split('/')[^1].ToLowerInvariant())!.Value;

    public override string Name => CodeLabels.Of(Section);

    /// <summary>What is read here by whoever may not change it; the lists of the section stand below, each with its own way in.</summary>
    public AgreementContent WithoutLists
    {
        get
        {
            var node = Version.Document.ToNode();
            foreach (var list in Part.Lists)
            {
                ContentPointer.Set(node, list, null);
            }

            return AgreementJson.Read(node);
        }
    }

    /// <summary>The section that comes next, where one goes on after this.</summary>
    public Section? Following => Section == Enum.GetValues<Section>()[^1] ? null : Section + 1;

    /// <summary>There is nothing to say in this section.</summary>
    [BindProperty]
    public bool NothingToSay { get; set; }

    /// <summary>Whether it can be said that there is nothing to say: nothing is said, and no check asks for it.</summary>
    public bool MayHaveNothing =>
        IsEmpty && MayEditHere && !Check.Errors.Any(error => error.Path.Length > 0 && ContentGuide.For(error.Path).Section == Section);

    private bool IsEmpty => Current.Count == 0 && Part.Lists.All(list => !ContentItems.In(Version.Document.ToNode(), list).Any());

    public void OnGet()
    {
        Part = ContentPart.Of(Section);
        Show(Current);
        NothingToSay = Version.SectionsWithNothing.Contains(Section);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Part = ContentPart.Of(Section);
        if (Understand(out var shown) is not { } answers)
        {
            return shown;
        }

        if (TellEffect(answers))
        {
            return Page();
        }

        if (Part.Questions.Count > 0 && MayEditHere && !TryChange(() => Agreement.ChangeAnswers(Part, answers, Asked, Actor, Now)))
        {
            return this.Invalid();
        }

        if (MayEditHere && (IsEmpty || Version.SectionsWithNothing.Contains(Section)))
        {
            Agreement.MarkSection(Section, NothingToSay && IsEmpty, Actor, Now);
        }

        Pressed.Follow(Agreement, MayEdit, Actor, Now);
        await SaveAsync(cancellationToken);
        return LocalRedirect(Pressed.AddressAfter(Request.Path, Url) ?? $"{DraftAddress.Of(Reference)}?saved={Section}");
    }

    protected override string? EvidenceIsAbout => Section is Section.AssessmentsAndEvidence ? Section.ToString() : null;

    // Who may change nothing in a section but a list of it, as a partner its own retention, sends the same form.
    protected override Verdict ConsiderPost(Agreement agreement, Actor actor)
    {
        var part = ContentPart.Of(Section);
        return part.Questions.Take(1).Concat(part.Lists).Select(path => agreement.ConsiderEdit(path, actor)).Min();
    }

    protected override bool IsAboutThis(string path) =>
        path.Length > 0 && ContentGuide.For(path).Section == Section && !ContentPart.Around(path).Path.StartsWith('/');
}
