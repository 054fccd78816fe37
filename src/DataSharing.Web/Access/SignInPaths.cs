namespace DataSharing.Web.Access;

/// <summary>The addresses that sign-in itself leads to.</summary>
internal static class SignInPaths
{
    public const string SignIn = "/sign-in";
    public const string Failed = "/sign-in/failed";
    public const string NoMembership = "/no-membership";
    public const string SignedOut = "/signed-out";
}
