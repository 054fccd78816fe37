namespace DataSharing.Domain.Agreements;

/// <summary>Somebody who worked on the draft of a version: wrote it, justified its warnings or submitted it (§4.13 editors).</summary>
public sealed class VersionEditor
{
    internal VersionEditor() { } // made by the version, and by EF Core

    public required AgreementVersionId VersionId { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>For which organisation.</summary>
    public required OrganisationId Organisation { get; init; }

    /// <summary>The first time.</summary>
    public required DateTimeOffset At { get; init; }
}
