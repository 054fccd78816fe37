using DataSharing.Web.Forms;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Access;

/// <summary>Fills a page with what its person had typed before the form was kept (<see cref="ParkedPosts"/>).</summary>
internal sealed class ParkedFormFilter(
    ParkedPosts parked,
    ParameterBinder parameters,
    IModelBinderFactory binders,
    IModelMetadataProvider metadata
) : IAsyncPageFilter
{
    /// <summary>Under this, a page that was filled has the <see cref="ParkedForm"/>, so that it can say so.</summary>
    public const string Filled = "ParkedFormFilled";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();

        var request = context.HttpContext.Request;
        var user = context.HttpContext.User;
        if (
            done.Result is PageResult or null
            && HttpMethods.IsGet(request.Method)
            && user.FindFirst(PersonClaims.Issuer) is { } issuer
            && user.FindFirst(PersonClaims.Subject) is { } subject
            && await parked.FindAsync(request, issuer.Value, subject.Value, context.HttpContext.RequestAborted) is { } form
            && context.HandlerInstance is PageModel page
        )
        {
            await FillAsync(context, page, TypedTextProviderFactory.Of(form.ToForm()));
            page.ViewData[Filled] = form;
        }
    }

    // After the handler: what was typed goes before what the page would have shown.
    private async Task FillAsync(PageHandlerExecutingContext context, PageModel page, IValueProvider typed)
    {
        // A form with a binder of its own reads the same fields; what comes from the route or the query is there already.
        foreach (
            var property in context.ActionDescriptor.BoundProperties.Where(p =>
                p.BindingInfo?.BindingSource is not { } source || source == BindingSource.Custom
            )
        )
        {
            var about = metadata.GetMetadataForProperty(page.GetType(), property.Name);
            var binder = binders.CreateBinder(
                new ModelBinderFactoryContext
                {
                    BindingInfo = property.BindingInfo,
                    Metadata = about,
                    CacheToken = property,
                }
            );

            // [BindProperty] binds only while a form is sent; this one was. It begins empty: a box that is no longer ticked sends nothing.
            var sent = new ParameterDescriptor
            {
                Name = property.Name,
                ParameterType = property.ParameterType,
                BindingInfo = new BindingInfo(property.BindingInfo!) { RequestPredicate = null },
            };
            var result = await parameters.BindModelAsync(page.PageContext, binder, typed, sent, about, value: null);
            if (result.IsModelSet)
            {
                about.PropertySetter!(page, result.Model);
            }
        }
    }
}
