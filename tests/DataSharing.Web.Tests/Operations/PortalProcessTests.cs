using System.Diagnostics;
using System.Security.Cryptography;
using DataSharing.Demo;
using DataSharing.Web.Tests.Infrastructure;
using DataSharing.Web.Tests.Pages.Agreements.Drafting;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Tests.Operations;

/// <summary>The web host as an operator runs it: a process with arguments and an environment.</summary>
public sealed class PortalProcessTests(Portal portal)
{
    private static readonly Dictionary<string, string> Complete = new()
    {
        ["ConnectionStrings__DataSharing"] = "Host=/nowhere",
        ["OpenIdConnect__Authority"] = "https://id.example",
        ["OpenIdConnect__ClientId"] = "portal",
        ["OpenIdConnect__ClientSecret"] = "secret",
        ["DataProtection__Certificate"] = PortalKey.CertificateOf(RSA.Create(2048)),
    };

    [Theory]
    [InlineData("ConnectionStrings__DataSharing")]
    [InlineData("OpenIdConnect__Authority")]
    [InlineData("OpenIdConnect__ClientId")]
    [InlineData("OpenIdConnect__ClientSecret")]
    [InlineData("DataProtection__Certificate")]
    public async Task Start_WithoutASetting_IsRefusedAndSaysWhich(string missing)
    {
        var (code, output, errors) = await RunAsync(Complete.Where(s => s.Key != missing), "--urls", "http://127.0.0.1:0");

        Assert.Equal((1, ""), (code, output));
        Assert.Equal(
            $"DataSharing cannot start: set {missing.Replace("__", ":", StringComparison.Ordinal)}. As environment variables these are {missing}.",
            errors.Trim()
        );
    }

