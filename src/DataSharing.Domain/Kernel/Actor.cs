namespace DataSharing.Domain.Kernel;

/// <summary>Who is acting, for which organisation, and what they are there at this moment.</summary>
public sealed record Actor(PersonId Person, OrganisationId Organisation, IReadOnlySet<Role> Roles)
{
    /// <summary>The organisations whose agreements an auditor may read today, whichever organisation they act for.</summary>
    public IReadOnlySet<OrganisationId> AuditScope { get; init; } = new HashSet<OrganisationId>();

    /// <summary>An organisation that nobody administers, for which an administrator of the portal stands in meanwhile.</summary>
    public OrganisationId? StandsInFor { get; init; }

    /// <summary>
    /// An organisation without a second administrator, for which an administrator of the portal confirms roles that decide or sign.
    /// </summary>
    public OrganisationId? SecondsFor { get; init; }

    /// <summary>
    /// Roles that were confirmed less than <see cref="RoleDuties.NotForOpenStages"/> ago, and when: they do not count for stages opened
    /// before.
    /// </summary>
    public IReadOnlyDictionary<Role, DateTimeOffset> NewRoles { get; init; } = new Dictionary<Role, DateTimeOffset>();

    public bool Holds(Role role) => Roles.Contains(role);

    /// <summary>What the audit log keeps of this actor when they use one of their roles.</summary>
    public Act As(Role role, string? reason = null) => new(Person, Organisation, role, reason);
}
