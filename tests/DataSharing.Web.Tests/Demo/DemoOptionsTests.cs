using System.Net;
using System.Net.Sockets;
using DataSharing.Demo;

namespace DataSharing.Web.Tests.Demo;

public sealed class DemoOptionsTests
{
    [Theory]
    [InlineData("", 5080, false, false)]
    [InlineData("--port 6000", 6000, false, false)]
    [InlineData("--reset --empty", 5080, true, true)]
    [InlineData("--empty --port 65534 --reset", 65534, true, true)]
    public void Parse_Known_IsUnderstood(string line, int port, bool reset, bool empty)
    {
        var options = DemoOptions.Parse(Words(line));

        Assert.Equal((port, port + 1, reset, empty), (options.Port, options.IdentityPort, options.Reset, options.Empty));
    }

    [Fact]
    public void Parse_Agreements_IsANumber() => Assert.Equal(10_000, DemoOptions.Parse(Words("--agreements 10000")).Agreements);

    [Theory]
    [InlineData("--prot 1", "'--prot' is not an option.")]
    [InlineData("empty", "'empty' is not an option.")]
    [InlineData("--port", "--port wants a number from 1 to 65534, not ''.")]
    [InlineData("--port x", "--port wants a number from 1 to 65534, not 'x'.")]
    [InlineData("--port 0", "--port wants a number from 1 to 65534, not '0'.")]
    [InlineData("--port 65535", "--port wants a number from 1 to 65534, not '65535'.")]
    [InlineData("--port -1", "--port wants a number from 1 to 65534, not '-1'.")]
    [InlineData("--agreements", "--agreements wants a number from 1 to 1000000, not ''.")]
    [InlineData("--agreements 0", "--agreements wants a number from 1 to 1000000, not '0'.")]
    [InlineData("--agreements 1000001", "--agreements wants a number from 1 to 1000000, not '1000001'.")]
    [InlineData("--agreements 5 --empty", "--agreements copies the samples, so it does not go with --empty.")]
    public void Parse_Unknown_SaysWhatThereIs(string line, string reason)
    {
        var refusal = Assert.Throws<DemoException>(() => DemoOptions.Parse(Words(line)));

        Assert.Equal($"{reason}\n{DemoOptions.Usage}", refusal.Message);
    }

    [Fact]
    public async Task Start_PortTaken_SaysWhichAndWhatToDo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var refusal = await Assert.ThrowsAsync<DemoException>(() =>
            DemoWorld.StartAsync(new DemoOptions(port, false, false), TestContext.Current.CancellationToken)
        );

        Assert.StartsWith($"Port {port} is taken by another program.", refusal.Message, StringComparison.Ordinal);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
