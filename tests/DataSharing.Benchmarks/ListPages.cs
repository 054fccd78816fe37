using System.Globalization;
using DataSharing.Demo;
using DataSharing.Persistence.Lists;
using DataSharing.TestKit.Portal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
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
            var one = $"/agreements/{page.Rows[0].Reference}";
            Add("one agreement", officer, one);
            Add(
                "as many bytes, without lists",
                officer,
                $"{Static}?{Padding.Field}={await BytesAsync(officer, one) - await BytesAsync(officer, Static)}"
            );
        }

        await table.MeasureAsync();

        void Add(string what, Who who, string path)
        {
            var bytes = 0;
            table.Add(
                what,
                async () => bytes = await BytesAsync(who, path),
                () => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0, 8:0.0} kB")
            );
        }

        async Task<int> BytesAsync(Who who, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add(TestSignIn.Header, TestSignIn.Write(who.Subject, TimeSpan.Zero));
            using var answer = await client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadAsByteArrayAsync()).Length;
        }
    }

    protected override string ConnectionString => connectionString;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseContentRoot(BuildFacts.PortalFolder);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Padding>());
    }

    /// <summary>Makes a page longer by so many bytes, so that pages of the same length can be compared.</summary>
    private sealed class Padding : IStartupFilter
    {
        public const string Field = "bytes";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (context, go) =>
                    {
                        await go(context);
                        if (int.TryParse(context.Request.Query[Field], CultureInfo.InvariantCulture, out var bytes))
                        {
                            await context.Response.WriteAsync(new string('x', bytes));
                        }
                    }
                );
                next(app);
            };
    }
}
