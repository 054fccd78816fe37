using System.Linq.Expressions;
using DataSharing.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Organisations;

/// <summary>Organisations by what people type: in queries only, for the database compares (migration 0023).</summary>
public static class OrganisationSearch
{
    /// <summary>Those whose names, note or one identifier have all the words, or words of which they are a part.</summary>
    public static IQueryable<Organisation> Mentioning(this IQueryable<Organisation> organisations, string words) =>
        organisations.Where(o =>
            Mentions(o.Details.Name + " " + o.Details.OtherNames + " " + o.Details.Note, words)
            || o.Identifiers.Any(i => Mentions(i.Scheme + ":" + i.Value, words))
        );

    /// <summary>Those that have one of the names of these details, however it is written.</summary>
    public static IQueryable<Organisation> Called(this IQueryable<Organisation> organisations, OrganisationDetails details)
    {
        var names = details.Name + "\n" + details.OtherNames;
        return organisations.Where(o => ShareAName(o.Details.Name + "\n" + o.Details.OtherNames, names));
    }

    internal static void AddTo(ModelBuilder model)
    {
        Expression<Func<bool>> mentions = () => Mentions("", "");
        Expression<Func<bool>> shareAName = () => ShareAName("", "");
        model.HasDbFunction(mentions).HasName("mentions");
        model.HasDbFunction(shareAName).HasName("share_a_name");
    }

    private static bool Mentions(string said, string sought) => throw new NotSupportedException("The database answers this.");

    private static bool ShareAName(string names, string sought) => throw new NotSupportedException("The database answers this.");
}
