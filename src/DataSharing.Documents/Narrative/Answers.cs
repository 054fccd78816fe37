using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Documents.Narrative;

/// <summary>
/// The answers of an agreement in words, each found by its path, with its label from the <see cref="ContentGuide"/>. A question that is not
/// answered is null, and an answer that no section arranges in a special way is shown all the same: rows are made of
/// all members of a record but those named.
/// </summary>
public sealed class Answers(AgreementContent content, LawBook lawBook)
{
    /// <summary>Short enough for several on one line.</summary>
    private const int ShortText = 48;

    /// <summary>What says by itself what it is, so that its label would only repeat it.</summary>
    private static readonly FrozenSet<string> Unlabelled = FrozenSet.Create(
        "/parties/*/identifiers/*/scheme",
        "/parties/*/identifiers/*/value",
        "/parties/*/authorisedSignatory/*/contact",
        "/parties/*/assurances/*/type",
        "/parties/*/assurances/*/level",
        "/parties/*/breachContact/name",
        "/parties/*/breachContact/email",
        "/parties/*/apd/*/ref",
        "/parties/*/art26/ref",
        "/parties/*/art28/contractRef",
        "/datasets/*/subjectClasses/*/code",
        "/datasets/*/subjectClasses/*/relation",
        "/datasets/*/quality/statement",
        "/legalLines/*/s1/*/code",
        "/legalLines/*/gateways/*/code",
        "/legalLines/*/gateways/*/citationDetail",
        "/legalLines/*/confidentiality/code",
        "/legalLines/*/confidentiality/reason",
        "/flows/*/transfers/*/mechanism",
        "/flows/*/transfers/*/country",
        "/techniques/*/kind",
        "/techniques/*/params",
        "/engagement/*/who",
        "/engagement/*/when",
        "/optOuts/*/kind",
        "/optOuts/*/detail",
        "/ethics/body",
        "/register/decision",
        "/onward/policy",
        "/permittedRecipients/*/party",
        "/permittedRecipients/*/name",
        "/permittedRecipients/*/orgId",
        "/permittedRecipients/*/conditions",
        "/conditionalRecipients/*/party",
        "/conditionalRecipients/*/name",
        "/conditionalRecipients/*/orgId",
        "/conditionalRecipients/*/conditions",
        "/prohibitedRecipients/*/party",
        "/prohibitedRecipients/*/name",
        "/prohibitedRecipients/*/orgId",
        "/prohibitedRecipients/*/conditions",
        "/dpia/*/ref",
        "/dpia/*/status",
        "/dpia/*/dpoAdvice/text"
    );

    /// <summary>Found once, because a list may have thousands of items and looking one up by its id means going through the list.</summary>
    private readonly Dictionary<string, JsonNode> _answered = Answered(content);

    /// <summary>
    /// Kept as they are told: whether a record has an answer is asked before it is told, and again by every record around it. So these
    /// answers are for one reader at a time.
    /// </summary>
    private readonly Dictionary<string, Answer?> _told = [];

    public AgreementContent Content { get; } = content;

    public LawBook LawBook { get; } = lawBook;

    public static string LabelOf(string path) => ContentGuide.For(path).Label;

    /// <summary>The answer without its label, or null.</summary>
    public Answer? At(string path)
    {
        if (!_told.TryGetValue(path, out var answer))
        {
            _told[path] = answer = _answered.GetValueOrDefault(path) is { } node ? Tell(path, node, ShapeOf(path)) : null;
        }

        return answer;
    }

    /// <summary>The answer with its label before it, or null.</summary>
    public Answer? Labelled(string path, string? label = null) =>
        At(path) is { } answer ? answer with { Label = label ?? LabelOf(path) } : null;

