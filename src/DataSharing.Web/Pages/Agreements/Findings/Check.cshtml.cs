using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements.Drafting;
using DataSharing.Web.Pages.Law;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Findings;

/// <summary>Errors that block, warnings that need a reason, information: each with its law and a link to what it is about.</summary>
public sealed class CheckModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    private Names _names = null!;
    private AgreementNarrative _reading = null!;
    private Answers _answers = null!;
    private JsonObject _content = null!;
    private ILookup<string, LawEntry> _lookedAt = null!;

    public ContentCheck Check { get; private set; } = null!;

    public IReadOnlyList<Finding> Errors => [.. Check.Errors];

    public IReadOnlyList<Finding> Warnings => [.. Check.Warnings];

    /// <summary>"2 errors, 3 warnings at 4 places (1 without a justification) and 1 note": as many as are listed.</summary>
    public string Counts =>
        Words.List([
            Counted(Errors, "error", "errors"),
            .. Records.Count == 0 ? Array.Empty<string>() : [Words.Count(Records.Count, "thing", "things") + " missing beside the content"],
            Counted(Warnings, "warning", "warnings") + (Warnings.Count == 0 ? "" : $" ({OpenWarnings} without a justification)"),
            .. Information.Count == 0 ? Array.Empty<string>() : [Counted(Information, "note", "notes")],
        ]);

    /// <summary>What is said once is one, with the places where there are more of them.</summary>
    public string Counted(IReadOnlyList<Finding> findings, string one, string many) =>
        Words.Count(Shown(findings).Count(), one, many) + (Shown(findings).Count() == findings.Count ? "" : $" at {findings.Count} places");

    public IReadOnlyList<Finding> Information => [.. Check.Findings.Where(f => f.Severity is Severity.Info)];

    public int OpenWarnings => Shown(Warnings).Count(warning => warning.Justification is null);

    /// <summary>What no rule says, because it is beside the content: a party that is not registered here, or has not agreed.</summary>
    public IReadOnlyList<SubmissionProblem> Records { get; private set; } = [];

    public bool IsReady { get; private set; }

    protected override bool IsJudged => true;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Check = CheckAt(
            Version.Status switch
            {
                _ when Version.IsInForce => Moment.InForce,
                _ when Version.IsFrozen => Moment.Signature,
                _ => Moment.Submit,
            }
        );
        _names = await Names.ReadAsync(Db, Version.Justifications.Select(j => (PersonId?)j.Person), [], cancellationToken);
        _reading = AgreementNarrative.Of(Version.Document.Content, LawBook);
        _answers = new Answers(Version.Document.Content, LawBook);
        _content = Version.Document.ToNode();
        _lookedAt = LawBook
            .Entries.SelectMany(entry => RulesAbout.Of(entry, LawBook).Select(rule => (rule.Id, entry)))
            .Distinct()
            .ToLookup(pair => pair.Id, pair => pair.entry);

        if (Version.IsBeingWritten)
        {
            var problems = Agreement.SubmissionProblems(Check, await KnownPartiesAsync(cancellationToken), Actor);
            Records = [.. problems.Where(p => p.RuleId is null)];
            IsReady = problems.Count == 0;
        }
    }

    public IEnumerable<ShownFinding> Shown(IEnumerable<Finding> findings) =>
        ShownFinding.Together(
            findings,
            finding => new ShownFinding(
                finding,
                Reference,
                [new ShownPlace(PlaceOf(finding.Path), LinkTo(finding.Path))],
                finding.Severity is Severity.Warning ? JustificationOf(finding) : null,
                finding.Severity is Severity.Warning && May(AgreementAction.Edit) ? Reference : null
            )
            {
                Provisions = ProvisionsOf(finding),
                Settings =
                [
                    .. PolicyWords
                        .SettingsBehind(finding, Criteria.Policy)
                        .Select(setting => $"{setting.Label}, {PolicyWords.InWords(setting, Criteria.Policy)}"),
                ],
            }
        );

    public string PlaceOf(string path) => ItemNames.PlaceOf(_answers, path);

    public ShownJustification? JustificationOf(Finding warning) =>
        Version.JustificationOf(warning.RuleId) is { } justification
            ? new ShownJustification(justification.Text, _names.Of(justification.Person), justification.At)
            : null;

    /// <summary>It was justified, but for a content that has changed since: the words are kept, and somebody must say them again.</summary>
    public bool WasJustified(Finding warning) =>
        JustificationOf(warning) is null && Version.Justifications.Any(j => j.RuleId == warning.RuleId);

    /// <summary>
    /// What the law book has about a finding: the code that stands at its place, the provision it cites, or the one entry its rule looks
    /// at.
    /// </summary>
    private IReadOnlyList<LawEntry> ProvisionsOf(Finding finding)
    {
        var said = ContentPointer.Resolve(_content, finding.Path) switch
        {
            JsonValue answer when answer.GetValueKind() is JsonValueKind.String => [answer.GetValue<string>()],
            JsonArray answers => answers
                .OfType<JsonValue>()
                .Where(answer => answer.GetValueKind() is JsonValueKind.String)
                .Select(answer => answer.GetValue<string>()),
            JsonObject item when item["code"] is JsonValue code => [code.GetValue<string>()],
            _ => Enumerable.Empty<string>(),
        };
        LawEntry[] found =
        [
            .. said.Select(LawBook.Find).OfType<LawEntry>(),
            .. LawBook.Entries.Where(entry => finding.Law.Contains(entry.Citation)),
        ];
        return found.Length > 0 ? [.. found.Distinct()]
            : _lookedAt[finding.RuleId].ToArray() is [var only] ? [only]
            : [];
    }

    /// <summary>To the question itself for whoever may answer it, else to where the answer is read.</summary>
    public string LinkTo(string path) =>
        Version.IsBeingWritten && Agreement.ConsiderEdit(path, Actor) is Verdict.Permitted
            ? DraftAddress.OfQuestion(Reference, path)
            : Url.Page("/Agreements/Reading/Details", new { Reference, n = Version.Ordinal }) + "#" + _reading.AnchorFor(path);
}
