using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>Whether the law requires a data protection impact assessment, and why, in plain words.</summary>
public sealed record DpiaNeed(ValueList<string> Reasons)
{
    public bool IsRequired => Reasons.Count > 0;
}
