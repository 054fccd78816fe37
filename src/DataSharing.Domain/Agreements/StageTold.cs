using DataSharing.Domain.Agreements.Approval;

namespace DataSharing.Domain.Agreements;

/// <summary>A stage as history tells it.</summary>
public sealed record StageTold(int Number, StageKind Kind, Role Role, string PartyId, OrganisationId Organisation)
{
    internal static StageTold Of(Stage stage) => new(stage.Number, stage.Kind, stage.Role, stage.PartyId, stage.Organisation);
}
