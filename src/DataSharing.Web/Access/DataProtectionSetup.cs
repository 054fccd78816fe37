using DataSharing.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Access;

internal static class DataProtectionSetup
{
    /// <summary>
    /// The keys are in the database, so that every instance reads the others' cookies; and encrypted, so that whoever reads the database
    /// does not.
    /// </summary>
    public static void AddPortalDataProtection(this IServiceCollection services, PortalSettings settings)
    {
        services.AddDbContext<ProtectionKeys>(options => options.UsePortalDatabase(settings.ConnectionString, TimeLimits.Pages));
        var protection = services.AddDataProtection().SetApplicationName("DataSharing").PersistKeysToDbContext<ProtectionKeys>();
        if (PortalSettings.Read(settings.Certificate) is { } certificate)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }

        if (PortalSettings.Read(settings.EarlierCertificate) is { } earlier)
        {
            protection.UnprotectKeysWithAnyCertificate(earlier);
        }
    }
}
