using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DataSharing.Domain.Content;

/// <summary>One reading of one file: walks what was sent along the shape of the content, and notes every error.</summary>
internal sealed partial class ImportReading(ILawCodes lawCodes)
{
    private static readonly string[] EnvelopeMembers = ["schema", "reference", "version", "content"];

    private readonly List<ImportError> _errors = [];
    private readonly List<Reference> _references = [];
    private readonly List<(ItemKinds Kind, string Id, string? Within)> _targets = [];

    public IReadOnlyList<ImportError> Errors => _errors;

    public AgreementFile? File(SentJson sent)
    {
        if (sent is not SentObject envelope)
        {
            Refuse("", $"Expected an object with the members {List(EnvelopeMembers)}, found {sent.Kind}.");
            return null;
        }

        var members = Members(envelope, "", EnvelopeMembers);
        var schema = EnvelopeText(members, "schema");
        if (schema != AgreementJson.Schema && !_errors.Any(e => e.Path == "/schema"))
        {
            Refuse(
                schema is null ? "" : "/schema",
                $"The file must say \"schema\": \"{AgreementJson.Schema}\", the only form that can be brought in."
            );
        }

        var reference = EnvelopeText(members, "reference");
        var version = EnvelopeText(members, "version");
        if (!members.TryGetValue("content", out var content))
        {
            Refuse("", "The member \"content\" is missing. It holds the agreement.");
            return null;
        }

        var node = Record(content, "/content", ContentShape.Root, dataset: null);
        CheckReferences();
        return _errors.Count > 0
            ? null
            : new AgreementFile(reference, version, AgreementDocument.Of(AgreementJson.Read(WrittenIdentifiers.InTheirForm(node!))));
    }

    private string? EnvelopeText(Dictionary<string, SentJson> members, string name) =>
        members.GetValueOrDefault(name) is { } sent and not SentNull
            ? Text(sent, $"/{name}", new TextShape(false, null, ItemKinds.None, null, false, 100), null)?.GetValue<string>()
            : null;

    private JsonNode? Value(SentJson sent, string path, ContentShape shape, string? dataset) =>
        (shape, sent) switch
        {
            (_, SentNull) => null,
            (RecordShape record, _) => Record(sent, path, record, dataset),
            (ListShape list, SentArray array) => Items(array, path, list, dataset),
            (TextShape text, _) => Text(sent, path, text, dataset),
            (FlagShape, SentFlag flag) => flag.Value,
            (IntegerShape integer, SentNumber number) => Integer(number, path, integer),
            (DateShape, SentText { Text: not null } text) => Date(text.Text, path),
            (ChoiceShape choice, SentText { Text: not null } text) => Choice(text.Text, path, choice),
            _ => Refuse(path, $"Expected {Expected(shape)}, found {sent.Kind}."),
        };

    private JsonObject? Record(SentJson sent, string path, RecordShape shape, string? dataset)
    {
        if (sent is not SentObject @object)
        {
            Refuse(path, $"Expected an object, found {sent.Kind}.");
            return null;
        }

        var sentMembers = Members(@object, path, [.. shape.Members.Select(m => m.Name)]);
        dataset =
            shape.Type == typeof(Dataset) ? IdOf(sentMembers, "id")
            : sentMembers.ContainsKey("datasetId") ? IdOf(sentMembers, "datasetId")
            : dataset;
        if (shape.IsItem && !sentMembers.ContainsKey("id"))
        {
            Refuse(path, "This item has no \"id\". Every item of a list needs one.");
        }

        var read = new JsonObject();
        foreach (var member in shape.Members)
        {
            if (
                sentMembers.TryGetValue(member.Name, out var value)
                && Value(value, ContentPointer.Append(path, member.Name), member.Shape, dataset) is { } node
            )
            {
                read[member.Name] = node;
            }
        }

        return read;
    }

    private Dictionary<string, SentJson> Members(SentObject @object, string path, IReadOnlyCollection<string> known)
    {
        var members = new Dictionary<string, SentJson>(StringComparer.Ordinal);
        foreach (var (name, value) in @object.Members)
        {
            var at = ContentPointer.Append(path, name);
            if (!known.Contains(name))
            {
                Refuse(at, $"There is no member \"{name}\" here.{Nearest(name, known)} Allowed: {List(known)}.");
            }
            else if (!members.TryAdd(name, value))
            {
                Refuse(at, $"The member \"{name}\" occurs twice in the same object. Keep one.");
            }
        }

        return members;
    }

