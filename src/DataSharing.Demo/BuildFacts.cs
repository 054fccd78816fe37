using System.Reflection;

namespace DataSharing.Demo;

/// <summary>What the build wrote down about where things are.</summary>
public static class BuildFacts
{
    public static string PortalFolder { get; } = Read(nameof(PortalFolder));

    public static string PortalAssembly { get; } = Path.Combine(PortalFolder, Read("PortalOutput"));

    public static string IdentityFolder { get; } = Read(nameof(IdentityFolder));

    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    private static string Read(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
