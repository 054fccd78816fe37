namespace DataSharing.Web.Tests.Deployment;

/// <summary>Files that are deployed as they stand, so no build copies them.</summary>
internal static class Repository
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string PathTo(string file) => Path.Combine(Root, file);

    public static string Read(string file) => File.ReadAllText(PathTo(file));

    public static bool Has(string path) => Path.Exists(PathTo(path));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("These tests need the repository they were built in.")
        : File.Exists(Path.Combine(folder.FullName, "DataSharing.sln")) ? folder.FullName
        : Find(folder.Parent);
}
