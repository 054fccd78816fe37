namespace DataSharing.Web.Access;

/// <summary>Addresses to go to after signing in or out. They come from the query string, so only paths of this site will do.</summary>
internal static class LocalAddress
{
    /// <summary>The address travels inside <c>state</c>, and providers limit the length of a request.</summary>
    public const int MaximumLength = 2000;

    /// <summary>
    /// A browser reads <c>//host</c> and <c>/\host</c> as another site, and drops tabs and line ends before it looks; so
    /// anything but the visible ASCII of a URI (RFC 3986 §2) is refused, and the backslash anywhere.
    /// </summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/', ..]
        && address.Length <= MaximumLength
        && address.All(c => c is > ' ' and < '\x7f' and not '\\');
}
