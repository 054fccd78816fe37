using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>A party, and a reason in plain words.</summary>
/// <param name="Mandatory">Whether the route waits for it.</param>
internal sealed record Needed(Party Party, string Because, bool Mandatory = true);
