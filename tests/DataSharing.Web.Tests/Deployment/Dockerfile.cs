namespace DataSharing.Web.Tests.Deployment;

/// <summary>The portal's Dockerfile as a list of instructions.</summary>
internal static class Dockerfile
{
    public const string Name = "docker/portal/Dockerfile";

    public static IReadOnlyList<(string Instruction, string Arguments)> Read() =>
        [
            .. Repository
                .Read(Name)
                .Replace("\\\n", " ", StringComparison.Ordinal)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith('#'))
                .Select(line => (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])),
        ];
}
