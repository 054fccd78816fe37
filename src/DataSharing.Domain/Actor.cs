namespace DataSharing.Domain;

/// <summary>Who is acting, for which organisation, and what they are there at this moment.</summary>
public sealed record Actor(PersonId Person, OrganisationId Organisation, IReadOnlySet<Role> Roles)
{
    public bool Holds(Role role) => Roles.Contains(role);
}