    [Theory]
    [InlineData("DataProtection__Certificate", "no certificate")]
    [InlineData("DataProtection__EarlierCertificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("OpenIdConnect__ClientKey", "/no/such/file")]
    [InlineData("OpenIdConnect__ClientKey", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public async Task Start_WithAKeyThatCannotBeRead_IsRefusedAndSaysWhichWithoutQuotingIt(string setting, string value)
    {
        var settings = Complete.Where(s => s.Key != setting).Append(KeyValuePair.Create(setting, value));

        var (code, output, errors) = await RunAsync(settings, "--urls", "http://127.0.0.1:0");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(
            $"DataSharing cannot start: {setting.Replace("__", ":", StringComparison.Ordinal)} ",
            errors,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(value, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ForwardedHeaders__KnownProxies", "10.0.0.1, proxy", "a list of IP addresses")]
    public async Task Start_WithAnAddressThatIsNone_IsRefusedAndSaysWhich(string setting, string value, string reason)
    {
        var (code, _, errors) = await RunAsync(Complete.Where(s => s.Key != setting).Append(KeyValuePair.Create(setting, value)));

        Assert.Equal(1, code);
        Assert.Contains(setting.Replace("__", ":", StringComparison.Ordinal), errors, StringComparison.Ordinal);
        Assert.Contains(reason, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithNothing_NamesThemAll()
    {
        var (code, _, errors) = await RunAsync([]);

        Assert.Equal(1, code);
        Assert.All(Complete.Keys, key => Assert.Contains(key, errors, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AppointAdministrator_TwiceAndWhenThePersonIsKnown_AppointsOnce()
    {
        var subject = $"first-{Guid.NewGuid():N}";
        string[] command =
        [
            "appoint-administrator",
            "--issuer",
            "https://id.example",
            "--subject",
            subject,
            "--name",
            "Ada First",
            "--organisation",
            $"Operators {subject}",
        ];

        var first = await RunAsync(AsThePortal, command);
        var second = await RunAsync(AsThePortal, command);

        Assert.Equal(
            (0, $"Ada First is a system administrator, for Operators {subject}.", ""),
            (first.Code, first.Output.Trim(), first.Errors)
        );
        Assert.Equal(first, second);
        var person = await portal.InDbAsync(db => db.People.SingleAsync(p => p.Subject == subject, TestContext.Current.CancellationToken));
        var held = await portal.InDbAsync(db =>
            db.Memberships.SingleAsync(m => m.Person == person.Id, TestContext.Current.CancellationToken)
        );
        Assert.Equal((Role.SystemAdmin, null), (held.Role, held.EndedAt));
        Assert.Equal(
            ["organisation.registered", "organisation.role-granted"],
            (await portal.TrailAsync(held.Organisation)).Select(e => e.Name).Order()
        );
        Assert.Single(await portal.TrailAsync(person.Id.Value));
    }

    [Fact]
    public async Task Import_InTheNameOfAnOfficer_MakesADraftAndSaysItsReference()
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);

        var (code, output, errors) = await RunAsync(
            AsThePortal,
            "import",
            SampleFile,
            "--issuer",
            TestSignIn.Issuer,
            "--subject",
            officer.Subject
        );

        Assert.Equal((0, ""), (code, errors));
        Assert.Matches("^DSA-[0-9]{4}-[0-9]{5} is a draft now: Referring individual adults", output);
        var agreement = await portal.InDbAsync(db =>
            db.Agreements.SingleAsync(a => a.DraftingOrganisation == officer.Organisation, TestContext.Current.CancellationToken)
        );
        Assert.Equal(["DSA-2026-00002"], agreement.ExternalReferences);
        Assert.Equal(["agreement.drafted"], (await portal.TrailAsync(agreement.Id.Value)).Select(e => e.Name));
    }

    [Fact]
    public async Task Import_OfAFileWithMistakes_ListsThemAllAndSavesNothing()
    {
        var officer = await portal.APersonAsync(Role.IgOfficer);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(
            file,
            """{"schema":"agreement v1","content":{"titel":"x","classification":"LOUD"}}""",
            TestContext.Current.CancellationToken
        );

        var (code, _, errors) = await RunAsync(AsThePortal, "import", file, "--issuer", TestSignIn.Issuer, "--subject", officer.Subject);
        File.Delete(file);

        Assert.Equal(1, code);
        Assert.Contains("/content/titel", errors, StringComparison.Ordinal);
        Assert.Contains("/content/classification", errors, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await portal.InDbAsync(db =>
                db.Agreements.CountAsync(a => a.DraftingOrganisation == officer.Organisation, TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Import_InTheNameOfSomebodyWhoMayNotDraft_IsRefused()
    {
        var approver = await portal.APersonAsync(Role.InformationAssetOwner);

        var (code, _, errors) = await RunAsync(
            AsThePortal,
            "import",
            SampleFile,
            "--issuer",
            TestSignIn.Issuer,
            "--subject",
            approver.Subject
        );

        Assert.Equal(1, code);
        Assert.StartsWith("This person may not draft there", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Say which file:", "import")]
    [InlineData("Say in whose name:", "import", "file.json")]
    [InlineData("Say who:", "appoint-administrator")]
    [InlineData("Say who:", "appoint-administrator", "--issuer", "https://id.example")]
    [InlineData("Say who:", "appoint-administrator", "--issuer", "https://id.example", "--subject", " ")]
    [InlineData("'--subject' is not understood", "appoint-administrator", "--issuer", "https://id.example", "--subject")]
    [InlineData("'--role' is not understood", "appoint-administrator", "--role", "Siro")]
    [InlineData("There is no such command", "appoint")]
    public async Task Command_MissingOrUnknownArguments_IsRefusedAndSaysWhy(string reason, params string[] command)
    {
        var (code, output, errors) = await RunAsync(AsThePortal, command);

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith(reason, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("appoint-administrator", "--issuer", "https://id.example", "--subject", "ada")]
    public async Task Command_DatabaseAway_SaysSoInASentence(params string[] command)
    {
        var (code, _, errors) = await RunAsync(Complete, command);

        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Contains("/nowhere", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AppointAdministrator_AbsurdlyLong_SaysSoInASentence()
    {
        var (code, _, errors) = await RunAsync(
            AsThePortal,
            "appoint-administrator",
            "--issuer",
            "https://id.example",
            "--subject",
            new string('x', 256)
        );

        Assert.Equal(1, code);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_portals_output_contains_neither_the_demo_nor_its_provider()
    {
        var files = Directory
            .EnumerateFiles(Path.GetDirectoryName(BuildFacts.PortalAssembly)!, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetFileName(f)!)
            .ToList();

        Assert.Contains("DataSharing.Web.dll", files);
        Assert.All(
            ["DataSharing.Demo", "server.mjs", "oidc-provider", "organisations.json", ".agreement.json"],
            part => Assert.DoesNotContain(files, file => file.Contains(part, StringComparison.OrdinalIgnoreCase))
        );
        Assert.DoesNotContain(typeof(Program).Assembly.GetReferencedAssemblies(), a => a.Name == "DataSharing.Demo");
    }

    [Fact]
    public async Task Server_OnTheWire_DoesNotSayWhatItIs()
    {
        await using var wire = portal.WithWebHostBuilder(_ => { });
        wire.UseKestrel(0);
        wire.StartServer();
        using var client = wire.CreateClient();

        foreach (var address in (string[])["/privacy", "/no/such/page", "/css/site.css"])
        {
            using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.False(response.Headers.Contains("Server") || response.Headers.Contains("X-Powered-By"));
        }
    }

    private static string SampleFile => Path.Combine(AppContext.BaseDirectory, "Samples", "7-2.agreement.json");

    private IEnumerable<KeyValuePair<string, string>> AsThePortal =>
        [KeyValuePair.Create("ConnectionStrings__DataSharing", portal.Database.AsPortal)];

    private static async Task<(int Code, string Output, string Errors)> RunAsync(
        IEnumerable<KeyValuePair<string, string>> settings,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet", [BuildFacts.PortalAssembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = BuildFacts.PortalFolder,
        };
        foreach (var key in start.Environment.Keys.Where(k => k.Contains("__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(key);
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true); // a portal that starts after all is not left behind
        }
    }
}
