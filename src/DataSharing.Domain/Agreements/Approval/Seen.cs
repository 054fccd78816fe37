using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>What somebody had before them when they decided: the version's ordinal and the hash of its content.</summary>
public sealed record Seen(int Version, ContentHash Hash)
{
    public static Seen Of(AgreementVersion version) => new(version.Ordinal, version.ContentHash);

    /// <exception cref="StaleDecisionException">It is not what is there now.</exception>
    internal void InsistOn(AgreementVersion version)
    {
        if (this != Of(version))
        {
            throw new StaleDecisionException("The content has changed since you saw it.");
        }
    }
}
