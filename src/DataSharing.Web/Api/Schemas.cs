using DataSharing.Domain.Content;
using DataSharing.Web.Access;

namespace DataSharing.Web.Api;

internal static class Schemas
{
    /// <summary>What an agreement file looks like, for whoever writes one with a program.</summary>
    public static void MapSchemas(this WebApplication app)
    {
        var agreement = AgreementSchema.Create().ToJsonString();
        app.MapGet("/schemas/agreement/v1", () => Results.Text(agreement, "application/schema+json"))
            .WithMetadata(new PublicPageAttribute("The form of a file is no secret"));
    }
}
