using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Grounds.GroundQuestion;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>How a legal line answers one question: when it must, with which codes, and where.</summary>
/// <param name="IsAsked">Whether a line of this kind, about this data, must answer it.</param>
/// <param name="Entries">The codes to choose among.</param>
/// <param name="Chosen">The codes that the line says now.</param>
/// <param name="Only">The line with one code for an answer; with null, without an answer.</param>
/// <param name="Own">The places below the line where the rules speak of the choice itself.</param>
public sealed record GroundVocabulary(
    GroundQuestion Question,
    string Path,
    Func<GroundSituation, bool> IsAsked,
    Func<LawBook, IEnumerable<LawEntry>> Entries,
    Func<LegalLine, IEnumerable<string?>> Chosen,
    Func<LegalLine, string?, LawBook, LegalLine> Only,
    IReadOnlyList<string> Own
)
{
    private const string Tried = "tried";
    private const string Any = "Answered";

    /// <summary>
    /// The line with what the choice asks for next, so that what is still said is about the choice itself: a basis that did not exist yet,
    /// a request that this activity cannot rest on.
    /// </summary>
    internal Func<LegalLine, LawBook, LegalLine> Assisted { get; private init; } = (line, _) => line;

    /// <summary>Rules that are about the choice, though they point at what else could be put right.</summary>
    internal IReadOnlyList<string> OwnRules { get; private init; } = [];

    /// <summary>The rules judge a gateway by the later of start and today, everything else by the start as well.</summary>
    internal bool MustHoldAtStart => Question is not Power;

    /// <summary>Codes are added to those that stand there; otherwise one takes the place of another.</summary>
    public bool HasSeveral => Question is Article9 or Schedule1 or Schedule8 or Power;

    public static IReadOnlyList<GroundVocabulary> All { get; } =
    [
        new(
            Article6,
            "/art6",
            s => s.HasPersonalData && Reading.UkGdpr(s.Line),
            book => book.Of<LawfulBasis>(),
            line => [line.Art6],
            (line, code, _) => line with { Art6 = code },
            ["art6", "annex1"]
        )
        {
            Assisted = (line, book) =>
                line with
                {
                    Annex1 = line.Annex1 ?? book.Of<RecognisedInterest>().FirstOrDefault(interest => !interest.NeedsRequest)?.Code,
                },
        },
        new(
            Annex1,
            "/annex1",
            s => s.HasPersonalData && s.Agreement.LawBook.LawfulBasis(s.Line.Art6)?.NeedsRecognisedInterest is true,
            book => book.Of<RecognisedInterest>(),
            line => [line.Annex1],
            (line, code, _) => line with { Annex1 = code },
            ["annex1", "requestRef"]
        )
        {
            Assisted = (line, _) =>
                line with
                {
                    RequestRef = line.RequestRef ?? Any,
                    RequesterTask = line.RequesterTask ?? Any,
                    RequesterLaw = line.RequesterLaw ?? Any,
                },
        },
        new(
            Article9,
            "/art9",
            s => s.HasSpecialCategories && Reading.UkGdpr(s.Line),
            book => book.Of<SpecialCategoryCondition>(),
            line => line.Art9,
            (line, code, _) => line with { Art9 = code is null ? [] : [code] },
            ["art9"]
        )
        {
            OwnRules = ["DSA-039"], // who is bound by secrecy is said of the party
        },
        new(
            Article10,
            "/art10",
            s => s.HasOffenceData && Reading.UkGdpr(s.Line),
            book => book.Of<OffenceDataBasis>(),
            line => [line.Art10],
            (line, code, _) => line with { Art10 = code },
            ["art10"]
        ),
        new(
            Schedule1,
            "/s1",
            NeedsSchedule1,
            book => book.Of<Schedule1Paragraph>(),
            line => line.S1.Select(s1 => s1.Code),
            OnlySchedule1,
            ["s1"]
        ),
        new(
            Part3,
            "/part3/code",
            s => s.HasPersonalData && !Reading.UkGdpr(s.Line),
            book => book.Of<LawEnforcementBasis>(),
            line => [line.Part3?.Code],
            (line, code, _) => line with { Part3 = (line.Part3 ?? new()) with { Code = code } },
            ["part3/code"]
        ),
        new(
            Schedule8,
            "/part3/sch8",
            s => s.HasSpecialCategories && !Reading.UkGdpr(s.Line),
            book => book.Of<Schedule8Condition>(),
            line => line.Part3?.Sch8 ?? [],
            (line, code, _) => line with { Part3 = (line.Part3 ?? new()) with { Sch8 = code is null ? [] : [code] } },
            []
        ),
        new(
            Power,
            "/gateways",
            s => s.Discloses && (s.Party?.PublicBody is not false || s.IsBarred),
            book => book.Of<Gateway>(),
            line => line.Gateways.Select(cited => cited.Code),
            (line, code, _) =>
                line with
                {
                    Gateways = code is null
                        ? []
                        :
                        [
                            line.Gateways.FirstOrDefault(cited => cited.Code == code) is { } cited
                                ? cited with
                                {
                                    Id = Tried,
                                }
                                : new GatewayCitation { Id = Tried, Code = code },
                        ],
                },
            ["gateways", $"gateways/{Tried}"]
        ),
        new(
            Confidence,
            "/confidentiality/code",
            s => s.Discloses && s.IsConfidential,
            book => book.Of<ConfidentialityRoute>(),
            line => [line.Confidentiality?.Code],
            (line, code, _) => line with { Confidentiality = (line.Confidentiality ?? new()) with { Code = code } },
            ["confidentiality/code"]
        ),
    ];

    public static GroundVocabulary Of(GroundQuestion question) => All.Single(vocabulary => vocabulary.Question == question);

    /// <summary>The finding at the item of the line that says the code; at the list where there is no such item yet.</summary>
    internal Finding Settle(Finding finding, LegalLine line, string code)
    {
        var list = $"/legalLines/{line.Id}{Path}";
        return finding.Path.StartsWith($"{list}/{Tried}", StringComparison.Ordinal)
            ? finding with
            {
                Path = ItemOf(line, code) is { } item ? $"{list}/{item}{finding.Path[$"{list}/{Tried}".Length..]}" : list,
            }
            : finding;
    }

    private string? ItemOf(LegalLine line, string code) =>
        Question is Power
            ? line.Gateways.FirstOrDefault(cited => cited.Code == code)?.Id
            : line.S1.FirstOrDefault(s1 => s1.Code == code)?.Id;

    private static bool NeedsSchedule1(GroundSituation s) =>
        s.HasPersonalData
        && Reading.UkGdpr(s.Line)
        && (
            s.Line.Art9.Any(code => s.Agreement.LawBook.SpecialCategoryCondition(code)?.Schedule1AnyOf.Count > 0)
            || s.Agreement.LawBook.OffenceDataBasis(s.Line.Art10)?.NeedsSchedule1 is true
        );

    /// <summary>A paragraph is held against the Article 9 conditions that it can serve: another paragraph serves the others.</summary>
    private static LegalLine OnlySchedule1(LegalLine line, string? code, LawBook book)
    {
        if (code is null)
        {
            return line with { S1 = [] };
        }

        string[] served =
        [
            .. line.Art9.Where(condition => book.SpecialCategoryCondition(condition)?.Schedule1AnyOf.Contains(code) is true),
        ];
        return line with
        {
            Art9 = served.Length > 0 ? [.. served] : line.Art9,
            S1 =
            [
                line.S1.FirstOrDefault(s1 => s1.Code == code) is { } said
                    ? said with
                    {
                        Id = Tried,
                    }
                    : new Schedule1Condition { Id = Tried, Code = code },
            ],
        };
    }
}
