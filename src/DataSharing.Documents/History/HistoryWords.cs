using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Comments;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Documents.History;

/// <summary>One thing that happened, in words. Who and when stand beside it.</summary>
/// <param name="Verb">What was done, to go on from the name: "submitted it for approval".</param>
/// <param name="Quotes">What was said: reasons, advice, conditions, justifications.</param>
/// <param name="Details">What it was judged by, or what was changed, for whoever wants to know.</param>
/// <param name="Marker">is-decision, is-return or nothing: the shape on the line.</param>
public sealed record Told(string Verb, IReadOnlyList<string> Quotes, IReadOnlyList<string> Details, string Marker = "");

/// <summary>The words for every event of an agreement. A test fails for an event that has none.</summary>
public static class HistoryWords
{
    private const string Decision = "is-decision",
        Return = "is-return";

    /// <summary>The events that make a submitted version a draft again, by their names in the log.</summary>
    public static IReadOnlyList<string> Returns { get; } =
    [
        EventContracts.NameOf<VersionReturned>(),
        EventContracts.NameOf<VersionTakenBack>(),
        EventContracts.NameOf<SignatureDeclined>(),
        EventContracts.NameOf<SigningLapsed>(),
        EventContracts.NameOf<VersionReopened>(),
    ];

    /// <exception cref="ArgumentOutOfRangeException">Nobody has said yet what to call the event.</exception>
    public static Told Of(DomainEvent @event) =>
        @event switch
        {
            AgreementDrafted e => Say("started the draft", details: e.ExternalReferences.Select(r => $"Known elsewhere as {r}")),
            ContentReplaced e => Say($"replaced the content (revision {e.Revision})"),
            AnswersChanged e => Say($"changed {PlaceOf(e.Path, e.Section)}", details: ChangedAnswers.Of(e)),
            ItemAddedToDraft e => Say($"added {Places.Of(e.Path)}"),
            ItemsAddedToDraft e => Say($"added {e.Items.Count} items at once to {Places.Of(e.List)}", details: ItemsIn(e)),
            ItemRemovedFromDraft e => Say($"removed {Places.Of(e.Path)}"),
            ItemRestoredToDraft e => Say($"put back {Places.Of(e.Path)}"),
            ItemMovedInDraft e => Say($"moved {Places.Of(e.Path)} from place {e.From} to {e.To}"),
            SectionMarked e => Say(
                $"{(e.NothingToSay ? "said that there is nothing to say" : "took back that there is nothing to say")} "
                    + $"in {CodeLabels.Of(e.Section)}"
            ),
            WarningJustified e => Say($"justified warning {e.RuleId}", [e.Text]),

            PartnersInvited e => Say("invited to look at the draft: " + string.Join(", ", e.Parties.Select(p => p.Name))),
            ChangeAsked => Say("asked for a change of the draft", Why(@event), marker: Return),
            PartnerReviewStopped => Say("called the draft back from its partners"),
            ContentAgreed => Say("agreed the content", marker: Decision),
            CommentAdded e => Say($"commented on {PlaceOf(e)}", [e.Text]),
            CommentReplied e => Say($"replied to a comment on {PlaceOf(e)}", [e.Text]),
            CommentResolved e => Say($"resolved a comment on {PlaceOf(e)}", [e.Text]),
            CommentReopened e => Say($"reopened a comment on {PlaceOf(e)}", [e.Text]),

            VersionSubmitted e => Say($"submitted version {e.Label} for approval" + CarryOverWords.Of(e.CarryOver), details: JudgedBy(e)),
            StagesOpened e => Say("asked for " + string.Join("; ", e.Stages.Select(s => $"{s.Kind.InWords()} of {s.PartyId}"))),
            StageDecided e => Say(
                $"{Lower(e.Outcome.InWords())} ({e.Stage.Kind.InWords()})"
                    + (e.Reference is { Length: > 0 } gate ? $", reference {gate}" : ""),
                [e.Text ?? "", .. e.Conditions.Select(c => $"Condition: {c}")],
                marker: Decision
            ),
            ConditionsAccepted e => Say($"accepted the conditions of {e.Stage.Kind.InWords()}, {e.Stage.PartyId}", e.Conditions),
            AllStagesFinished => Say("noted that all stages are done; the signatures can follow"),
            VersionReturned e => Say(
                $"returned it for changes ({e.Stage.Kind.InWords()}); version {e.Next} opens as a draft",
                [.. Why(@event), "Sections: " + string.Join(", ", e.Sections.Select(section => CodeLabels.Of(section)))],
                marker: Return
            ),
            VersionTakenBack e => Say($"took the draft back; version {e.Next} opens", Why(@event), marker: Return),
            VersionRejected e => Say($"rejected it ({e.Stage.Kind.InWords()}): {e.Code.InWords()}", Why(@event), marker: Return),
            VersionWithdrawn { StaysInForce: { } inForce } => Say(
                $"gave up the amendment; version {inForce} stays in force",
                Why(@event),
                marker: Return
            ),
            VersionWithdrawn => Say("withdrew the agreement", Why(@event), marker: Return),

            VersionSigned e => Say($"signed it as {e.Capacity}", marker: Decision),
            VersionApproved e => Say($"noted that every controller has signed; it starts on {Day(e.StartsOn)}", marker: Decision),
            SignatureDeclined e => Say($"did not sign; version {e.Next} opens as a draft", Why(@event), marker: Return),
            SigningLapsed e => Say($"ended the signing; version {e.Next} opens as a draft", Why(@event), Errors(e.Errors), Return),
            VersionReopened e => Say(
                $"asked for a change before the start; version {e.Next} opens as a draft",
                Why(@event),
                marker: Return
            ),

            VersionActivated e => Say($"made it active; to be reviewed by {Day(e.NextReviewDate)}", marker: Decision),
            ActivationHeld e => Say("held it back on its start date", details: Errors(e.Errors), marker: Return),
            AmendmentStarted e => Say($"opened version {e.Next} as a draft, to amend it"),
            VersionSuperseded e => Say($"put version {e.By} in its place"),
            VersionRechecked e => Say(Rechecked(e), details: JudgedBy(e), marker: e.Found.Count > 0 ? Return : ""),
            LiveFindingAnswered e => Say($"answered finding {e.RuleId}", [e.Answer]),

            EvidenceAdded e => Say(
                $"added {Lower(e.Kind.InWords())} “{e.Title}” to "
                    + $"the evidence{(e.Visibility is EvidenceVisibility.OwnOrganisation ? ", for its own organisation only" : "")}",
                details: Facts(e)
            ),
            EvidenceChanged e => Say(
                $"changed what is said of {Lower(e.Kind.InWords())} “{e.After.Title}”",
                [$"Before: {Said(e.Before)}", $"After: {Said(e.After)}"]
            ),
            EvidenceRemoved e => Say(
                $"{(e.ReplacedBy is null ? "removed" : "replaced")} {Lower(e.Kind.InWords())} “{e.Title}” in the evidence",
                Why(@event),
                marker: Return
            ),
            EvidenceErasureAsked e => Say($"asked to erase the file of {Lower(e.Kind.InWords())} “{e.Title}”", Why(@event), marker: Return),
            EvidenceErased e => Say(
                $"erased the file of {Lower(e.Kind.InWords())} “{e.Title}”",
                Why(@event),
                [$"It was called {e.FileName}", $"SHA-256 {e.DocumentHash.Hex}"],
                marker: Return
            ),
            EvidenceErasureRefused e => Say($"kept the file of {Lower(e.Kind.InWords())} “{e.Title}”", Why(@event)),
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event.GetType().Name, "Nobody has said what to call this event."),
        };

    private static Told Say(string verb, IEnumerable<string>? quotes = null, IEnumerable<string>? details = null, string marker = "") =>
        new(verb, [.. (quotes ?? []).Where(q => q.Length > 0)], [.. details ?? []], marker);

    private static IEnumerable<string> Why(DomainEvent @event) => [@event.Act.Reason ?? ""];

    private static IEnumerable<string> ItemsIn(ItemsAddedToDraft e) =>
        e.Items.Select(item => item["name"]?.GetValue<string>() ?? ContentItems.IdOf(item));

    private static string PlaceOf(CommentEvent @event) =>
        Places.Of(@event.Comment.Section, @event.Comment.Path)
        + (@event.Comment.Audience is Audience.OwnOrganisation ? ", for their own organisation only" : "");

    private static string PlaceOf(string path, Section section) => path.Length > 0 ? Places.Of(path) : CodeLabels.Of(section);

    private static IEnumerable<string> JudgedBy(VersionSubmitted e) =>
        [
            $"Checked against law book {e.LawBookNumber}. Risk: {e.RiskTier}.",
            .. e.RiskReasons,
            .. e.Findings.Select(f => $"{f.Severity} {f.RuleId}: {f.Message}"),
            .. e.Justifications.Select(j => $"{j.Key} justified: {j.Value}"),
            .. e
                .Route.Where(s => CarriedIn(e).All(c => (c.Stage.Kind, c.Stage.PartyId) != (s.Kind, s.PartyId)))
                .Select(s => $"Asks {s.Kind.InWords()} of {s.PartyId}. {s.Because}"),
            .. CarriedIn(e)
                .Select(c =>
                    $"Carried over from version {c.Label}: {c.Stage.Kind.InWords()} of {c.Stage.PartyId}, {Lower(c.Outcome.InWords())}, "
                    + $"fingerprint {c.Hash.Abbreviated}"
                ),
        ];

    private static IReadOnlyList<CarriedTold> CarriedIn(VersionSubmitted e) => e.CarryOver?.Carried ?? [];

    private static string Rechecked(VersionRechecked e) =>
        (e.Found.Count > 0, e.Cleared.Count > 0) switch
        {
            (true, false) => "checked it again and found something new",
            (false, _) => "checked it again and no longer found what was open",
            _ => "checked it again, found something new and no longer found something else",
        };

    private static IEnumerable<string> JudgedBy(VersionRechecked e) =>
        [
            $"Checked against law book {e.LawBookNumber} and policy {e.PolicyNumber}.",
            .. e.Found.Select(f => $"{f.Severity} {f.RuleId}: {f.Message} {f.Cause.InWords()}."),
            .. e.Cleared.Select(rule => $"No longer found: {rule}"),
        ];

    private static IEnumerable<string> Errors(IEnumerable<Finding> errors) => errors.Select(f => $"{f.RuleId}: {f.Message}");

    private static IEnumerable<string> Facts(EvidenceAdded e) =>
        new (string Label, string? Value)[]
        {
            ("File", e.FileName),
            ("Size in bytes", e.FileSize?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Link", e.Link),
            ("Reference", e.Reference),
            ("SHA-256", e.DocumentHash?.Hex),
            ("Supports", EvidencePlace.TryParse(e.Place, out var place) ? place!.InWords() : null),
            ("Valid", Validity(e.ValidFrom, e.ValidTo)),
        }
            .Where(fact => !string.IsNullOrEmpty(fact.Value))
            .Select(fact => $"{fact.Label}: {fact.Value}");

    private static string Said(EvidenceSaid said) =>
        $"“{said.Title}”{(Validity(said.ValidFrom, said.ValidTo) is { Length: > 0 } validity ? ", " + validity : "")}";

    private static string Validity(DateOnly? from, DateOnly? until) =>
        string.Join(
            ' ',
            new[] { ("from", from), ("until", until) }.Where(day => day.Item2 is not null).Select(day => $"{day.Item1} {Day(day.Item2)}")
        );

    private static string Day(DateOnly? day) => day is null ? "no date" : $"{day:d MMMM yyyy}";

    private static string Lower(string words) => char.ToLower(words[0], System.Globalization.CultureInfo.CurrentCulture) + words[1..];
}
