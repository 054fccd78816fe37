using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace DataSharing.Web.Forms;

/// <summary>
/// Reads forms before the platform's own. Browsers send a line break as two characters; here it is one, as in the box and in what is
/// stored, so that a text that fits the box fits every limit.
/// </summary>
internal sealed class TypedTextProviderFactory : IValueProviderFactory
{
    public async Task CreateValueProviderAsync(ValueProviderFactoryContext context)
    {
        var request = context.ActionContext.HttpContext.Request;
        if (!request.HasFormContentType)
        {
            return;
        }

        try
        {
            context.ValueProviders.Add(Of(await request.ReadFormAsync(request.HttpContext.RequestAborted)));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw new ValueProviderException($"The form cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>What the form says, as its pages read it.</summary>
    public static FormValueProvider Of(IFormCollection form) =>
        new(
            BindingSource.Form,
            new FormCollection(
                form.ToDictionary(field => field.Key, field => new StringValues([.. field.Value.Select(WithPlainLineEnds)]))
            ),
            CultureInfo.InvariantCulture
        );

    private static string? WithPlainLineEnds(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal);
}