    /// <summary>
    /// The answer without any form: a value as the content has it and its words, one for each member of a list; none where it is not
    /// answered.
    /// </summary>
    public IReadOnlyList<(string Value, string Text)> Texts(string path) =>
        (_answered.GetValueOrDefault(path), ShapeOf(path)) switch
        {
            (null, _) => [],
            (JsonArray items, ListShape list) => [.. items.Select(item => (item!.ToString(), TextOf(path, item!, list.Element)))],
            ({ } node, var shape) => [(node.ToString(), TextOf(path, node, shape))],
        };

    /// <summary>Said in our own words, if it is answered at all.</summary>
    public Answer? Saying(string path, string text, Tone tone = Tone.Plain) =>
        !_answered.ContainsKey(path) ? null : new Answer([path], [new Line([new Phrase(text, tone)])]);

    public Row? Row(string path, string? label = null) => At(path) is { } answer ? new Row(label ?? LabelOf(path), answer) : null;

    /// <summary>A row for each answered member of a record but those named; yes and no together, because they are many.</summary>
    public IEnumerable<Row> Rows(string record, string flags, params string[] except)
    {
        var members = Members(record, except).ToArray();
        string[] yesOrNo = [.. members.Where(path => ShapeOf(path) is FlagShape)];
        foreach (var path in members)
        {
            if (yesOrNo.Length < 2 || !yesOrNo.Contains(path))
            {
                yield return Row(path)!;
            }
            else if (path == yesOrNo[0])
            {
                yield return new Row(flags, Answer.Of(PartLayout.Beside, yesOrNo.Select(flag => Labelled(flag))));
            }
        }
    }

    /// <summary>All answered members of a record but those named, with their labels, or null if there are none.</summary>
    public Answer? Rest(string record, params string[] except) =>
        Members(record, except).Select(path => Labelled(path)).ToArray() is { Length: > 0 } parts
            ? Answer.Of(PartLayout.Beside, parts)
            : null;

    /// <summary>The entries of the law book that the agreement relies on, in the order of the law.</summary>
    public IEnumerable<LawEntry> LawRelied
    {
        get
        {
            var codes = CodesIn(_answered[""], ContentShape.Root).ToHashSet();
            return LawBook.Entries.Where(entry => codes.Contains(entry.Code));
        }
    }

    public string PartyName(string? id) => Content.Parties.FirstOrDefault(p => p.Id == id)?.Name ?? id ?? "";

    public string PurposeName(string? id) =>
        Content.Purposes.FirstOrDefault(p => p.Id == id) is { Code: { } code } ? CodeLabels.Of(code) : id ?? "";

    public Dataset? Dataset(string? id) => Content.Datasets.FirstOrDefault(d => d.Id == id);

    /// <summary>A party, or a recipient that is none.</summary>
    public string RecipientName(string? id) =>
        Content.PermittedRecipients.Concat(Content.ConditionalRecipients).FirstOrDefault(r => r.Id == id) is { } recipient
        && Content.Parties.All(p => p.Id != id)
            ? recipient.Name
                ?? (
                    recipient.Party is { } party ? PartyName(party)
                    : recipient.OrgId is { } organisation ? Words.Organisation(organisation)
                    : recipient.Id
                )
            : PartyName(id);

    private static Dictionary<string, JsonNode> Answered(AgreementContent content)
    {
        var answered = new Dictionary<string, JsonNode>();
        Take("", AgreementJson.ToNode(content), ContentShape.Root);
        return answered;

        void Take(string path, JsonNode node, ContentShape shape)
        {
            answered.Add(path, node);
            if (shape is RecordShape record && node is JsonObject values)
            {
                foreach (var member in record.Members)
                {
                    if (values[member.Name] is { } value)
                    {
                        Take(ContentPointer.Append(path, member.Name), value, member.Shape);
                    }
                }
            }
            else if (shape is ListShape { Element: RecordShape item } && node is JsonArray items)
            {
                foreach (var child in items)
                {
                    Take(ContentPointer.Append(path, IdOf(child)), child!, item);
                }
            }
        }
    }

