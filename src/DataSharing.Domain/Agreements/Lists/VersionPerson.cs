namespace DataSharing.Domain.Agreements.Lists;

/// <summary>
/// What somebody has done about a version that keeps them from deciding on it. A projection like <see cref="AgreementSight"/>.
/// </summary>
public sealed class VersionPerson
{
    public required AgreementVersionId VersionId { get; init; }
    public required PersonId Person { get; init; }
    public required bool Drafted { get; init; }

    /// <summary>Decided or signed a stage of it, or a decision of theirs was carried over to it.</summary>
    public required bool Decided { get; init; }

    /// <summary>So for a stage without which the version cannot go on.</summary>
    public required bool DecidedMandatory { get; init; }
}
