using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>
/// Which codes of the law book a legal line could rest on, the best first, each with why it fits or what rules it out. It knows no law of
/// its own: each code is tried on a copy of the agreement in which this line says that code and nothing else for the question, and the
/// rules say the rest. It chooses nothing, and it is no legal advice.
/// </summary>
public sealed class GroundAdvice
{
    private const string Supposed = "supposed";

    private readonly AgreementContent _content;
    private readonly Criteria _criteria;
    private readonly Circumstances _circumstances;

    private GroundAdvice(AgreementContent content, LegalLine line, Criteria criteria, Circumstances circumstances)
    {
        (_content, _criteria, _circumstances) = (Suppose(content, line, criteria, circumstances), criteria, circumstances);
        var reading = new Reading(_content, criteria, circumstances);
        Situation = new GroundSituation(reading, line, _content != content);
    }

    public GroundSituation Situation { get; }

    /// <summary>Party, purpose and activity are said: without them nothing can be advised.</summary>
    public bool IsPossible => Situation is { Party: not null, Purpose: not null, Line.Activity: not null };

    /// <summary>What a line like this must answer, in the order in which it is best answered.</summary>
    public IEnumerable<GroundQuestion> Questions =>
        IsPossible ? GroundVocabulary.All.Where(vocabulary => vocabulary.IsAsked(Situation)).Select(vocabulary => vocabulary.Question) : [];

    /// <summary>What the rules say against the line whatever it rests on: that its regime is not open to it.</summary>
    public IReadOnlyList<Finding> AgainstRegime => [.. Check(Situation.Line).Where(finding => finding.Path == PathOf("regime"))];

    /// <returns>Null if there is no such line.</returns>
    public static GroundAdvice? Of(AgreementContent content, string line, Criteria criteria, Circumstances circumstances) =>
        content.LegalLines.FirstOrDefault(l => l.Id == line) is { } found
            ? new GroundAdvice(content, found, criteria, circumstances)
            : null;

    /// <summary>Every code of the question's vocabulary, the best first.</summary>
    public IReadOnlyList<OfferedGround> Offer(GroundQuestion question)
    {
        var vocabulary = GroundVocabulary.Of(question);
        var without = Check(vocabulary.Only(Situation.Line, null, _criteria.LawBook));
        return
        [
            .. vocabulary
                .Entries(_criteria.LawBook)
                .Select(entry => (Ground: Try(vocabulary, entry, without), Rank: RankOf(question, entry)))
                .OrderBy(tried => tried.Ground.Entry.Code == Gateway.OtherEnactment)
                .ThenBy(tried => tried.Ground.Fit)
                .ThenBy(tried => tried.Ground.Entry is Gateway gateway && gateway.IsOnly(GatewayType.Implied))
                .ThenBy(tried => tried.Rank)
                .Select(tried => tried.Ground),
        ];
    }

    /// <summary>One code, as it stands to this line; null if the question has no such code.</summary>
    public OfferedGround? Offer(GroundQuestion question, string code)
    {
        var vocabulary = GroundVocabulary.Of(question);
        return vocabulary.Entries(_criteria.LawBook).FirstOrDefault(entry => entry.Code == code) is { } entry
            ? Try(vocabulary, entry, Check(vocabulary.Only(Situation.Line, null, _criteria.LawBook)))
            : null;
    }

    private OfferedGround Try(GroundVocabulary vocabulary, LawEntry entry, IReadOnlyList<Finding> without)
    {
        var line = vocabulary.Only(Situation.Line, entry.Code, _criteria.LawBook);
        var assisted = vocabulary.Assisted(line, _criteria.LawBook);
        var with = Check(line);
        var own = vocabulary.Own.Select(PathOf).ToHashSet();
        var added = FindingChanges.Between(without, with).Added;
        var against = (assisted == line ? with : Check(assisted))
            .Where(finding => own.Contains(finding.Path))
            .Concat(
                added.Where(finding =>
                    !own.Contains(finding.Path)
                    && (
                        vocabulary.OwnRules.Contains(finding.RuleId)
                        || finding is { RuleId: ProvisionRules.NotInForce } && finding.About == entry.Code
                    )
                )
            )
            .Where(finding => finding.Severity is not Severity.Info && !AsksForMore(entry, finding))
            .ToList();
        var needs = added
            .Where(finding =>
                finding.Severity is not Severity.Info && !against.Any(a => (a.RuleId, a.Path) == (finding.RuleId, finding.Path))
            )
            .ToList();

        var notInForceOn = NotInForceOn(vocabulary, entry);
        var preference = Preferences.All.FirstOrDefault(p => p.Holds(vocabulary.Question, entry, Situation));
        var otherObjective = OtherObjective(entry, against, preference);
        var open = against.Where(finding => finding == otherObjective || FactBehind(finding)?.IsOpen(Situation) is true).ToList();
        against = [.. against.Except(open)];
        var isForOthers = Situation.IsForOthers(vocabulary.Question, entry);
        var isForbidden = notInForceOn is not null || against.Any(finding => finding.Severity is Severity.Error);
        var fit =
            isForbidden || preference?.Leaning is Leaning.Against ? GroundFit.RuledOut
            : isForOthers ? GroundFit.ForOthers
            : otherObjective is not null && preference is null ? GroundFit.Unsupported
            : against.Count + open.Count > 0 || preference?.Leaning is Leaning.Doubt ? GroundFit.Doubtful
            : preference is null ? GroundFit.Unsupported
            : GroundFit.Fits;
        var why = fit switch
        {
            GroundFit.RuledOut => preference is { Leaning: Leaning.Against } ? preference.Because : null,
            GroundFit.ForOthers => $"The law names others for it: {entry.WhoMayUse}",
            GroundFit.Unsupported when otherObjective is not null => FitsOnlyFor((Gateway)entry),
            GroundFit.Unsupported => "Nothing in the draft speaks for it.",
            GroundFit.Doubtful when otherObjective is not null => $"{preference?.Because} {FitsOnlyFor((Gateway)entry)}".TrimStart(),
            _ => preference?.Because,
        };
        IEnumerable<string> restsOn =
        [
            .. fit is GroundFit.ForOthers ? [Situation.PartyPlace("sector")]
            : why is null ? []
            : preference?.Places(Situation) ?? [],
            .. against.SelectMany(PlacesBehind),
            .. notInForceOn is not null && notInForceOn == Situation.Agreement.Eff ? Situation.StartPlace : [],
        ];
        return new OfferedGround(
            entry,
            fit,
            why is null ? null : Situation.Tell(why),
            [.. against.Select(Settle)],
            [.. open.Select(Settle)],
            [.. open.SelectMany(PlacesBehind).Distinct()],
            [.. restsOn.Distinct()],
            [.. needs.Select(Settle)],
            notInForceOn,
            vocabulary.Chosen(Situation.Line).Contains(entry.Code)
        );

        Finding Settle(Finding finding) => vocabulary.Settle(finding, Situation.Line, entry.Code);
    }

