namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>What of an edition a form changes, as the audit log says it. Two people who change different parts do not disturb each other.</summary>
internal static class EditionPart
{
    public const string About = "Title, date and open points";
    public const string Countries = "Approved countries";
    public const string Settings = "The settings";

    /// <summary>It touches every part.</summary>
    public const string WholeBook = "The whole book, from a file";

    private const string Added = " added";
    private const string Changed = " changed";

    public static string Entry(string code, bool isNew) => code + (isNew ? Added : Changed);

    /// <summary>Did what was done touch this part too?</summary>
    public static bool Touches(string? done, string part) => part == WholeBook || done == WholeBook || (done is not null && Bare(done) == Bare(part));

    private static string Bare(string part) =>
        part.EndsWith(Added, StringComparison.Ordinal) ? part[..^Added.Length] : part.EndsWith(Changed, StringComparison.Ordinal) ? part[..^Changed.Length] : part;
}
