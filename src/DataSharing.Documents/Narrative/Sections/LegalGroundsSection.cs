using DataSharing.Domain.Content;

namespace DataSharing.Documents.Narrative.Sections;

/// <summary>
/// The four questions of each line beside each other, the reasons and assessments behind them beneath, and what in the law is not settled.
/// </summary>
internal static class LegalGroundsSection
{
    private static readonly string[] InTable =
    [
        "party",
        "purpose",
        "activity",
        "regime",
        "inPerformanceOfTask",
        "gateways",
        "legalAdviceRef",
        "art6",
        "annex1",
        "ownTaskCitation",
        "ownTaskHolder",
        "dutyCitation",
        "art9",
        "art10",
        "confidentiality",
    ];

    public static IEnumerable<Block> Of(Answers answers) =>
        answers.Content.LegalLines.Count == 0
            ? []
            :
            [
                Table.Of(
                    "Legal grounds: who does what, and on which law",
                    ["Who does what", "Power", "Lawful basis", "Special and offence data", "Confidentiality"],
                    answers.Content.LegalLines.Select(line => Row(answers, line))
                ),
                .. FactsOf.Rows(FactsOf.Items(answers.Content.LegalLines, line => NameOf(answers, line), line => Details(answers, line))),
                .. ToBeConfirmed(answers),
            ];

    private static TableRow Row(Answers answers, LegalLine line)
    {
        var at = $"/legalLines/{line.Id}";
        return new TableRow(
            at,
            Cell.Of(
                Answer.Of(
                    PartLayout.Sentence,
                    answers.At($"{at}/party"),
                    line.Activity is { } activity ? answers.Saying($"{at}/activity", Verb(activity)) : null
                ),
                Answer.Of(
                    PartLayout.Sentence,
                    answers.Saying($"{at}/purpose", $"for {Words.Within(answers.PurposeName(line.Purpose))}", Tone.Muted),
                    line.InPerformanceOfTask is { } task
                        ? answers.Saying(
                            $"{at}/inPerformanceOfTask",
                            task ? "as part of its public task" : "outside a public task",
                            Tone.Muted
                        )
                        : null,
                    line.Regime is { } regime ? answers.Saying($"{at}/regime", $"under {CodeLabels.Of(regime)}", Tone.Muted) : null
                )
            ),
            Cell.Of(answers.At($"{at}/gateways"), answers.Labelled($"{at}/legalAdviceRef", "Advice")),
            Cell.Of(
                answers.At($"{at}/art6"),
                answers.At($"{at}/annex1"),
                Task(answers, at, line),
                answers.Labelled($"{at}/dutyCitation", "Duty"),
                answers.At($"{at}/part3/code")
            ),
            Cell.Of([
                answers.At($"{at}/art9"),
                .. line.S1.Select(condition => answers.At($"{at}/s1/{condition.Id}/code")),
                answers.At($"{at}/part3/sch8"),
                answers.At($"{at}/art10"),
            ]),
            Cell.Of(answers.At($"{at}/confidentiality/code"), Cell.Small(answers.At($"{at}/confidentiality/reason")))
        );
    }

    /// <summary>Nearly always its own, which need not be said by name.</summary>
    private static Answer? Task(Answers answers, string at, LegalLine line) =>
        (
            answers.Labelled(
                $"{at}/ownTaskCitation",
                line.OwnTaskHolder is null ? "Task"
                    : line.OwnTaskHolder == line.Party ? "Own task"
                    : $"Task of {answers.PartyName(line.OwnTaskHolder)}"
            ),
            answers.Labelled($"{at}/ownTaskHolder")
        ) switch
        {
            ({ } citation, { } holder) => citation with { Paths = [.. citation.Paths, .. holder.Paths] },
            (var citation, var holder) => citation ?? holder,
        };

    /// <summary>What the table has no room for.</summary>
    private static Answer? Details(Answers answers, LegalLine line)
    {
        var at = $"/legalLines/{line.Id}";
        return
            Answer.Of(
                PartLayout.Stacked,
                [
                    .. line.S1.Select(condition => Reasons(answers, $"{at}/s1/{condition.Id}")),
                    line.Part3 is null ? null : answers.Rest($"{at}/part3", "code", "sch8"),
                    line.Confidentiality is null ? null : answers.Rest($"{at}/confidentiality", "code", "reason"),
                    answers.Rest(at, [.. InTable, "s1", "part3"]),
                ]
            )
                is { Parts.Count: > 0 } details
            ? details
            : null;
    }

    private static Answer? Reasons(Answers answers, string at) =>
        answers.Rest(at, "code") is { } reasons
            ? new Answer([at], [])
            {
                Label = answers.At($"{at}/code")?.Lines[0].Phrases[0].Text,
                Parts = [reasons],
                Layout = PartLayout.Stacked,
            }
            : null;

    private static string NameOf(Answers answers, LegalLine line) =>
        $"{answers.PartyName(line.Party)}{(line.Activity is { } activity ? " " + Verb(activity) : "")}, "
        + $"for {Words.Within(answers.PurposeName(line.Purpose))}";

    private static string Verb(Activity activity) =>
        activity switch
        {
            Activity.Disclose => "discloses",
            Activity.ReceiveAndUse => "receives and uses",
            _ => "processes jointly",
        };

    /// <summary>What a lawyer must still confirm about the entries that are relied on. They are marked where they stand.</summary>
    private static IEnumerable<Block> ToBeConfirmed(Answers answers) =>
        FactsOf
            .Rows(
                answers
                    .LawRelied.Where(entry => entry.Unverified is not null)
                    .Select(entry => new Row(entry.Name, Answer.Saying(entry.Unverified!)))
            )
            .SelectMany(facts => new[] { new Heading("Still to be confirmed by a lawyer", []), facts });
}
