using System.Globalization;
using DataSharing.Demo;
using DataSharing.Persistence.Lists;
using DataSharing.TestKit.Portal;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Benchmarks;

/// <summary>The pages of the real portal, each asked for by each of the people.</summary>
internal sealed class ListPages(string connectionString) : PortalInProcess
{
    private const string Static = "/accessibility";

    public async Task MeasureAsync(IReadOnlyList<Who> people, int rounds)
    {
        var table = new Ratios("page without lists", rounds);
        var client = CreateClient(new() { AllowAutoRedirect = false });
        Add("page without lists", people[0], Static);
        foreach (var who in people)
        {
            Add($"{who.Name}: my work", who, "/");
            Add($"{who.Name}: agreements", who, "/agreements");
            Add($"{who.Name}: of a state", who, "/agreements?state=Active");
            Add($"{who.Name}: search, common", who, "/agreements?q=programme");
            Add($"{who.Name}: search, rare", who, "/agreements?q=marmalade57");
            Add($"{who.Name}: notices", who, "/notices");
        }

        var officer = people.Single(who => who.Name == "Amira");
        await using (var scope = Services.CreateAsyncScope())
        {
            var page = await scope.ServiceProvider.GetRequiredService<AgreementList>().PageAsync(officer.Actor);
            Add("one agreement", officer, $"/agreements/{page.Rows[0].Reference}");
        }

        await table.MeasureAsync();

        void Add(string what, Who who, string path)
        {
            var bytes = 0;
            table.Add(
                what,
                async () =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, path);
                    request.Headers.Add(TestSignIn.Header, TestSignIn.Write(who.Subject, TimeSpan.Zero));
                    using var answer = await client.SendAsync(request);
                    answer.EnsureSuccessStatusCode();
                    bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
                },
                () => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0, 8:0.0} kB")
            );
        }
    }

    protected override string ConnectionString => connectionString;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseContentRoot(BuildFacts.PortalFolder);
    }
}
