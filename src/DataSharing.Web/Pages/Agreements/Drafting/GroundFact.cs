using DataSharing.Documents.Narrative;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules.Grounds;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>A fact on which a legal ground depends, as a plain question with the answer as it stands.</summary>
/// <param name="Detail">What follows from it, or what is still open.</param>
/// <param name="ChangeIn">Where it is answered; null where the person may not change it.</param>
public sealed record GroundFact(string Question, string Answer, string? Detail, string? ChangeIn, string? Link)
{
    /// <summary>The public task is asked on the page of help itself.</summary>
    public const string TaskAnchor = "task";

    /// <summary>One answer of the draft by its own name.</summary>
    public static GroundFact At(GroundModel page, string path)
    {
        var place = page.PlaceAt(path);
        var isTask = path == page.Path + "/inPerformanceOfTask";
        var answer = page.Answers.At(path)?.InWords is { Length: > 0 } said ? said : "Not said yet";
        return new GroundFact(
            isTask ? "Public task" : place.Name,
            answer,
            null,
            null,
            page.MayEdit(path)
                ? isTask
                    ? "#" + TaskAnchor
                    : place.Link
                : null
        );
    }

    public static IReadOnlyList<GroundFact> Of(GroundModel page)
    {
        var situation = page.Advice.Situation;
        var (line, party, purpose, org) = (
            situation.Line,
            situation.Party,
            situation.Purpose,
            situation.Party?.Name ?? situation.Party?.Id ?? "the organisation"
        );
        return
        [
            Fact(
                "Who, and what do they do with the data?",
                (party?.Name ?? party?.Id ?? "Not said yet")
                    + (line.Activity is { } activity ? ", " + Words.Within(CodeLabels.Of(activity)) : ""),
                null,
                "the legal line",
                $"{page.Path}/party"
            ),
            Fact(
                $"Is {org} a public authority?",
                YesNo(party?.IsPublicAuthority),
                party?.PublicBody is true && party.IsPublicAuthority is not true
                    ? "It is a public body all the same: it needs a power to share."
                    : null,
                "Parties",
                $"/parties/{party?.Id}/isPublicAuthority"
            ),
            Fact(
                "What for?",
                purpose?.Code is { } code ? CodeLabels.Of(code) : "Not said yet",
                purpose?.Description,
                "Purposes",
                $"/purposes/{purpose?.Id}/code"
            ),
            Fact(
                "What kind of data?",
                KindsOf(situation),
                situation.IsDataSupposed
                    ? "No data flow says yet which data this is about, so every dataset of the draft is taken for it."
                    : Named(situation.Data),
                "Datasets and fields",
                null,
                Section.DatasetsAndFields
            ),
            Fact("Is it confidential?", Confidentiality(situation), null, "Datasets and fields", null, Section.DatasetsAndFields),
            Fact(
                "Is it for law enforcement?",
                $"{(purpose?.IsLawEnforcement is true ? "Yes" : "No")}, the line is under "
                    + $"{(Domain.Rules.Reading.UkGdpr(line) ? "the UK GDPR" : "Part 3 of the Data Protection Act 2018")}",
                page.Advice.AgainstRegime is [var against, ..] ? against.Message : null,
                "the legal line",
                $"{page.Path}/regime"
            ),
            Fact(
                "The law of which day?",
                Words.Date(situation.JudgedOn),
                situation.JudgedOn == page.Today ? "Today: no later start is said." : "The day on which the sharing starts.",
                "Dates",
                "/startDate"
            ),
        ];

        GroundFact Fact(string question, string answer, string? detail, string changeIn, string? path, Section? section = null)
        {
            var place = path ?? "/datasets";
            var isThere = path is null || (ContentShape.PatternOf(path) is not null && !path.Contains("//", StringComparison.Ordinal));
            return isThere && page.MayEdit(place)
                ? new GroundFact(
                    question,
                    answer,
                    detail,
                    changeIn,
                    section is { } whole ? DraftAddress.Of(page.Reference, whole) : DraftAddress.OfQuestion(page.Reference, place)
                )
                : new GroundFact(question, answer, detail, null, null);
        }
    }

    private static string YesNo(bool? answer) => answer is { } said ? Words.YesOrNo(said) : "Not said yet";

    private static string KindsOf(GroundSituation situation)
    {
        if (!situation.HasPersonalData)
        {
            return "No personal data";
        }

        string[] special =
        [
            .. situation
                .Data.SelectMany(dataset => dataset.Fields)
                .Select(field => field.SpecialCategory)
                .OfType<SpecialCategory>()
                .Distinct()
                .Select(kind => Words.Within(CodeLabels.Of(kind))),
        ];
        string[] kinds =
        [
            "personal data",
            .. special.Length > 0 ? [$"special category data ({Words.List(special)})"] : Array.Empty<string>(),
            .. situation.HasOffenceData ? ["criminal offence data"] : Array.Empty<string>(),
        ];
        var words = Words.List(kinds);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string? Named(IReadOnlyList<Dataset> data) =>
        data.Count == 0 ? null : Words.List([.. data.Select(dataset => dataset.Name ?? dataset.Id)]);

    private static string Confidentiality(GroundSituation situation) =>
        situation.Data.Where(dataset => dataset.OwedConfidence is true).Select(dataset => dataset.Name ?? dataset.Id).ToList() switch
        {
            [] when situation.Data.Any(dataset => dataset.OwedConfidence is null) => "Not said yet",
            [] => "No",
            var owed => $"Yes: {Words.List(owed)}",
        };
}
