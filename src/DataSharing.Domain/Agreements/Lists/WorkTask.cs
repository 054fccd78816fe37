using DataSharing.Domain.Agreements.Approval;

namespace DataSharing.Domain.Agreements.Lists;

/// <summary>
/// One thing that waits at a desk of an organisation, whoever may do it. A projection like <see cref="AgreementSight"/>; who may not take
/// it, though they sit at the desk, is asked when the list is read.
/// </summary>
public sealed class WorkTask
{
    public required AgreementVersionId VersionId { get; init; }
    public required OrganisationId Organisation { get; init; }

    /// <summary>A role in which a stage is decided, or one of <see cref="Lists.Desk"/>.</summary>
    public required string Desk { get; init; }

    /// <summary>Of the stage; 0 for what concerns the whole version.</summary>
    public int Number { get; init; }
    public required AgreementId AgreementId { get; init; }

    /// <summary>Since when it waits; the order of the list.</summary>
    public required DateTimeOffset Since { get; init; }
    public StageKind? Kind { get; init; }
    public StageMode? Mode { get; init; }
    public bool Mandatory { get; init; }
    public DateOnly? DueOn { get; init; }
}
