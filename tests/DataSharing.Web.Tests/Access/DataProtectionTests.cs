using System.Security.Cryptography;
using DataSharing.Persistence;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace DataSharing.Web.Tests.Access;

/// <summary>The keys of cookies, sessions and parked posts, which whoever reads the database must not have.</summary>
public sealed class DataProtectionTests(Portal portal)
{
    [Fact]
    public async Task Keys_WithACertificate_AreEncryptedInTheDatabaseAndShared()
    {
        var database = await portal.Database.BesideAsync();
        var certificate = NewCertificate();
        var text = Protector(database, certificate).Protect("a session");

        Assert.Equal("a session", Protector(database, certificate).Unprotect(text));
        var key = Assert.Single(await KeysAsync(database));
        Assert.Contains("EncryptedData", key.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", key.Xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_OfAnEarlierCertificate_AreReadWhereItIsNamedAndOnlyThere()
    {
        var database = await portal.Database.BesideAsync();
        var (earlier, now) = (NewCertificate(), NewCertificate());
        var text = Protector(database, earlier).Protect("a session");

        Assert.Equal("a session", Protector(database, now, earlier).Unprotect(text));
        Assert.Throws<CryptographicException>(() => Protector(database, now).Unprotect(text));
    }

    /// <summary>Migration 0014: who is signed in stays signed in.</summary>
    [Fact]
    public async Task Keys_OfBeforeTheTableWasReshaped_AreStillRead()
    {
        var certificate = NewCertificate();
        var database = await portal.Database.BesideAsync();
        var text = Protector(database, certificate).Protect("a session");
        var key = Assert.Single(await KeysAsync(database));

        await using var db = DataSharingDbContext.Open(database.AsOwner);
        await db.Database.ExecuteSqlAsync(
            $"""
            ALTER TABLE data_protection_keys DROP COLUMN id;
            ALTER TABLE data_protection_keys RENAME COLUMN friendly_name TO name;
            ALTER TABLE data_protection_keys
                ALTER COLUMN name TYPE varchar(200), ALTER COLUMN xml SET NOT NULL, ADD CONSTRAINT pk_data_protection_keys PRIMARY KEY (name);
            DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '0014_protection_keys';
            """,
            TestContext.Current.CancellationToken
        );
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Equal("a session", Protector(database, certificate).Unprotect(text));
        var kept = Assert.Single(await KeysAsync(database));
        Assert.Equal((key.FriendlyName, key.Xml), (kept.FriendlyName, kept.Xml));
    }

    private static string NewCertificate()
    {
        using var rsa = RSA.Create(2048);
        return DataSharing.Demo.PortalKey.CertificateOf(rsa);
    }

    private static IDataProtector Protector(TestDatabase database, string certificate, string? earlier = null) =>
        new Configured(database, certificate, earlier).Services.GetDataProtector("test");

    private static async Task<List<DataProtectionKey>> KeysAsync(TestDatabase database)
    {
        await using var keys = database.OpenKeys();
        return await keys.DataProtectionKeys.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Configured(TestDatabase database, string certificate, string? earlier)
        : Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.ConfigureTestServices(services => services.AddSerilog(_ => { }, preserveStaticLogger: true));
            builder.UseSetting("ConnectionStrings:DataSharing", database.AsPortal);
            builder.UseSetting("OpenIdConnect:Authority", TestSignIn.Issuer);
            builder.UseSetting("OpenIdConnect:ClientId", "portal");
            builder.UseSetting("OpenIdConnect:ClientSecret", "secret");
            builder.UseSetting("DataProtection:Certificate", certificate);
            builder.UseSetting("DataProtection:EarlierCertificate", earlier);
        }
    }
}
