using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using DataSharing.Web.Pages.Agreements.Comments;
using DataSharing.Web.Pages.Agreements.Evidence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A page about one part of the draft, with what stands around its form: lists, findings, comments and evidence.</summary>
public abstract class PartPageModel(DataSharingDbContext db, SignedIn signedIn) : DraftPageModel(db, signedIn), IAnswersPage
{
    public ContentPart Part { get; protected set; } = null!;

    public string Path => Part.Path;

    public abstract string Name { get; }

    public Policy Policy => Criteria.Policy;

    public Conflict? Conflict { get; protected set; }

    /// <summary>What saving would do to the findings, where the person asked for that instead of saving.</summary>
    public ShownEffect? Effect { get; protected set; }

    /// <summary>What was just done, for a note at the top.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Saved { get; set; }

    /// <summary>What was just removed, so that it can be put back at once.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Removed { get; set; }

    public virtual bool MayEditHere => MayEdit(Part.Path.Length > 0 ? Part.Path : Part.Questions.Concat(Part.Lists).First());

    private readonly Dictionary<string, ItemList> _placed = [];

    /// <summary>A list of this part, for a place within the form. The others stand at its end.</summary>
    /// <param name="list">Below the part: <c>/gateways</c>.</param>
    public ItemList Place(string list) => _placed[Path + list] = ItemList.Of(this, Path + list);

    /// <summary>The lists that have no place within the form.</summary>
    public virtual IReadOnlyList<ItemList> Lists =>
        [.. Part.Lists.Where(list => !_placed.ContainsKey(list)).Select(list => ItemList.Of(this, list))];

    /// <summary>All lists, for whoever does not see the form.</summary>
    public IReadOnlyList<ItemList> AllLists => [.. Part.Lists.Select(list => _placed.GetValueOrDefault(list) ?? ItemList.Of(this, list))];

    /// <summary>The findings about this part that stand beside no question.</summary>
    public IReadOnlyList<Finding> OtherFindings => [.. Findings.Where(finding => IsAboutThis(finding.Path))];

    public IReadOnlyList<Finding> TakeFindings(string path)
    {
        var taken = Findings
            .Where(finding => finding.Path == path || finding.Path.StartsWith(path + "/", StringComparison.Ordinal))
            .ToList();
        Findings.RemoveAll(taken.Contains);
        return taken;
    }

    public virtual bool MayAnswer(string path) => MayEdit(path);

    public string? Answered(string path) => Answers.At(path)?.InWords;

    /// <summary>What was said about this part.</summary>
    public ShownComments? Comments { get; private set; }

    /// <summary>Where more is said about it, and from where one comes back here.</summary>
    public string CommentsAt =>
        QueryHelpers.AddQueryString(
            $"/agreements/{Reference}/comments",
            new Dictionary<string, string?>
            {
                ["about"] = Part.Section.ToString(),
                ["place"] = CommentsAre,
                ["returnUrl"] = Request.Path,
            }
        );

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await base.OnPageHandlerExecutionAsync(
            context,
            async () =>
            {
                var done = await next();
                if (Conflict is not null)
                {
                    var last = await LastSave.FindAsync(
                        Db,
                        Agreement.Id.Value,
                        PartSaves.Names,
                        Part.IsSavedBy,
                        Actor.Person,
                        HttpContext.RequestAborted
                    );
                    Conflict = Conflict with { SavedBy = last is null ? null : $"{last.Who} saved it {last.When}." };
                }
                else if (done.Result is PageResult or null && Part is not null)
                {
                    Comments = await ShownComments.AboutAsync(this, Db, Part.Section, CommentsAre, HttpContext.RequestAborted);
                    if (EvidenceIsAbout is { } place)
                    {
                        Evidence = (
                            await EvidenceList.ReadAsync(Db, Agreement, Version, Actor, Today, Criteria.Policy, HttpContext.RequestAborted)
                        ).At(place);
                    }
                }

                return done;
            }
        );
    }

    /// <summary>What supports this part, where evidence is asked for.</summary>
    public EvidenceAtPlace? Evidence { get; private set; }

    /// <summary>The place or section that evidence here supports; null where none is asked for.</summary>
    protected virtual string? EvidenceIsAbout => null;

    /// <summary>The place that comments here are about; null for the whole section.</summary>
    protected virtual string? CommentsAre => null;

    protected abstract bool IsAboutThis(string path);
}
