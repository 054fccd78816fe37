using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>A party, and a reason in plain words.</summary>
internal sealed record Needed(Party Party, string Because);
