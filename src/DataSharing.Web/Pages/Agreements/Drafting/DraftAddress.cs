using System.Collections.Frozen;
using DataSharing.Domain.Content;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DataSharing.Web.Pages.Agreements.Drafting;

/// <summary>The addresses of a draft's pages: a section by its name, an item by its pointer.</summary>
public static class DraftAddress
{
    /// <summary>The item that is not there yet, as in RFC 6901 and RFC 6902.</summary>
    public const string New = "-";

    private static readonly FrozenDictionary<Section, string> Slugs = Enum.GetValues<Section>()
        .ToFrozenDictionary(section => section, SlugOf);

    private static readonly FrozenDictionary<string, Section> Sections = Slugs.ToFrozenDictionary(slug => slug.Value, slug => slug.Key);

    public static string Of(string reference) => $"/agreements/{reference}/draft";

    public static string Of(string reference, Section section) => $"{Of(reference)}/{Slugs[section]}";

    /// <summary>The page on which an item is changed.</summary>
    public static string OfItem(string reference, string item) => Of(reference) + item;

    public static string ToAdd(string reference, string list) => $"{Of(reference)}{list}/{New}";

    public static string ToRemove(string reference, string item) => $"/agreements/{reference}/remove{item}";

    /// <summary>Help with what a legal line rests on.</summary>
    public static string ToGrounds(string reference, string line) => OfItem(reference, line) + "/ground";

    /// <summary>Where a place of the content is answered: the question itself, on the page of its item or section.</summary>
    public static string OfQuestion(string reference, string path)
    {
        var part = ContentPart.Around(path);
        var page = part.Path.Length == 0 ? Of(reference, part.Section) : OfItem(reference, part.Path);
        var question = path[part.Path.Length..];
        return
            part.Questions.FirstOrDefault(q => q == question || q.StartsWith(question + "/", StringComparison.Ordinal)) is { } known
            && question.Length > 0
            ? $"{page}#{Anchor(known)}"
            : page;
    }

    public static Section? SectionOf(string slug) => Sections.TryGetValue(slug, out var section) ? section : null;

    /// <summary>The id of a question's control, as the tag helpers give it.</summary>
    private static string Anchor(string question) =>
        TagBuilder.CreateSanitizedId(
            "Form." + string.Join('.', ContentPointer.Steps(question).Select(step => char.ToUpperInvariant(step[0]) + step[1..])),
            "-"
        );

    /// <summary>"public-trust" for PublicTrust.</summary>
    private static string SlugOf(Section section) =>
        string.Concat(
            section
                .ToString()
                .Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())
        );
}
