namespace DataSharing.Domain.People;

public static class GrantableRoles
{
    /// <summary>Every role but the portal's own: system administrators are appointed by the operator.</summary>
    public static IReadOnlyList<Role> InAnOrganisation { get; } = [.. Enum.GetValues<Role>().Where(role => role is not Role.SystemAdmin)];
}
