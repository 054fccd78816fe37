namespace DataSharing.Domain.Law;

public static class Nations
{
    public static IReadOnlyList<Nation> All { get; } = Enum.GetValues<Nation>();

    /// <summary>A jurisdiction as agreements write it: a nation, or <c>GB</c> or <c>UK</c> for several at once.</summary>
    public static IReadOnlyList<Nation> Expand(string? jurisdiction) =>
        jurisdiction switch
        {
            "UK" => All,
            "GB" => [Nation.England, Nation.Wales, Nation.Scotland],
            _ => Enum.TryParse<Nation>(jurisdiction, out var nation) ? [nation] : [],
        };
}
