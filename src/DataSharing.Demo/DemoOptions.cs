using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DataSharing.Demo;

/// <summary>What the person asked for on the command line.</summary>
/// <param name="Port">The portal's port; the identity provider takes the next one.</param>
/// <param name="Reset">Start afresh: what was done in earlier runs is removed.</param>
/// <param name="Empty">Load no sample agreements.</param>
/// <param name="Agreements">How many agreements there are to be; 0 for the samples alone.</param>
public sealed record DemoOptions(int Port, bool Reset, bool Empty, int Agreements = 0)
{
    public const string Usage = """
        dotnet run --project src/DataSharing.Demo [-- options]
          --port N        the portal's port (5080); the identity provider takes the next one
          --empty         no sample agreements; organisations and people only
          --reset         forget what was done in earlier runs
          --agreements N  copies of the samples, until there are N: to see how the portal does with many
        """;

    public int IdentityPort => Port + 1;

    /// <summary>
    /// Where the demo of this checkout keeps its data. Not in the checkout: PostgreSQL does not run as root, and its
    /// stand-in could not enter root's folders.
    /// </summary>
    public static string Home { get; } =
        Path.Combine(
            Environment.IsPrivilegedProcess
                ? "/var/lib"
                : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "datasharing-demo-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(BuildFacts.PortalFolder)))[..8]
        );

    public static DemoOptions Parse(string[] args)
    {
        var options = new DemoOptions(Port: 5080, Reset: false, Empty: false);

        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--port" => options with { Port = PortFrom(args.ElementAtOrDefault(++i)) },
                "--reset" => options with { Reset = true },
                "--empty" => options with { Empty = true },
                "--agreements" => options with { Agreements = AgreementsFrom(args.ElementAtOrDefault(++i)) },
                _ => throw new DemoException($"'{args[i]}' is not an option.\n{Usage}"),
            };
        }

        return options.Empty && options.Agreements > 0
            ? throw new DemoException($"--agreements copies the samples, so it does not go with --empty.\n{Usage}")
            : options;
    }

    private static int AgreementsFrom(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1_000_000
            ? number
            : throw new DemoException($"--agreements wants a number from 1 to 1000000, not '{text}'.\n{Usage}");

    private static int PortFrom(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65535
            ? port
            : throw new DemoException($"--port wants a number from 1 to 65534, not '{text}'.\n{Usage}");
}
