using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;
using DataSharing.Web.Pages.Agreements.Reading;
using DataSharing.Web.Pages.Agreements.Drafting;
using DataSharing.Domain;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>Errors that block, warnings that need a reason, information: each with its law and a link to what it is about.</summary>
public sealed class CheckModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    private Names _names = null!;
    private AgreementReading _reading = null!;
    private Answers _answers = null!;

    public ContentCheck Check { get; private set; } = null!;

    public IReadOnlyList<Finding> Errors => [.. Check.Errors];

    public IReadOnlyList<Finding> Warnings => [.. Check.Warnings];

    public IReadOnlyList<Finding> Information => [.. Check.Findings.Where(f => f.Severity is Severity.Info)];

    public int OpenWarnings => Warnings.Count(w => JustificationOf(w) is null);

    /// <summary>What no rule says, because it is beside the content: a party that is not registered here, or has not agreed.</summary>
    public IReadOnlyList<SubmissionProblem> Records { get; private set; } = [];

    public bool IsReady { get; private set; }

    protected override bool IsJudged => true;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Check = CheckAt(Version.Status switch
        {
            VersionStatus.Active or VersionStatus.Suspended => Moment.InForce,
            _ when Version.IsFrozen => Moment.Signature,
            _ => Moment.Submit
        });
        _names = await Names.ReadAsync(Db, Version.Justifications.Select(j => (Domain.PersonId?)j.Person), [], cancellationToken);
        _reading = AgreementReading.Of(Version.Document.Content, LawBook);
        _answers = new Answers(Version.Document.Content, LawBook);

        if (!Version.IsFrozen)
        {
            var problems = Agreement.SubmissionProblems(Check, await KnownPartiesAsync(cancellationToken));
            Records = [.. problems.Where(p => p.RuleId is null)];
            IsReady = problems.Count == 0;
        }
    }

    public IEnumerable<ShownFinding> Shown(IEnumerable<Finding> findings) => ShownFinding.Together(findings, finding => new ShownFinding(
        finding,
        Reference,
        [new ShownPlace(PlaceOf(finding.Path), LinkTo(finding.Path))],
        finding.Severity is Severity.Warning ? JustificationOf(finding) : null,
        finding.Severity is Severity.Warning && May(AgreementAction.Edit) ? Reference : null));

    public string PlaceOf(string path) => ItemNames.PlaceOf(_answers, path);

    public ShownJustification? JustificationOf(Finding warning) => Version.JustificationOf(warning.RuleId) is { } justification
        ? new ShownJustification(justification.Text, _names.Of(justification.Person), justification.At)
        : null;

    /// <summary>It was justified, but for a content that has changed since: the words are kept, and somebody must say them again.</summary>
    public bool WasJustified(Finding warning) => JustificationOf(warning) is null && Version.Justifications.Any(j => j.RuleId == warning.RuleId);

    /// <summary>To the question itself for whoever may answer it, else to where the answer is read.</summary>
    public string LinkTo(string path) => !Version.IsFrozen && Version == Agreement.Current && Agreement.ConsiderEdit(path, Actor) is Verdict.Permitted
        ? DraftAddress.OfQuestion(Reference, path)
        : Url.Page("/Agreements/Details", new { Reference, n = Version.Ordinal }) + "#" + _reading.AnchorFor(path);
}
