namespace DataSharing.Domain.Agreements.Approval;

/// <summary>The drafting organisation has taken on the conditions of an approval (T11).</summary>
public sealed class ConditionAcceptance
{
    internal ConditionAcceptance() { } // made by the decision, and by EF Core

    public required AgreementVersionId VersionId { get; init; }
    public required int StageNumber { get; init; }
    public required PersonId Person { get; init; }
    public required OrganisationId Organisation { get; init; }
    public required DateTimeOffset At { get; init; }
}
