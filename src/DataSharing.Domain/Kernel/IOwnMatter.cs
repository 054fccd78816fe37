namespace DataSharing.Domain.Kernel;

/// <summary>An event that may be one organisation's own matter, so that only it and its auditors read of it.</summary>
public interface IOwnMatter
{
    /// <summary>Null where everybody may read of it who may read of its subject.</summary>
    OrganisationId? OnlyFor { get; }
}
