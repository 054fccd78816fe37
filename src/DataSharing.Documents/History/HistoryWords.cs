using System.Text.Json;
using System.Text.Json.Nodes;
using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Agreements.Rechecks;

namespace DataSharing.Documents.History;

/// <summary>A line of the log, as far as the words depend on it.</summary>
/// <param name="Event">The name of the domain event.</param>
/// <param name="Details">The event's own members, as JSON.</param>
public sealed record Happened(string Event, string Details, string? Reason);

/// <summary>One thing that happened, in words. Who and when stand beside it.</summary>
/// <param name="Verb">What was done, to go on from the name: "submitted it for approval".</param>
/// <param name="Quotes">What was said: reasons, advice, conditions, justifications.</param>
/// <param name="Details">What it was judged by, or what was changed, for whoever wants to know.</param>
/// <param name="Marker">is-decision, is-return or nothing: the shape on the line.</param>
public sealed record Told(string Verb, IReadOnlyList<string> Quotes, IReadOnlyList<string> Details, string Marker = "");

/// <summary>The words for every event of an agreement: a table from the event's name to what is said of it.</summary>
public static class HistoryWords
{
    private static readonly Dictionary<string, Func<JsonObject, Happened, Told>> Table = new()
    {
        [nameof(AgreementDrafted)] = (d, _) =>
            Say("started the draft", details: List(d, "externalReferences").Select(r => $"Known elsewhere as {r}")),
        [nameof(ContentReplaced)] = (d, _) => Say($"replaced the content (revision {Text(d, "revision")})"),
        [nameof(WarningJustified)] = (d, _) => Say($"justified warning {Text(d, "ruleId")}", [Text(d, "text")]),
        [nameof(PartnersInvited)] = (d, _) =>
            Say("invited to look at the draft: " + string.Join(", ", Objects(d, "parties").Select(p => Text(p, "name")))),
        [nameof(ChangeAsked)] = (_, e) => Say("asked for a change of the draft", [e.Reason ?? ""], marker: "is-return"),
        [nameof(PartnerReviewStopped)] = (_, _) => Say("called the draft back from its partners"),
        [nameof(ContentAgreed)] = (_, _) => Say("agreed the content", marker: "is-decision"),
        [nameof(CommentAdded)] = (d, _) => Say($"commented on {PlaceOf(d)}", [Text(d, "text")]),
        [nameof(CommentReplied)] = (d, _) => Say($"replied to a comment on {PlaceOf(d)}", [Text(d, "text")]),
        [nameof(CommentResolved)] = (d, _) => Say($"resolved a comment on {PlaceOf(d)}", [Text(d, "text")]),
        [nameof(CommentReopened)] = (d, _) => Say($"reopened a comment on {PlaceOf(d)}", [Text(d, "text")]),
        [nameof(VersionSubmitted)] = (d, _) =>
            Say(
                $"submitted version {Text(d, "label")} for approval" + CarryOverIn(d["carryOver"] as JsonObject),
                details:
                [
                    $"Checked against law book {Text(d, "lawBookNumber")}. Risk: {Text(d, "riskTier")}.",
                    .. List(d, "riskReasons"),
                    .. Objects(d, "findings").Select(f => $"{Text(f, "severity")} {Text(f, "ruleId")}: {Text(f, "message")}"),
                    .. (d["justifications"] as JsonObject ?? []).Select(j => $"{j.Key} justified: {j.Value}"),
                    .. Objects(d, "route")
                        .Where(s => Carried(d).All(c => (Kind(Stage(c)), Text(Stage(c), "partyId")) != (Kind(s), Text(s, "partyId"))))
                        .Select(s => $"Asks {Kind(s)} of {Text(s, "partyId")}. {Text(s, "because")}"),
                    .. Carried(d)
                        .Select(c =>
                            $"Carried over from version {Text(c, "label")}: {Kind(Stage(c))} of {Text(Stage(c), "partyId")}, {OutcomeOf(c)}, fingerprint {ContentHash.Parse(Text(c, "hash")).Abbreviated}"
                        ),
                ]
            ),
        [nameof(StagesOpened)] = (d, _) =>
            Say("asked for " + string.Join("; ", Objects(d, "stages").Select(s => $"{Kind(s)} of {Text(s, "partyId")}"))),
        [nameof(StageDecided)] = (d, e) =>
            Say(
                OutcomeOf(d) + $" ({Kind(Stage(d))})" + (Text(d, "reference") is { Length: > 0 } gate ? $", reference {gate}" : ""),
                [Text(d, "text"), .. List(d, "conditions").Select(c => $"Condition: {c}")],
                marker: "is-decision"
            ),
        [nameof(ConditionsAccepted)] = (d, _) =>
            Say($"accepted the conditions of {Kind(Stage(d))}, {Text(Stage(d), "partyId")}", List(d, "conditions")),
        [nameof(VersionReturned)] = (d, e) =>
            Say(
                $"returned it for changes ({Kind(Stage(d))}); version {Text(d, "next")} opens as a draft",
                [e.Reason ?? "", "Sections: " + string.Join(", ", List(d, "sections").Select(s => CodeLabels.Of(Enum.Parse<Section>(s))))],
                marker: "is-return"
            ),
        [nameof(VersionTakenBack)] = (d, e) =>
            Say($"took the draft back; version {Text(d, "next")} opens", [e.Reason ?? ""], marker: "is-return"),
        [nameof(VersionRejected)] = (d, e) =>
            Say(
                $"rejected it ({Kind(Stage(d))}): {Enum.Parse<RejectionReason>(Text(d, "code")).InWords()}",
                [e.Reason ?? ""],
                marker: "is-return"
            ),
        [nameof(VersionWithdrawn)] = (_, e) => Say("withdrew the agreement", [e.Reason ?? ""], marker: "is-return"),
        [nameof(AllStagesFinished)] = (_, _) => Say("noted that all stages are done; the signatures can follow"),
        [nameof(VersionSigned)] = (d, _) => Say($"signed it as {Text(d, "capacity")}", marker: "is-decision"),
        [nameof(VersionApproved)] = (d, _) =>
            Say($"noted that every controller has signed; it starts on {Day(d, "startsOn")}", marker: "is-decision"),
        [nameof(SignatureDeclined)] = (d, e) =>
            Say($"did not sign; version {Text(d, "next")} opens as a draft", [e.Reason ?? ""], marker: "is-return"),
        [nameof(SigningLapsed)] = (d, e) =>
            Say(
                $"ended the signing; version {Text(d, "next")} opens as a draft",
                [e.Reason ?? ""],
                Objects(d, "errors").Select(f => $"{Text(f, "ruleId")}: {Text(f, "message")}"),
                "is-return"
            ),
        [nameof(VersionActivated)] = (d, _) => Say($"made it active; to be reviewed by {Day(d, "nextReviewDate")}", marker: "is-decision"),
        [nameof(AmendmentStarted)] = (d, _) => Say($"opened version {Text(d, "next")} as a draft, to amend it"),
        [nameof(VersionSuperseded)] = (d, _) => Say($"put version {Text(d, "by")} in its place"),
        [nameof(ActivationHeld)] = (d, _) =>
            Say(
                "held it back on its start date",
                details: Objects(d, "errors").Select(f => $"{Text(f, "ruleId")}: {Text(f, "message")}"),
                marker: "is-return"
            ),
        [nameof(VersionRechecked)] = (d, _) =>
            Say(
                (Objects(d, "found").Any(), List(d, "cleared").Any()) switch
                {
                    (true, false) => "checked it again and found something new",
                    (false, _) => "checked it again and no longer found what was open",
                    _ => "checked it again, found something new and no longer found something else",
                },
                details:
                [
                    $"Checked against law book {Text(d, "lawBookNumber")} and policy {Text(d, "policyNumber")}.",
                    .. Objects(d, "found")
                        .Select(f =>
                            $"{Text(f, "severity")} {Text(f, "ruleId")}: {Text(f, "message")} {Enum.Parse<FindingCause>(Text(f, "cause")).InWords()}."
                        ),
                    .. List(d, "cleared").Select(rule => $"No longer found: {rule}"),
                ],
                marker: Objects(d, "found").Any() ? "is-return" : ""
            ),
        [nameof(LiveFindingAnswered)] = (d, _) => Say($"answered finding {Text(d, "ruleId")}", [Text(d, "answer")]),
        [nameof(AnswersChanged)] = (d, _) => Say($"changed {PlaceOf(d)}", details: Changes(d)),
        [nameof(ItemAddedToDraft)] = (d, _) => Say($"added {PlaceOf(d)}"),
        [nameof(ItemRemovedFromDraft)] = (d, _) => Say($"removed {PlaceOf(d)}"),
        [nameof(ItemRestoredToDraft)] = (d, _) => Say($"put back {PlaceOf(d)}"),
        [nameof(ItemMovedInDraft)] = (d, _) => Say($"moved {PlaceOf(d)} from place {Text(d, "from")} to {Text(d, "to")}"),
        [nameof(SectionMarked)] = (d, _) =>
            Say(
                $"{(Text(d, "nothingToSay") == "true" ? "said that there is nothing to say" : "took back that there is nothing to say")} in {CodeLabels.Of(Enum.Parse<Section>(Text(d, "section")))}"
            ),
        [nameof(VersionReopened)] = (d, e) =>
            Say($"asked for a change before the start; version {Text(d, "next")} opens as a draft", [e.Reason ?? ""], marker: "is-return"),
        [nameof(EvidenceAdded)] = (d, _) =>
            Say($"added {EvidenceKindOf(d)} “{Text(d, "title")}” to the evidence{OwnOnly(d)}", details: EvidenceFacts(d)),
        [nameof(EvidenceChanged)] = (d, _) =>
            Say(
                $"changed what is said of {EvidenceKindOf(d)} “{Text(d["after"] as JsonObject, "title")}”",
                [$"Before: {Said(d, "before")}", $"After: {Said(d, "after")}"]
            ),
        [nameof(EvidenceRemoved)] = (d, e) =>
            Say(
                $"{(d["replacedBy"] is null ? "removed" : "replaced")} {EvidenceKindOf(d)} “{Text(d, "title")}” in the evidence",
                [e.Reason ?? ""],
                marker: "is-return"
            ),
    };

