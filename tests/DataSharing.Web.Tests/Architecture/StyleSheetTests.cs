using System.Text.RegularExpressions;
using DataSharing.Web.Tests.Deployment;

namespace DataSharing.Web.Tests.Architecture;

/// <summary>A name that means two things in the style sheet makes each of them look like a bit of both.</summary>
public sealed partial class StyleSheetTests
{
    private static readonly IReadOnlyList<Declaration> Declarations =
    [
        .. In(Comment().Replace(Repository.Read("src/DataSharing.Web/wwwroot/css/site.css"), ""), around: ""),
    ];

    [Fact]
    public void A_property_of_a_selector_is_said_once()
    {
        var twice = Declarations
            .Where(said => !said.Selector.StartsWith('@')) // of @page and of fonts there may be several
            .CountBy(said => said)
            .Where(said => said.Value > 1)
            .Select(said => said.Key);

        Assert.Empty(twice);
    }

    // Otherwise a style sheet that is not understood would make the other pass.
    [Fact]
    public void The_style_sheet_is_understood()
    {
        Assert.Contains(new Declaration("", ".govuk-heading-xl", "letter-spacing"), Declarations);
        Assert.Contains(new Declaration("@media (max-width: 40em)", ".ds-stack tr", "display"), Declarations);
        Assert.Equal([".a:is(.b, .c:not(.d, .e))", ".f"], Selectors(".a:is(.b, .c:not(.d, .e)), .f"));
        Assert.True(Declarations.Count > 500);
    }

    private static IEnumerable<Declaration> In(string css, string around)
    {
        while (css.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            var close = EndOf(css, open);
            var (head, body) = (Spaces().Replace(css[..open].Trim(), " "), css[(open + 1)..close]);
            var inside =
                head.StartsWith("@media", StringComparison.Ordinal) || head.StartsWith("@supports", StringComparison.Ordinal)
                    ? In(body, $"{around} {head}".Trim())
                    : from selector in Selectors(head)
                    from property in Property().Matches(body).Select(match => match.Groups[1].Value)
                    select new Declaration(around, selector, property);
            foreach (var declaration in inside)
            {
                yield return declaration;
            }

            css = css[(close + 1)..];
        }
    }

    private static int EndOf(string css, int open)
    {
        var depth = 0;
        return Enumerable
            .Range(open, css.Length - open)
            .First(at =>
                (
                    depth +=
                        css[at] is '{' ? 1
                        : css[at] is '}' ? -1
                        : 0
                ) == 0
            );
    }

    /// <summary>Those of a list, by its commas outside brackets.</summary>
    private static IEnumerable<string> Selectors(string list) => OneSelector().Matches(list).Select(selector => selector.Value.Trim());

    private sealed record Declaration(string Around, string Selector, string Property);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?>[^,()]|(?<open>\()|(?<-open>\))|(?(open),|(?!)))+")]
    private static partial Regex OneSelector();

    [GeneratedRegex(@"(?<=^|;)\s*([a-z-]+)\s*:")]
    private static partial Regex Property();
}
