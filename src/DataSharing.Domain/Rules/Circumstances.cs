using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>What the rules must know that is not agreed: it stands beside the version, never inside it.</summary>
public sealed record Circumstances
{
    /// <summary>The business day, Europe/London.</summary>
    public required DateOnly Today { get; init; }

    public Moment Moment { get; init; }

    /// <summary>The day of the last mandatory approval, once there is one.</summary>
    public DateOnly? FinalApprovalDate { get; init; }

    /// <summary>A risk tier set by hand. It can raise the computed tier, never lower it.</summary>
    public RiskTier? RaisedRisk { get; init; }

    /// <summary>The ids of the impact assessments that their approval stage has approved.</summary>
    public ValueSet<string> DpiasApprovedByStage { get; init; } = [];

    /// <summary>Who approved that the register entry is withheld.</summary>
    public string? WithholdingApprovedBy { get; init; }

    /// <summary>Who worked on the version.</summary>
    public ValueSet<string> Editors { get; init; } = [];

    /// <summary>What was decided and signed, and by whom.</summary>
    public ValueList<DutyDone> Duties { get; init; } = [];

    /// <summary>What the portal's other records say.</summary>
    public Records Records { get; init; } = Records.None;

    /// <summary>Somebody asks to be covered by this agreement.</summary>
    public AccessRequest? Request { get; init; }
}