    private static string IdOf(JsonNode? item) => item!["id"]!.GetValue<string>();

    private static IEnumerable<string> CodesIn(JsonNode? node, ContentShape shape) =>
        (shape, node) switch
        {
            (RecordShape record, JsonObject values) => record.Members.SelectMany(member => CodesIn(values[member.Name], member.Shape)),
            (ListShape list, JsonArray items) => items.SelectMany(item => CodesIn(item, list.Element)),
            (TextShape { Vocabulary: not null }, JsonValue code) => [code.GetValue<string>()],
            _ => [],
        };

    private static ContentShape ShapeOf(string path) =>
        ContentShape.At(path) ?? throw new ArgumentException($"The content of an agreement has no {path}.", nameof(path));

    private IEnumerable<string> Members(string record, string[] except) =>
        ShapeOf(record) is RecordShape shape
            ? shape
                .Members.Where(member => member.Shape is not TextShape { IsId: true } && !except.Contains(member.Name))
                .Select(member => ContentPointer.Append(record, member.Name))
                .Where(path => At(path) is not null)
            : throw new ArgumentException($"{record} is no record.", nameof(record));

    private Answer? Tell(string path, JsonNode node, ContentShape shape) =>
        (shape, node) switch
        {
            (RecordShape, _) => Record(path, Members(path, []).Select(Part), PartLayout.Beside),
            (ListShape { Element: RecordShape }, JsonArray items) => Record(
                path,
                items.Select(child => At(ContentPointer.Append(path, IdOf(child)))),
                PartLayout.Stacked
            ),
            (ListShape list, JsonArray items) => List(
                path,
                list.Element,
                [.. items.SelectMany(child => Leaf(path, child!, list.Element) is { } line ? [line] : Array.Empty<Line>())]
            ),
            _ => Leaf(path, node, shape) is { } line ? new Answer([path], [line]) : null,
        };

    private static Answer? Record(string path, IEnumerable<Answer?> parts, PartLayout layout) =>
        parts.OfType<Answer>().ToArray() is { Length: > 0 } answered ? new Answer([path], []) { Parts = answered, Layout = layout } : null;

    private Answer? Part(string path) => Unlabelled.Contains(ContentShape.PatternOf(path) ?? "") ? At(path) : Labelled(path);

    /// <summary>Short texts and single words in one line, others as a list.</summary>
    private static Answer? List(string path, ContentShape element, Line[] lines) =>
        lines switch
        {
            [] => null,
            [_] => new Answer([path], lines),
            _ when lines.Any(line => line.Phrases.Count > 1) => new Answer([path], lines),
            _ when lines.All(line =>
                    line.Phrases is [{ Link: null, Text.Length: <= ShortText }]
                    && !line.Phrases[0].Text.Contains(';', StringComparison.Ordinal)
                ) => new Answer(
                [path],
                [
                    new Line([
                        new Phrase(
                            string.Join(
                                "; ",
                                lines.Select(
                                    (line, i) => i > 0 && element is ChoiceShape ? Words.Within(line.Phrases[0].Text) : line.Phrases[0].Text
                                )
                            )
                        ),
                    ]),
                ]
            ),
            _ => new Answer([path], lines) { IsBulleted = true },
        };

    private string TextOf(string path, JsonNode node, ContentShape shape) =>
        string.Join(' ', (Leaf(path, node, shape)?.Phrases ?? []).Select(phrase => phrase.Text));

