namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>
/// What of an edition a form changes, as the audit log says it. Two people who change different parts do not disturb each other.
/// </summary>
internal static class EditionPart
{
    public const string About = "Title, date and open points";
    public const string Countries = "Approved countries";
    public const string Settings = "The settings";

    /// <summary>It touches every part.</summary>
    public const string WholeBook = "The whole book, from a file";

    private const string Added = " added";
    private const string Changed = " changed";
    private const string TakenOut = " taken out";
    private const string PutBack = " put back";

    private static readonly string[] Deeds = [Added, Changed, TakenOut, PutBack];

    public static string Entry(string code, bool isNew) => code + (isNew ? Added : Changed);

    public static string EntryTakenOut(string code) => code + TakenOut;

    public static string EntryPutBack(string code) => code + PutBack;

    /// <summary>Did what was done touch this part too?</summary>
    public static bool Touches(string? done, string part) =>
        part == WholeBook || done == WholeBook || (done is not null && Bare(done) == Bare(part));

    private static string Bare(string part) =>
        Deeds.FirstOrDefault(deed => part.EndsWith(deed, StringComparison.Ordinal)) is { } deed ? part[..^deed.Length] : part;
}
