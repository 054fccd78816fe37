using System.Text.Json;

namespace DataSharing.Domain.Content;

/// <summary>A JSON value as somebody sent it, with everything still there that may be wrong with it, duplicate members included.</summary>
internal abstract record SentJson
{
    /// <summary>What the value is, for a sentence such as "expected a date, found …".</summary>
    public abstract string Kind { get; }

    /// <exception cref="SentJsonException">It is no JSON, or goes beyond a limit of <see cref="AgreementImport"/>.</exception>
    public static SentJson Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > AgreementImport.MaxBytes)
        {
            throw new SentJsonException(
                "",
                $"The file is larger than 1 MB ({AgreementImport.MaxBytes:N0} bytes), the most that can be brought in."
            );
        }

        utf8 = SentFile.AsUtf8(utf8);
        if (SentFile.Instead(utf8) is { } instead)
        {
            throw new SentJsonException("", instead);
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = AgreementImport.MaxLevels + 1 });
        try
        {
            var items = 0;
            reader.Read();
            var value = ReadValue(ref reader, "", ref items);
            reader.Read(); // anything after the value is an error
            return value;
        }
        catch (JsonException broken)
        {
            throw new SentJsonException(
                "",
                $"This is not JSON: there is a mistake at line {(broken.LineNumber ?? 0) + 1}, "
                    + $"column {(broken.BytePositionInLine ?? 0) + 1}."
            );
        }
    }

    private static SentJson ReadValue(ref Utf8JsonReader reader, string path, ref int items)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= AgreementImport.MaxLevels)
        {
            throw new SentJsonException(
                path,
                $"The file is nested deeper than {AgreementImport.MaxLevels} levels, the most that can be brought in."
            );
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, path, ref items),
            JsonTokenType.StartArray => ReadArray(ref reader, path, ref items),
            JsonTokenType.String => new SentText(Unescaped(ref reader)),
            JsonTokenType.Number => new SentNumber(System.Text.Encoding.ASCII.GetString(reader.ValueSpan)),
            JsonTokenType.True => new SentFlag(true),
            JsonTokenType.False => new SentFlag(false),
            _ => new SentNull(),
        };
    }

    private static SentObject ReadObject(ref Utf8JsonReader reader, string path, ref int items)
    {
        var members = new List<SentMember>();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = Unescaped(ref reader) ?? "\uFFFD";
            reader.Read();
            members.Add(new SentMember(name, ReadValue(ref reader, ContentPointer.Append(path, name), ref items)));
        }

        return new SentObject(members);
    }

    private static SentArray ReadArray(ref Utf8JsonReader reader, string path, ref int items)
    {
        var elements = new List<SentJson>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (++items > AgreementImport.MaxItems)
            {
                throw new SentJsonException(
                    path,
                    $"The file has more than {AgreementImport.MaxItems:N0} list items, the most that can be brought in."
                );
            }

            elements.Add(ReadValue(ref reader, ContentPointer.Append(path, $"{elements.Count}"), ref items));
        }

        return new SentArray(elements);
    }

    /// <summary>The text, or null if it holds bytes or escapes that are no Unicode characters.</summary>
    private static string? Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

internal sealed record SentMember(string Name, SentJson Value);

internal sealed record SentObject(IReadOnlyList<SentMember> Members) : SentJson
{
    public override string Kind => "an object";
}

internal sealed record SentArray(IReadOnlyList<SentJson> Elements) : SentJson
{
    public override string Kind => "a list";
}

/// <param name="Text">Null if it is no valid Unicode.</param>
internal sealed record SentText(string? Text) : SentJson
{
    public override string Kind => "text";
}

internal sealed record SentNumber(string Digits) : SentJson
{
    public override string Kind => $"the number {Digits}";
}

internal sealed record SentFlag(bool Value) : SentJson
{
    public override string Kind => Value ? "true" : "false";
}

internal sealed record SentNull : SentJson
{
    public override string Kind => "null";
}

internal sealed class SentJsonException(string path, string message) : Exception(message)
{
    public ImportError Error { get; } = new(path, message);
}
