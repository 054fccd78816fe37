using System.Globalization;
using System.Text;
using System.Text.Json;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Kernel;

public class CanonicalJsonTests
{
    [Fact]
    public void Serialize_ExampleOfSection322_GivesTheBytesOfTheStandard()
    {
        const string input = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;

        const string bytes =
            "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c"
            + "342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";

        Assert.Equal(bytes, Convert.ToHexStringLower(CanonicalJson.Serialize(Encoding.UTF8.GetBytes(input))));
    }

    [Fact]
    public void Serialize_ExampleOfSection323_SortsByUtf16CodeUnits()
    {
        const string input = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;

        using var document = JsonDocument.Parse(CanonicalJson.Serialize(Encoding.UTF8.GetBytes(input)));

        Assert.Equal(
            [
                "Carriage Return",
                "One",
                "Control",
                "Latin Small Letter O With Diaeresis",
                "Euro Sign",
                "Emoji: Grinning Face",
                "Hebrew Letter Dalet With Dagesh",
            ],
            document.RootElement.EnumerateObject().Select(m => m.Value.GetString()!)
        );
    }

    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Number_SampleOfAppendixB_IsWrittenAsEcmaScriptDoes(string bits, string expected) =>
        Assert.Equal(expected, CanonicalJson.Number(FromBits(bits)));

    [Theory]
    [InlineData("7fffffffffffffff")]
    [InlineData("7ff0000000000000")]
    [InlineData("fff0000000000000")]
    public void Number_NotFinite_IsRefused(string bits) => Assert.Throws<FormatException>(() => CanonicalJson.Number(FromBits(bits)));

    [Fact]
    public void Serialize_ControlCharacters_TakesTheShortEscapeWhereThereIsOne() =>
        Assert.Equal(
            """{"a":"\b\t\n\f\r\u0000\u001f\"\\/ü"}""",
            Encoding.UTF8.GetString(
                CanonicalJson.Serialize("""{ "a": "\u0008\u0009\u000a\u000c\u000d\u0000\u001F\u0022\u005c\u002f\u00fc" }"""u8)
            )
        );

    [Fact]
    public void Serialize_EmptyObjectsAndLists_KeepsThem() =>
        Assert.Equal(
            """{"a":{},"b":[],"c":[[],{}]}""",
            Encoding.UTF8.GetString(CanonicalJson.Serialize(""" { "c" : [ [ ], { } ], "b" : [ ], "a" : { } } """u8))
        );

    [Fact]
    public void Serialize_LoneSurrogate_IsRefused() => Assert.Throws<FormatException>(() => CanonicalJson.Serialize("""["\udead"]"""u8));

    [Fact]
    public void Serialize_LoneSurrogateInTree_IsRefused() =>
        Assert.Throws<FormatException>(() => CanonicalJson.Serialize(System.Text.Json.Nodes.JsonValue.Create("a\ud800b")));

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""[{"b":{"a":1,"\u0061":2}}]""")]
    public void Serialize_MemberTwice_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => CanonicalJson.Serialize(Encoding.UTF8.GetBytes(json)));

    private static double FromBits(string bits) =>
        BitConverter.UInt64BitsToDouble(ulong.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
