namespace DataSharing.Domain.Tests.People;

internal static class Somebody
{
    public static Actor With(OrganisationId organisation, params Role[] roles) => new(PersonId.New(), organisation, roles.ToHashSet());

    /// <summary>Somebody who holds every role in the organisation but that of its administrator, and that of the portal's.</summary>
    public static Actor ElseIn(OrganisationId organisation) =>
        With(organisation, [.. Enum.GetValues<Role>().Where(role => role is not (Role.OrganisationAdmin or Role.SystemAdmin))]);
}
