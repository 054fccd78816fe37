using DataSharing.Documents.Narrative;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataSharing.Web.Tests.Pages.Agreements.Reading;

/// <summary>Draws the partial views of the portal without the portal: no database, no sign-in, no routes.</summary>
internal static class Views
{
    private static readonly Lazy<IServiceProvider> Services = new(() =>
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddRazorPages().AddApplicationPart(typeof(Program).Assembly);
        return builder.Build().Services;
    });

    /// <param name="view">Beside the reading, for example <c>_Contents</c>.</param>
    public static async Task<string> DrawAsync(string view, object model)
    {
        await using var scope = Services.Value.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var found = services
            .GetRequiredService<IRazorViewEngine>()
            .GetView(null, $"/Pages/Agreements/Reading/{view}.cshtml", isMainPage: false);
        await using var writer = new StringWriter();
        await found.View!.RenderAsync(
            new ViewContext(
                action,
                found.View,
                new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model },
                new TempDataDictionary(action.HttpContext, services.GetRequiredService<ITempDataProvider>()),
                writer,
                new HtmlHelperOptions()
            )
        );
        return writer.ToString();
    }
}
