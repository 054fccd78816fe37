namespace DataSharing.Demo;

/// <summary>One demo at a time works in a folder. The operating system lets go of the lock when its holder dies, however.</summary>
internal sealed class HomeLock : IAsyncDisposable
{
    private readonly FileStream _file;

    private HomeLock(FileStream file) => _file = file;

    public static HomeLock Take(string home)
    {
        try
        {
            Directory.CreateDirectory(home);
            return new HomeLock(new FileStream(Path.Combine(home, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new DemoException($"Another demo is running from this checkout (its data are in {home}). Stop it first.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new DemoException($"The demo may not write to {home}, where it keeps its data.");
        }
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