    /// <summary>The events that make a submitted version a draft again.</summary>
    public static IReadOnlyList<string> Returns { get; } =
    [nameof(VersionReturned), nameof(VersionTakenBack), nameof(SignatureDeclined), nameof(SigningLapsed), nameof(VersionReopened)];

    /// <summary>The names of the events that have words; a test compares them with the events there are.</summary>
    public static IEnumerable<string> Known => Table.Keys;

    public static Told Of(Happened entry) =>
        Table.TryGetValue(entry.Event, out var words) ? words(JsonNode.Parse(entry.Details)!.AsObject(), entry) : Say($"({entry.Event})");

    private static Told Say(string verb, IEnumerable<string>? quotes = null, IEnumerable<string>? details = null, string marker = "") =>
        new(verb, [.. (quotes ?? []).Where(q => q.Length > 0)], [.. details ?? []], marker);

    private static string PlaceOf(JsonObject from) =>
        from["comment"] is JsonObject comment
            ? Places.Of(Enum.Parse<Section>(Text(comment, "section")), comment["path"]?.GetValue<string>())
                + (Text(comment, "audience") == nameof(Audience.OwnOrganisation) ? ", for their own organisation only" : "")
        : Text(from, "path") is { Length: > 0 } path ? Places.Of(path)
        : CodeLabels.Of(Enum.Parse<Section>(Text(from, "section")));

