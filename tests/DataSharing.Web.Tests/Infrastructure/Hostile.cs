namespace DataSharing.Web.Tests.Infrastructure;

/// <summary>What somebody types who wants it to run.</summary>
internal static class Hostile
{
    public const string Text = """<script>alert(1)</script>"'><img src=x onerror=alert(1)>{{1}}""";

    /// <summary>The page shows the text, as text.</summary>
    public static void AssertShownHarmlessly(Answer answer, string text = Text)
    {
        Assert.Empty(answer.Document.QuerySelectorAll("script, img, [onerror]"));
        Assert.True(
            answer.Document.Body!.TextContent.Contains(text, StringComparison.Ordinal)
                || answer.Document.QuerySelectorAll("input").Any(i => i.GetAttribute("value") == text),
            "The text is not on the page"
        );
    }
}
