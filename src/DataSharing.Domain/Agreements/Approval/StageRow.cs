using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>A row of the table: a kind of stage, and when who needs it.</summary>
internal sealed record StageRow(int Group, StageKind Kind, Role Role, StageMode Mode)
{
    /// <summary>The parties that need it, each with the reason. The first reason of a party counts.</summary>
    public required Func<Reading, IEnumerable<Needed>> Needed { get; init; }

    /// <summary>What to say when nobody needs it.</summary>
    public required string NotNeededBecause { get; init; }

    /// <summary>Parties that one would expect in it and that are left out.</summary>
    public Func<Reading, IEnumerable<Needed>> LeftOut { get; init; } = _ => [];
}
