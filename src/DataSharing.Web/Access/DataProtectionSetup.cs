using System.Xml.Linq;
using DataSharing.Persistence;
using DataSharing.Persistence.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DataSharing.Web.Access;

internal static class DataProtectionSetup
{
    /// <summary>
    /// The keys are in the database, so that every instance reads the others' cookies; and encrypted, so that whoever reads the database
    /// does not.
    /// </summary>
    public static void AddPortalDataProtection(this IServiceCollection services, PortalSettings settings)
    {
        var protection = services.AddDataProtection().SetApplicationName("DataSharing");
        if (PortalSettings.Read(settings.Certificate) is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }

        if (PortalSettings.Read(settings.EarlierCertificate) is { } earlier)
        {
            protection.UnprotectKeysWithAnyCertificate(earlier);
        }

        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
            options.XmlRepository = new KeysInDatabase(provider.GetRequiredService<IServiceScopeFactory>())
        ));
    }

    private sealed class KeysInDatabase(IServiceScopeFactory scopes) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements()
        {
            using var scope = scopes.CreateScope();
            return [.. Db(scope).DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            using var scope = scopes.CreateScope();
            var db = Db(scope);
            db.DataProtectionKeys.Add(new DataProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
            db.SaveChanges();
        }

        private static DataSharingDbContext Db(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<DataSharingDbContext>();
    }
}
