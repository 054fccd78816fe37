using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataSharing.Domain.Kernel;

/// <summary>The JSON Canonicalization Scheme (RFC 8785): one sequence of bytes for one JSON value.</summary>
public static class CanonicalJson
{
    /// <exception cref="FormatException">A number is not finite, or a text holds a lone surrogate.</exception>
    public static byte[] Serialize(JsonNode? node)
    {
        var output = new ArrayBufferWriter<byte>();
        Write(node, output);
        return output.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">The text is not JSON, or a member occurs twice.</exception>
    /// <exception cref="FormatException">A number is not finite, or a text holds a lone surrogate.</exception>
    public static byte[] Serialize(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return Serialize(JsonNode.Parse(utf8Json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }));
        }
        catch (InvalidOperationException broken)
        {
            throw new FormatException("The text holds bytes or escapes that are no Unicode characters.", broken);
        }
    }

    /// <summary>A number as ECMAScript writes it (RFC 8785 §3.2.2.3).</summary>
    /// <exception cref="FormatException">The number is not finite.</exception>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new FormatException("JSON has no number for infinity or for not a number.");
        }

        if (value == 0)
        {
            return "0";
        }

        // The shortest digits that read back as the same number, and where the point belongs: 0.digits × 10^point.
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var (whole, fraction) = text[0].Split('.') is [var left, var right] ? (left, right) : (text[0], "");
        var exponent = text.Length > 1 ? int.Parse(text[1], CultureInfo.InvariantCulture) : 0;
        var significant = (whole + fraction).TrimStart('0');
        var point = exponent + whole.Length - (whole.Length + fraction.Length - significant.Length);
        var digits = significant.TrimEnd('0');

        var sign = value < 0 ? "-" : "";
        return sign
            + point switch
            {
                _ when digits.Length <= point && point <= 21 => digits + new string('0', point - digits.Length),
                > 0 and <= 21 => $"{digits[..point]}.{digits[point..]}",
                > -6 and <= 0 => $"0.{new string('0', -point)}{digits}",
                _ => Exponential(digits, point - 1),
            };
    }

    private static string Exponential(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? $".{digits[1..]}" : "";
        return $"{digits[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
    }

    private static void Write(JsonNode? node, ArrayBufferWriter<byte> output)
    {
        switch (node)
        {
            case null:
                output.Write("null"u8);
                break;

            case JsonObject @object:
                WriteObject(@object, output);
                break;

            case JsonArray array:
                WriteArray(array, output);
                break;

            default:
                WriteValue(node.AsValue(), output);
                break;
        }
    }

    private static void WriteObject(JsonObject @object, ArrayBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var first = true;
        foreach (var (name, member) in @object.OrderBy(m => m.Key, StringComparer.Ordinal)) // ordinal is by UTF-16 code units
        {
            if (!first)
            {
                output.Write(","u8);
            }

            first = false;
            WriteText(name, output);
            output.Write(":"u8);
            Write(member, output);
        }

        output.Write("}"u8);
    }

    private static void WriteArray(JsonArray array, ArrayBufferWriter<byte> output)
    {
        output.Write("["u8);
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0)
            {
                output.Write(","u8);
            }

            Write(array[i], output);
        }

        output.Write("]"u8);
    }

    private static void WriteValue(JsonValue value, ArrayBufferWriter<byte> output)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                output.Write("true"u8);
                break;

            case JsonValueKind.False:
                output.Write("false"u8);
                break;

            case JsonValueKind.Number:
                output.Write(Encoding.ASCII.GetBytes(Number(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture))));
                break;

            default:
                WriteText(value.GetValue<string>(), output);
                break;
        }
    }

    private static void WriteText(string text, ArrayBufferWriter<byte> output)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                _ when char.IsSurrogate(c) => throw new FormatException("The text holds half of a surrogate pair."),
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\t' => escaped.Append("\\t"),
                '\n' => escaped.Append("\\n"),
                '\f' => escaped.Append("\\f"),
                '\r' => escaped.Append("\\r"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        output.Write(Encoding.UTF8.GetBytes(escaped.Append('"').ToString()));
    }
}
