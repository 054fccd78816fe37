using DataSharing.Domain.Content;

namespace DataSharing.Domain.Tests.Content;

public class ContentShapeTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("/purposes", "/purposes")]
    [InlineData("/purposes/P1", "/purposes/*")]
    [InlineData("/purposes/*/permittedUses", "/purposes/*/permittedUses")]
    [InlineData("/purposes/P1/permittedUses/0", "/purposes/*/permittedUses/*")]
    [InlineData("/datasets/a~1b/fields/c~0d/type", "/datasets/*/fields/*/type")]
    [InlineData("/purposes/", "/purposes/*")]
    [InlineData("/purposes//id", "/purposes/*/id")]
    [InlineData("/", null)]
    [InlineData("/title/", null)]
    [InlineData("/title/deeper", null)]
    [InlineData("/purposes/P1/permittedUses/0/deeper", null)]
    [InlineData("/Purposes", null)]
    [InlineData("/nothing", null)]
    public void PatternOf_Pointer_NamesItsPlace(string path, string? pattern)
    {
        Assert.Equal(pattern, ContentShape.PatternOf(path));
        Assert.Equal(pattern is null, ContentShape.At(path) is null);
    }

    [Fact]
    public void At_EveryPattern_IsItsShape() =>
        Assert.All(ContentShape.Paths(), place => Assert.Same(place.Shape, ContentShape.At(place.Path)));

    /// <summary>So that a step of a pointer is compared with a name as it stands.</summary>
    [Fact]
    public void Names_NeverNeedEscaping() =>
        Assert.All(
            ContentShape.Paths(),
            place => Assert.Equal(place.Path, string.Concat(ContentPointer.Steps(place.Path).Select(s => '/' + s)))
        );

    [Theory]
    [InlineData("purposes")]
    [InlineData("~1")]
    public void PatternOf_WithoutASlash_IsNoPointer(string path) => Assert.Throws<FormatException>(() => ContentShape.PatternOf(path));

    [Fact]
    public void PatternOf_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => ContentShape.PatternOf(null!));
}
