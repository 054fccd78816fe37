namespace DataSharing.Web.Tests.Deployment;

internal static class Images
{
    /// <summary>A tag, and one that does not become another version overnight.</summary>
    public static void AssertPinned(string image)
    {
        var tag = image.Split('/').Last().Split(':').ElementAtOrDefault(1);
        Assert.True(tag is not (null or "" or "latest"), $"{image} is not pinned.");
    }
}
