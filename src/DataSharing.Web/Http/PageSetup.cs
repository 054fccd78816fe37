using DataSharing.Web.Access;
using DataSharing.Web.Forms;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace DataSharing.Web.Http;

internal static class PageSetup
{
    public static void AddPortalPages(this IServiceCollection services, PortalSettings settings)
    {
        services
            .AddRazorPages(options =>
            {
                options.Conventions.AddPageRouteModelConvention("/Agreements/Reading/Details", page => page.Selectors.Add(OfVersion("")));
                options.Conventions.AddPageRouteModelConvention(
                    "/Agreements/Approval/Route",
                    page => page.Selectors.Add(OfVersion("/route"))
                );
                options.Conventions.AddPageRouteModelConvention(
                    "/Agreements/Findings/Check",
                    page => page.Selectors.Add(OfVersion("/check"))
                );
                options.Conventions.AddPageRouteModelConvention(
                    "/Agreements/Comments/Index",
                    page => page.Selectors.Add(OfVersion("/comments"))
                );
            })
            .AddMvcOptions(options =>
            {
                options.ValueProviderFactories.Insert(0, new TypedTextProviderFactory());
                options.Filters.Add<AllowanceFilter>(int.MinValue); // what is too much is not looked at
                options.Filters.Add<FormIdFilter>(int.MinValue); // as early as the page's own filter, and before it
                options.Filters.Add<PostsNeedAHandler>();
                options.Filters.Add<ParkedFormFilter>();
            });

        services.AddProblemDetails();
        services.AddExceptionHandler<FailureHandler>();

        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = settings.CookieName("form");
            options.Cookie.SecurePolicy = settings.CookieSecurity;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "form-token";
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });

        // The operator names the proxies (ForwardedHeaders:KnownProxies), or it is one of this machine; nobody else's word on the
        // address is taken.
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            if (settings.ReadKnownProxies() is { } named)
            {
                options.KnownProxies.Clear();
                options.KnownIPNetworks.Clear();
                foreach (var proxy in named)
                {
                    options.KnownProxies.Add(proxy);
                }
            }
        });
    }

    /// <summary>
    /// The address of a page for one version. Tried first, so that a link with a version leads there and one without to the newest.
    /// </summary>
    private static SelectorModel OfVersion(string page) =>
        new()
        {
            AttributeRouteModel = new AttributeRouteModel { Template = "agreements/{reference}/versions/{n:int}" + page, Order = -1 },
        };

    /// <summary>Addresses carry the file's hash (asp-append-version), so a browser may keep it for a year.</summary>
    public static void UseStyles(this WebApplication app) =>
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable",
            }
        );

    /// <summary>The <c>__Host-</c> prefix, which only HTTPS can carry, wherever HTTPS is required.</summary>
    public static string CookieName(this PortalSettings settings, string name) => (settings.RequireHttps ? "__Host-ds-" : "ds-") + name;

    extension(PortalSettings settings)
    {
        public CookieSecurePolicy CookieSecurity => settings.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