    /// <summary>
    /// A power that wants a reference, and a duty that is no power by itself, are not ruled out because the line says nothing else yet.
    /// </summary>
    private static bool AsksForMore(LawEntry entry, Finding finding) =>
        finding.RuleId == GatewayRules.NoPower && entry is Gateway gateway && !gateway.IsOnly(GatewayType.Bar);

    /// <summary>
    /// What the rules say of a power that is limited to objectives none of which the purpose names: it fits as soon as it does. Where
    /// nothing else speaks for it, it is one of many, and not in doubt.
    /// </summary>
    private static Finding? OtherObjective(LawEntry entry, List<Finding> against, Preference? preference) =>
        entry is Gateway { AllowedPurposeCodes: not null } && preference?.Leaning is not Leaning.Against
            ? against.FirstOrDefault(finding => finding.RuleId == GatewayRules.OtherPurpose)
            : null;

    private static string FitsOnlyFor(Gateway gateway) =>
        $"Fits if the purpose is: {string.Join("; ", gateway.AllowedPurposeCodes!.Select(GatewayPurposes.InWords))}.";

    /// <summary>What is not law on the day says so with the number of the rule that also asks for the nation.</summary>
    private static DecidingFact? FactBehind(Finding finding) =>
        finding is { RuleId: ProvisionRules.NotInForce, About: not ProvisionRules.Extent } ? null : DecidingFact.Behind(finding);

    private IEnumerable<string> PlacesBehind(Finding finding) => FactBehind(finding)?.Places(Situation) ?? [];

    private DateOnly? NotInForceOn(GroundVocabulary vocabulary, LawEntry entry)
    {
        var reading = Situation.Agreement;
        DateOnly[] days = vocabulary.MustHoldAtStart && reading.Eff is { } start ? [start, reading.JudgedOn] : [reading.JudgedOn];
        return days.Where(day => !entry.InForceOn(day)).Select(day => (DateOnly?)day).FirstOrDefault();
    }

    private int RankOf(GroundQuestion question, LawEntry entry)
    {
        for (var i = 0; i < Preferences.All.Count; i++)
        {
            if (Preferences.All[i].Holds(question, entry, Situation))
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private IReadOnlyList<Finding> Check(LegalLine line) =>
        AgreementRules.Check(
            new Reading(_content with { LegalLines = _content.LegalLines.Replace(Situation.Line, line) }, _criteria, _circumstances)
        );

    private string PathOf(string member) => $"/legalLines/{Situation.Line.Id}/{member}";

    /// <summary>
    /// A line comes before the flows and may come before the data. Where no flow says yet which data it is about, all datasets are taken
    /// for it, and where there is none, some personal data: a fact left open must not silence the rules.
    /// </summary>
    private static AgreementContent Suppose(AgreementContent content, LegalLine line, Criteria criteria, Circumstances circumstances)
    {
        if (
            line.Party is null
            || line.Purpose is null
            || new Reading(content, criteria, circumstances).Touches.Any(touch => touch.Line == line && touch.Flow is not null)
        )
        {
            return content;
        }

        var datasets = content.Datasets.Count > 0 ? content.Datasets : [new Dataset { Id = Supposed }];
        return content with
        {
            Datasets = datasets,
            Flows =
            [
                .. content.Flows,
                .. datasets.Select(dataset => new Flow
                {
                    Id = $"{Supposed}-{dataset.Id}",
                    From = line.Activity is Activity.ReceiveAndUse ? null : line.Party,
                    To = line.Activity is Activity.ReceiveAndUse ? line.Party : null,
                    DatasetId = dataset.Id,
                    PurposeIds = [line.Purpose],
                }),
            ],
        };
    }
}
