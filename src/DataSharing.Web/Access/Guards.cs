using Microsoft.AspNetCore.Authorization;

namespace DataSharing.Web.Access;

/// <summary>Every page and endpoint declares exactly one guard; a test fails for one without.</summary>
public interface IGuard;

/// <summary>Anyone may see it, signed in or not; the reason is part of the declaration.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute(string because) : Attribute, IAllowAnonymous, IGuard
{
    public string Because { get; } = because;
}

/// <summary>Anyone who is signed in, even without a membership.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInOnlyAttribute() : AuthorizeAttribute(Policies.SignedIn), IGuard;

/// <summary>Members of an organisation. What they may do there is asked of the domain.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MembersOnlyAttribute() : AuthorizeAttribute(Policies.Member), IGuard;

/// <summary>Members who hold the role in the organisation they act for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RoleOnlyAttribute(Role role) : AuthorizeAttribute(Policies.RolePrefix + role), IGuard
{
    public Role Role { get; } = role;
}
