using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;

namespace DataSharing.Documents.History;

/// <summary>"; 3 decisions were carried over from version 1.0, because nothing material changed", or why not.</summary>
internal static class CarryOverWords
{
    public static string Of(CarryOverTold? carryOver) =>
        carryOver switch
        {
            null => "",
            { Material.Count: > 0 } =>
                $"; everything is decided afresh, because {Words.List([.. carryOver.Material.Select(Materiality.LabelOf)])} "
                    + $"changed since version {carryOver.Follows}",
            { Carried.Count: 0 } => $"; no decision could be carried over from version {carryOver.Follows}",
            { Carried: var carried } => $"; {Words.Count(carried.Count, "decision was", "decisions were")} carried over from version "
                + $"{Words.List([.. carried.Select(c => c.Label.ToString()).Distinct()])}, because nothing material changed",
        };
}
