using DataSharing.Domain.Agreements;
using DataSharing.Domain.Law;

namespace DataSharing.Web.Pages.Law.Drafts;

/// <summary>What of a part of a book that was changed differs from the book that counts, for the part's name alone says little.</summary>
internal static class DifferingPart
{
    private const int Most = 6;

    /// <param name="part">An <see cref="EditionPart"/>.</param>
    /// <returns>Null for the whole book: its differences are on the page.</returns>
    public static string? Of(string part, LawBookDifference difference, LawBook released, LawBook next) =>
        part switch
        {
            EditionPart.WholeBook => null,
            EditionPart.About => Named(
                new[]
                {
                    (Name: "Title", Differs: next.Title != released.Title),
                    (Name: "The law as at", Differs: next.AsOf != released.AsOf),
                    (Name: "Open points", Differs: !next.OpenPoints.SequenceEqual(released.OpenPoints)),
                }
                    .Where(about => about.Differs)
                    .Select(about => about.Name)
            ),
            EditionPart.Countries => Named(difference.Entries.Where(entry => ReliedOn.IsCountry(entry.Code)).Select(entry => entry.Name)),
            _ => difference.Entries.FirstOrDefault(entry => EditionPart.Touches(part, entry.Code)) switch
            {
                null => Named([]),
                { Change: EntryChange.Added } => "it is new",
                var entry => Named(entry.Members.Select(member => LawMember.LabelOf(member.Name))),
            },
        };

    public static string Named(IEnumerable<string> names) =>
        names.Distinct().ToList() switch
        {
            { Count: 0 } => "nothing of it differs now",
            { Count: <= Most } all => string.Join(", ", all),
            var many => $"{string.Join(", ", many.Take(Most))} and {many.Count - Most} more",
        };
}