    /// <summary>Each answer that differs, before and after.</summary>
    private static IEnumerable<string> Changes(JsonObject from)
    {
        if (from["was"] is not JsonObject was || from["is"] is not JsonObject now)
        {
            return [];
        }

        var part = Text(from, "path") is { Length: > 0 } path
            ? ContentPart.OfItem(path)
            : ContentPart.Of(Enum.Parse<Section>(Text(from, "section")));
        return part is null
            ? []
            : part
                .Questions.Where(question =>
                    !JsonNode.DeepEquals(ContentPointer.Resolve(was, question), ContentPointer.Resolve(now, question))
                )
                .Select(question => $"{ContentGuide.For(part.Path + question).Label}: {Said(was, question)} became {Said(now, question)}");

        static string Said(JsonObject answers, string question) =>
            ContentPointer.Resolve(answers, question) switch
            {
                null => "not answered",
                JsonValue value when value.GetValueKind() is JsonValueKind.String => $"“{value}”",
                JsonArray items => string.Join(", ", items.Select(item => item!.ToString())),
                var value => value.ToJsonString(),
            };
    }

    private static string Text(JsonObject? from, string member) =>
        from?[member] switch
        {
            null => "",
            JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
            var other => other.ToJsonString(),
        };

    private static IEnumerable<string> List(JsonObject from, string member) =>
        (from[member] as JsonArray ?? []).Select(item => item!.ToString());

