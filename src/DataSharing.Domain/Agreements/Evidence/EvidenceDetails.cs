using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>What is said of a piece of evidence when it is added.</summary>
/// <param name="Link">An address that starts with https.</param>
/// <param name="Reference">Where it is found if not on the web: a case number, a file plan.</param>
/// <param name="Hash">SHA-256 of the document, if it is known.</param>
/// <param name="ValidFrom">The first day on which it counts.</param>
/// <param name="ValidTo">The last day on which it counts.</param>
public sealed record EvidenceDetails(
    EvidenceKind Kind,
    string Title,
    string? Link,
    string? Reference,
    ContentHash? Hash,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    EvidenceVisibility Visibility,
    EvidencePlace? Place
)
{
    public const int TitleMaxLength = 200;
    public const int LinkMaxLength = 2000;
    public const int ReferenceMaxLength = 500;

    /// <summary>An absolute https address that names a host and carries no password.</summary>
    public static bool IsLink(string text) =>
        text.Length <= LinkMaxLength
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "https", UserInfo: "", Host.Length: > 0 };

    /// <summary>What keeps it from being evidence, in plain English, or null.</summary>
    public string? Objection(CheckedFile? file) =>
        TitleObjection(Title)
        ?? ValidityObjection(ValidFrom, ValidTo)
        ?? this switch
        {
            { Link: null, Reference: null } when file is null => "Evidence has a file, a link or a reference.",
            { Link: { } link } when !IsLink(link) => "A link to evidence starts with https.",
            { Reference.Length: > ReferenceMaxLength } => $"A reference has at most {ReferenceMaxLength} characters.",
            { Hash: { } hash } when file is not null && hash != file.Hash => "The file has another SHA-256 than was said.",
            _ => null,
        };

    internal static string? TitleObjection(string title) =>
        string.IsNullOrWhiteSpace(title) || title.Length > TitleMaxLength ? $"A title has 1 to {TitleMaxLength} characters." : null;

    internal static string? ValidityObjection(DateOnly? from, DateOnly? to) =>
        to < from ? "Nothing is valid until a day before it begins." : null;
}
