using DataSharing.Web.Tests.Infrastructure;
using Serilog.Events;

namespace DataSharing.Web.Tests.Operations;

/// <summary>One line a request: who, which page, what came of it; never what was asked for or typed.</summary>
public sealed class RequestLogTests(Portal portal)
{
    [Fact]
    public async Task Request_OfAMember_IsOneLineWithPersonAndPatternAndWithoutTheQuery()
    {
        var person = await portal.APersonAsync(Role.IgLead);
        var log = new LogLines();
        await using var logged = portal.WithWebHostBuilder(log.Read);
        using var client = logged.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestSignIn.Header, TestSignIn.Write(person.Subject, TimeSpan.Zero));

        using var page = await client.GetAsync(
            $"/organisations/{person.Organisation.Value}?secret=in-the-query",
            TestContext.Current.CancellationToken
        );
        using var none = await client.GetAsync("/agreements/DSA-2026-999999?secret=in-the-query", TestContext.Current.CancellationToken);
        using var unknown = await client.GetAsync("/no/such/page?secret=in-the-query", TestContext.Current.CancellationToken);

        var written = log.Written.Where(line => line.Properties.ContainsKey("Route")).ToList();
        Assert.Equal(
            [
                ("organisations/{id:guid}", 200, person.Id.Value),
                ("agreements/{reference}", 404, person.Id.Value),
                (null, 404, person.Id.Value),
            ],
            written.Select(line => ((string?)Value(line, "Route"), (int)Value(line, "Status")!, (Guid?)Value(line, "Person")))
        );
        Assert.All(
            written,
            line =>
            {
                Assert.Equal("GET", Value(line, "Method"));
                Assert.IsType<long>(Value(line, "Milliseconds"));
                Assert.DoesNotContain(line.Properties, p => p.Value.ToString().Contains("in-the-query", StringComparison.Ordinal));
                Assert.DoesNotContain(line.Properties, p => p.Value.ToString().Contains("DSA-2026-999999", StringComparison.Ordinal));
            }
        );
    }

    private static object? Value(LogEvent line, string property) => ((ScalarValue)line.Properties[property]).Value;
}