    private static IEnumerable<JsonObject> Objects(JsonObject from, string member) =>
        (from[member] as JsonArray ?? []).OfType<JsonObject>();

    private static JsonObject? Stage(JsonObject from) => from["stage"] as JsonObject;

    private static string Kind(JsonObject? stage) => Enum.Parse<StageKind>(Text(stage, "kind")).InWords();

    private static string OutcomeOf(JsonObject decision)
    {
        var words = Enum.Parse<DecisionOutcome>(Text(decision, "outcome")).InWords();
        return char.ToLower(words[0], System.Globalization.CultureInfo.CurrentCulture) + words[1..];
    }

    private static IEnumerable<JsonObject> Carried(JsonObject submission) =>
        Objects(submission["carryOver"] as JsonObject ?? [], "carried");

    /// <summary>"; 3 decisions were carried over from version 1.0, because nothing material changed", or why not.</summary>
    private static string CarryOverIn(JsonObject? carryOver)
    {
        if (carryOver is null)
        {
            return "";
        }

        var follows = Text(carryOver, "follows");
        var material = List(carryOver, "material").Select(Materiality.LabelOf).ToList();
        var carried = Objects(carryOver, "carried").ToList();
        return (material, carried) switch
        {
            ({ Count: > 0 }, _) => $"; everything is decided afresh, because {Words.List(material)} changed since version {follows}",
            (_, []) => $"; no decision could be carried over from version {follows}",
            _ =>
                $"; {Words.Count(carried.Count, "decision was", "decisions were")} carried over from version {Words.List([.. carried.Select(c => Text(c, "label")).Distinct()])}, because nothing material changed",
        };
    }

    private static string Day(JsonObject from, string member) =>
        DateOnly.TryParse(Text(from, member), System.Globalization.CultureInfo.InvariantCulture, out var day)
            ? $"{day:d MMMM yyyy}"
            : "no date";

    private static string EvidenceKindOf(JsonObject evidence)
    {
        var words = Enum.Parse<EvidenceKind>(Text(evidence, "kind")).InWords();
        return char.ToLower(words[0], System.Globalization.CultureInfo.CurrentCulture) + words[1..];
    }

    private static string OwnOnly(JsonObject evidence) =>
        Text(evidence, "visibility") == nameof(EvidenceVisibility.OwnOrganisation) ? ", for its own organisation only" : "";

    private static IEnumerable<string> EvidenceFacts(JsonObject evidence) =>
        new (string Label, string Value)[]
        {
            ("File", Text(evidence, "fileName")),
            ("Size in bytes", Text(evidence, "fileSize")),
            ("Link", Text(evidence, "link")),
            ("Reference", Text(evidence, "reference")),
            ("SHA-256", Text(evidence, "documentHash")),
            ("Supports", EvidencePlace.TryParse(Text(evidence, "place"), out var place) ? place!.InWords() : ""),
            ("Valid", Validity(evidence)),
        }
            .Where(fact => fact.Value.Length > 0)
            .Select(fact => $"{fact.Label}: {fact.Value}");

    private static string Said(JsonObject change, string when) =>
        change[when] is JsonObject said
            ? $"“{Text(said, "title")}”{(Validity(said) is { Length: > 0 } validity ? ", " + validity : "")}"
            : "";

    private static string Validity(JsonObject said) =>
        string.Join(
            ' ',
            new[] { ("from", "validFrom"), ("until", "validTo") }
                .Where(day => Text(said, day.Item2).Length > 0)
                .Select(day => $"{day.Item1} {Day(said, day.Item2)}")
        );
}
