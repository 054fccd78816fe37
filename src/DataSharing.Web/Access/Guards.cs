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
public sealed class SignedInOnlyAttribute : AuthorizeAttribute, IGuard;