    private Line? Leaf(string path, JsonNode node, ContentShape shape) =>
        shape switch
        {
            FlagShape => Said(Words.YesOrNo(node.GetValue<bool>())),
            IntegerShape when path.EndsWith("WithinHours", StringComparison.Ordinal) => Said(
                Words.Count(node.GetValue<int>(), "hour", "hours")
            ),
            IntegerShape => Said(Words.Number(node.AsValue().TryGetValue<int>(out var small) ? small : node.GetValue<long>())),
            DateShape => Said(Words.Date(DateOnly.ParseExact(node.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture))),
            ChoiceShape choice => Said(CodeLabels.Of((Enum)Codes.Of(choice.Enum).First(code => code.Value == node.GetValue<string>()).Key)),
            TextShape text when node.GetValue<string>() is { } value && !string.IsNullOrWhiteSpace(value) => Text(path, text, value),
            _ => null,
        };

    private Line Text(string path, TextShape shape, string value) =>
        shape switch
        {
            { Vocabulary: not null } => Law(value),
            { Suggested: not null } when Exemption.CodeOf(value) is { } code && LawBook.Find(code) is not null => Law(code),
            { Kinds: not ItemKinds.None } => Said(NameOf(path, shape.Kinds, value)),
            { Duration: not null } => Said(Words.Length(value)),
            { IsCountry: true } => Said(Words.Country(value)),
            _ => ContentShape.PatternOf(path) switch
            {
                "/parties/*/identifiers/*/scheme" => Said(Words.Scheme(value)),
                var pattern when pattern?.EndsWith("/orgId", StringComparison.Ordinal) is true => Said(Words.Organisation(value)),
                "/datasets/*/cohortFilter" when value == "All" => Said("Everybody’s records"),
                "/datasets/*/subjectClasses/*/code" or "/datasets/*/cohortFilter" => Said(Words.Code(value)),
                "/datasets/*/fields/*/category" => Said(value.StartsWith("pd:", StringComparison.Ordinal) ? Words.Code(value[3..]) : value),
                "/privacyNotices/*/exemption" => Said(
                    value.StartsWith("Art1", StringComparison.Ordinal) ? $"UK GDPR Art {value[3..]}" : value
                ),
                _ => new Line([new Phrase(value, Link: Words.WebAddress(value) is { } address ? new WebLink(address) : null)]),
            },
        };

    /// <summary>The plain name, where to read it, and what is not settled about it; never the code alone.</summary>
    private Line Law(string code) =>
        (code, LawBook.Find(code)) switch
        {
            (_, { } entry) => new Line([
                new Phrase(entry.Name, Link: new LawLink(entry.Code)),
                new Phrase(entry.Citation, Tone.Muted, entry.Url is { } address ? new WebLink(address) : null),
                .. entry.Status is LegalStatus.InForce
                    ? Array.Empty<Phrase>()
                    : [new Phrase(Words.Status(entry), Tone.Bad, new LawLink(entry.Code))],
                .. entry.Unverified is null ? Array.Empty<Phrase>() : [new Phrase("(to be confirmed)", Tone.Muted)],
            ]),
            (LawVocabulary.Unknown, _) => Said("I don’t know yet"),
            (LawBook.Part3PolicyDocument, _) => new Line([
                new Phrase("Sensitive processing for law enforcement"),
                new Phrase("DPA 2018 s42", Tone.Muted),
            ]),
            _ => Said(Words.Code(code)),
        };

    private string NameOf(string path, ItemKinds kinds, string id) =>
        kinds switch
        {
            ItemKinds.Purpose => PurposeName(id),
            ItemKinds.Dataset => Dataset(id)?.Name ?? id,
            ItemKinds.Field => FieldsNamedFrom(path).FirstOrDefault(f => f.Id == id)?.Name ?? id,
            ItemKinds.Party => PartyName(id),
            _ => RecipientName(id),
        };

    /// <summary>Fields are named by the flows, each of which names its dataset.</summary>
    private ValueList<DataField> FieldsNamedFrom(string path) =>
        Content.Flows.FirstOrDefault(f => path.StartsWith($"/flows/{f.Id}/", StringComparison.Ordinal)) is { } flow
            ? Dataset(flow.DatasetId)?.Fields ?? []
            : [];

    private static Line Said(string text) => new([new Phrase(text)]);
}
