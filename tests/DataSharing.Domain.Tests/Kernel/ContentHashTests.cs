using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Kernel;

public class ContentHashTests
{
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-2, B.1

    [Fact]
    public void Of_Bytes_IsSha256()
    {
        var hash = ContentHash.Of("abc"u8);

        Assert.Equal(OfAbc, hash.Hex);
        Assert.Equal("ba78 16bf 8f01 cfea", hash.Abbreviated);
    }

    [Fact]
    public void Parse_UpperCase_IsTheSameHash() => Assert.Equal(ContentHash.Of("abc"u8), ContentHash.Parse(OfAbc.ToUpperInvariant()));

    [Theory]
    [InlineData("")]
    [InlineData("ba7816bf")]
    [InlineData("za7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Parse_NotAHash_IsRefused(string text)
    {
        Assert.False(ContentHash.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ContentHash.Parse(text));
    }

    [Fact]
    public void Default_IsNoHashOfAnything() => Assert.Equal(new string('0', 64), default(ContentHash).Hex);
}
