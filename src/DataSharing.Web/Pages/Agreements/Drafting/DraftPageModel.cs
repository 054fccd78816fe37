using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Rules.Grounds;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Findings;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>
/// A page about the draft: there is nothing to see once the version is submitted or given up. Whoever may see the draft may read it; who
/// may change what is asked part by part.
/// </summary>
public abstract class DraftPageModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    private ContentCheck? _check;
    private List<Finding>? _findings;
    private Answers? _answers;

    public AgreementContent DraftContent => Version.Document.Content;

    /// <summary>The answers of the draft as it stands, in words.</summary>
    internal Answers Answers => _answers?.Content == (object)DraftContent ? _answers! : _answers = new Answers(DraftContent, LawBook);

    /// <summary>What the rules say about the draft as it stands.</summary>
    public ContentCheck Check => _check ??= CheckAt(Moment.Submit);

    /// <summary>Which grounds a legal line could rest on; null if there is no such line.</summary>
    public GroundAdvice? AdviceOn(string line) => GroundAdvice.Of(DraftContent, line, Criteria, CircumstancesAt(Moment.Submit));

    public bool MayEdit(string path) => Agreement.ConsiderEdit(path, Actor) is Verdict.Permitted;

    /// <summary>A place of the draft in words, with the way to the question.</summary>
    public ShownPlace PlaceAt(string path) => new(ItemNames.PlaceOf(Answers, path), DraftAddress.OfQuestion(Reference, path));

    /// <summary>A finding, with the way to the question it is about.</summary>
    public ShownFinding Shown(Finding finding)
    {
        var justification = Version.JustificationOf(finding.RuleId);
        return new ShownFinding(
            finding,
            Reference,
            [PlaceAt(finding.Path)],
            justification is null ? null : new ShownJustification(justification.Text, null, justification.At),
            finding.Severity is Severity.Warning && May(AgreementAction.Justify) ? Reference : null
        );
    }

    protected override bool IsJudged => true;

    /// <summary>The findings that no question of this page has shown yet.</summary>
    protected List<Finding> Findings => _findings ??= [.. Check.Findings];

    /// <summary>Shows beside the questions what the rules would say, instead of what they say of the draft as it stands.</summary>
    protected void JudgeBy(ContentCheck other) => _findings = [.. other.Findings];

    /// <summary>Makes the change; what is too large is said above the form.</summary>
    protected bool TryChange(Action change)
    {
        try
        {
            change();
            return true;
        }
        catch (DraftTooLargeException tooLarge)
        {
            ModelState.AddModelError("", tooLarge.Message);
            return false;
        }
    }

    protected override Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) =>
        !version.IsBeingWritten ? Verdict.NotNow
        : HttpMethods.IsPost(Request.Method) ? ConsiderPost(agreement, actor)
        : Verdict.Permitted;

    protected override Subject Subject => Subject.InPreparation;

    /// <summary>Reading is for everybody who sees the draft; sending a form is not.</summary>
    protected abstract Verdict ConsiderPost(Agreement agreement, Actor actor);
}
