using System.Security.Cryptography;
using System.Text;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>
/// Names for "the same data from the same body to the same body for the same purpose", short and alike in every agreement, so that the
/// database finds another agreement with the same (DSA-102).
/// </summary>
public static class Shares
{
    /// <summary>Every share of a content, with the flow that it is.</summary>
    public static IEnumerable<(string Share, Flow Flow)> Of(AgreementContent content) =>
        from flow in content.Flows
        let ds = content.Datasets.FirstOrDefault(ds => ds.Id == flow.DatasetId)
        let @from = Organisation(content, flow.From)
        let to = Organisation(content, flow.To)
        where ds is not null && @from is not null && to is not null
        from name in Names(content, ds)
        from code in flow
            .PurposeIds.Select(id => content.Purposes.FirstOrDefault(purpose => purpose.Id == id)?.Code)
            .OfType<PurposeCode>()
            .Distinct()
        select (Short(@from, to, name, code.ToString()), flow);

    /// <summary>One dataset is another if the catalogue says so, or the same controller calls it the same.</summary>
    private static IEnumerable<string> Names(AgreementContent content, Dataset ds)
    {
        if (ds.CatalogueIri is { } iri)
        {
            yield return iri;
        }

        if (ds.Name is { } name && Organisation(content, ds.Controller) is { } controller)
        {
            yield return $"{controller} {name.ToUpperInvariant()}";
        }
    }

    private static string? Organisation(AgreementContent content, string? party) =>
        content.Parties.FirstOrDefault(p => p.Id == party)?.OrgId;

    private static string Short(params ReadOnlySpan<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts!)))[..16]);
}
