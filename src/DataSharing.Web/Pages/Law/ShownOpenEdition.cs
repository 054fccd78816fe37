using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Web.Pages.Agreements;

namespace DataSharing.Web.Pages.Law;

/// <summary>What is being prepared, for those who may know of it, and the way to it.</summary>
/// <param name="Edition">Null if nothing is being prepared.</param>
/// <param name="Next">The number that would come next.</param>
/// <param name="Offered">A law book that comes with the portal and says more than the one that counts; null if none does.</param>
public sealed record ShownOpenEdition(EditionKind Kind, Edition? Edition, Names Names, Actor Actor, int Next, OfferedBook? Offered = null)
{
    public bool MayPrepare => Edition.MayPrepare(Actor);

    public string Name => $"{Kind.InWords()} {Edition?.Number ?? Next}";

    /// <summary>In addresses.</summary>
    public string Slug => Kind.Slug();

    public string By => string.Join(", ", Edition!.Editors.Select(editor => Names.Of(editor.Person)));

    public bool MayRelease => Edition?.Consider(EditionAction.Release, Actor) is Verdict.Permitted;

    public static IEnumerable<PersonId?> People(IEnumerable<Edition> editions) =>
        editions.SelectMany(e => e.Editors.Select(editor => (PersonId?)editor.Person).Append(e.ReleasedBy));

    public static string Released(Edition edition, Names names) =>
        $"{edition.ReleasedAt!.Value.InUk():d MMMM yyyy} by {names.Of(edition.ReleasedBy!.Value)}. "
        + $"Prepared by {string.Join(", ", edition.Editors.Select(e => names.Of(e.Person)))}.";
}

/// <summary>A law book that comes with the portal, from which the next one can be prepared.</summary>
/// <param name="New">How many provisions it has that the book that counts does not have.</param>
public sealed record OfferedBook(DateOnly AsOf, int New)
{
    /// <summary>The portal's book as the next after the one that counts.</summary>
    /// <exception cref="StaleDecisionException">All of it is in the one that counts already.</exception>
    public static LawBook Following(LawBook current) =>
        For(current) is null
            ? throw new StaleDecisionException("The portal’s law book is in the one that counts already.")
            : LawBook.Shipped.Following(current);

    public static OfferedBook? For(LawBook current) =>
        LawBook.Shipped.NewFor(current) is var count and > 0 ? new OfferedBook(LawBook.Shipped.AsOf, count) : null;
}

public static class EditionWords
{
    public static string InWords(this EditionKind kind) => kind is EditionKind.LawBook ? "Law book" : "Policy";

    public static string Slug(this EditionKind kind) => kind is EditionKind.LawBook ? "law-book" : "policy";

    public static EditionKind? Find(string? slug) =>
        Enum.GetValues<EditionKind>().Select(kind => (EditionKind?)kind).FirstOrDefault(kind => kind!.Value.Slug() == slug);

    public static string InWords(this EditionStatus status) =>
        status switch
        {
            EditionStatus.Draft => "Being prepared",
            EditionStatus.PutForward => "Put forward for release",
            EditionStatus.Released => "Released",
            _ => "Withdrawn",
        };
}
