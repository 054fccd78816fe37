namespace DataSharing.Web.Http;

internal static class SecurityHeaders
{
    /// <summary>
    /// No script at all, styles and pictures from ourselves only, no framing. A form may lead to the identity provider,
    /// because signing in again and signing out are redirects that follow a post.
    /// </summary>
    public static void UseSecurityHeaders(this WebApplication app, PortalSettings settings)
    {
        var provider = new Uri(settings.Authority).GetLeftPart(UriPartial.Authority);
        var policy =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + $"form-action 'self' {provider}; frame-ancestors 'none'; base-uri 'none'";

        app.Use(
            (context, next) =>
            {
                // At the last moment, because an error page starts by clearing the headers.
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    if (string.IsNullOrEmpty(headers.ContentSecurityPolicy))
                    {
                        headers.ContentSecurityPolicy = policy; // a file that somebody uploaded has a stricter one
                    }

                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "same-origin";
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    headers["Cross-Origin-Resource-Policy"] = "same-origin";
                    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                    if (settings.RequireHttps)
                    {
                        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
                    }

                    // What a signed-in person sees stays out of every cache; style sheets set their own.
                    if (string.IsNullOrEmpty(headers.CacheControl))
                    {
                        headers.CacheControl = "no-store";
                    }

                    return Task.CompletedTask;
                });

                return next();
            }
        );
    }
}
