namespace DataSharing.Domain.Rules;

public enum Severity
{
    /// <summary>Blocks submission.</summary>
    Error,

    /// <summary>Needs a recorded justification, shown to approvers and auditors.</summary>
    Warning,

    Info,
}