    private JsonArray Items(SentArray array, string path, ListShape shape, string? dataset)
    {
        var read = new JsonArray();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < array.Elements.Count; i++)
        {
            var at = ContentPointer.Append(path, i.ToString(CultureInfo.InvariantCulture));
            if (array.Elements[i] is SentNull)
            {
                Refuse(at, $"Expected {Expected(shape.Element)}, found null.");
                continue;
            }

            var element = Value(array.Elements[i], at, shape.Element, dataset);
            if (element is not null)
            {
                read.Add(element);
            }

            if (shape.Element is RecordShape item && element?["id"]?.GetValue<string>() is { } id)
            {
                if (!ids.Add(id))
                {
                    Refuse($"{at}/id", $"The id \"{id}\" is used twice in this list. Each item needs its own.");
                }
                else
                {
                    NoteTarget(item, path, id, dataset, at);
                }
            }
        }

        return read;
    }

    private void NoteTarget(RecordShape item, string listPath, string id, string? dataset, string path)
    {
        var kind = ContentReferences.KindOf(item, ContentPointer.Steps(listPath)[^1]);
        if (kind is ItemKinds.None)
        {
            return;
        }

        const ItemKinds receivers = ItemKinds.Party | ItemKinds.PermittedRecipient | ItemKinds.ConditionalRecipient;
        if ((kind & receivers) != 0 && _targets.Any(t => (t.Kind & receivers) != 0 && t.Id == id))
        {
            Refuse(
                $"{path}/id",
                $"The id \"{id}\" is used by another party or recipient. A flow could mean either, so each needs its own."
            );
        }

        _targets.Add((kind, id, kind is ItemKinds.Field ? dataset : null));
    }

    private JsonValue? Text(SentJson sent, string path, TextShape shape, string? dataset)
    {
        if (sent is not SentText { } given)
        {
            return Refuse(path, $"Expected {Expected(shape)}, found {sent.Kind}.");
        }

        var objection = given.Text is null
            ? "This text holds bytes or escapes that are no Unicode characters. Save the file as UTF-8, or type the text again."
            : PlainText.ObjectionToSent(given.Text);
        if (objection is not null)
        {
            return Refuse(path, objection);
        }

        var text = PlainText.Normalise(given.Text!);
        if (text.Length == 0)
        {
            return shape.IsId ? Refuse(path, "The id is blank. Every item of a list needs one.") : null;
        }

        if (Objection(text, shape) is { } wrong)
        {
            return Refuse(path, wrong);
        }

        if (shape.Kinds is not ItemKinds.None)
        {
            _references.Add(new Reference(path, text, shape.Kinds, dataset));
        }

        return JsonValue.Create(text);
    }

    private string? Objection(string text, TextShape shape) =>
        shape switch
        {
            { IsId: true } when !ItemId().IsMatch(text) =>
                $"\"{text}\" is no id. An id is a letter followed by at most 39 letters, digits and hyphens.",
            { Longest: { } longest } when text.Length > longest => $"This has {text.Length} characters. At most {longest} are allowed.",
            { IsCountry: true } when !CountryCode().IsMatch(text) =>
                $"\"{text}\" is no country code. Use two capital letters of ISO 3166, for example GB.",
            { Duration: { } kind } when !Duration.TryParse(text, out _) && !(kind.OrIndefinite && text == Retention.Indefinite) =>
                $"\"{text}\" is no duration. Use ISO 8601, for example P8Y, "
                    + $"P6M or P28D{(kind.OrIndefinite ? $", or {Retention.Indefinite}" : "")}.",
            { Vocabulary: { } vocabulary } when !IsLawCode(vocabulary, text) => UnknownCode(vocabulary, text),
            _ => null,
        };

    private bool IsLawCode(string vocabulary, string code) =>
        lawCodes.Knows(vocabulary, code) || (code == LawVocabulary.Unknown && vocabulary is LawVocabulary.Art6 or LawVocabulary.Gateway);

    private string UnknownCode(string vocabulary, string code)
    {
        var known = lawCodes.Codes(vocabulary).ToList();
        return $"\"{code}\" is not a code of the law book here ({vocabulary}).{Nearest(code, known)} Allowed: {List(known)}.";
    }

    private JsonValue? Integer(SentNumber number, string path, IntegerShape shape) =>
        !long.TryParse(number.Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        || value < shape.Least
        || value > shape.Greatest
            ? Refuse(path, $"{number.Digits} is not a whole number between {shape.Least} and {shape.Greatest}.")
            : JsonValue.Create(value);

    private JsonValue? Date(string text, string path) =>
        !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Refuse(path, $"\"{text}\" is no date. Use year, month and day, for example 2026-09-01.")
        : !day.IsPlausible() ? Refuse(path, $"{text} is too far away. Use a date between {Days.EarliestYear} and {Days.LatestYear}.")
        : JsonValue.Create(text);

    private JsonValue? Choice(string text, string path, ChoiceShape shape)
    {
        var names = Codes.Of(shape.Enum).Values.ToList();
        return names.Contains(text)
            ? JsonValue.Create(text)
            : Refuse(path, $"\"{text}\" is not an answer here.{Nearest(text, names)} Allowed: {List(names)}.");
    }

    private void CheckReferences()
    {
        var targets = _targets.ToLookup(t => t.Id);
        foreach (var reference in _references.Where(r => !targets[r.Id].Any(t => Matches(r, t))))
        {
            var there = _targets.Where(t => Matches(reference, t)).Select(t => t.Id).ToList();
            var what = Name(reference.Kinds);
            Refuse(
                reference.Path,
                there.Count == 0
                    ? $"There is no {what} \"{reference.Id}\" in this agreement, and no other."
                    : $"There is no {what} \"{reference.Id}\" in this agreement.{Nearest(reference.Id, there)} There are: {List(there)}."
            );
        }
    }

    private static bool Matches(Reference reference, (ItemKinds Kind, string Id, string? Within) target) =>
        (reference.Kinds & target.Kind) != 0 && (target.Kind is not ItemKinds.Field || target.Within == reference.Dataset);

    private static string Name(ItemKinds kinds) =>
        kinds switch
        {
            ItemKinds.Purpose => "purpose",
            ItemKinds.Dataset => "dataset",
            ItemKinds.Field => "field of that dataset",
            ItemKinds.Party => "party",
            _ => "party or recipient",
        };

    private static string Expected(ContentShape shape) =>
        shape switch
        {
            ListShape => "a list",
            FlagShape => "true or false",
            IntegerShape => "a whole number",
            DateShape => "a date such as \"2026-09-01\"",
            ChoiceShape choice => $"one of {List(Codes.Of(choice.Enum).Values)}",
            TextShape => "text",
            _ => "an object",
        };

    private static string? IdOf(Dictionary<string, SentJson> members, string name) =>
        members.GetValueOrDefault(name) is SentText { Text: { } text } ? text.Trim() : null;

    private static string List(IEnumerable<string> names)
    {
        const int enough = 20;
        var all = names.ToList();
        return all.Count <= enough ? string.Join(", ", all) : $"{string.Join(", ", all.Take(enough))} and {all.Count - enough} more";
    }

    private static string Nearest(string given, IEnumerable<string> known) =>
        Spelling.Nearest(given, known) is { } near ? $" Did you mean \"{near}\"?" : "";

    /// <exception cref="TooManyErrorsException">This is one more than anybody can read.</exception>
    private JsonValue? Refuse(string path, string message)
    {
        if (_errors.Count == AgreementImport.MaxErrors)
        {
            throw new TooManyErrorsException();
        }

        _errors.Add(new ImportError(path, message));
        return null;
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]{0,39}\z")]
    private static partial Regex ItemId();

    [GeneratedRegex(@"\A[A-Z]{2}\z")]
    private static partial Regex CountryCode();

    internal sealed class TooManyErrorsException : Exception;

    private sealed record Reference(string Path, string Id, ItemKinds Kinds, string? Dataset);
}
