namespace Chapar.Hosting;

/// <summary>What every answer says to protect its reader: no script or style but our own files, no frames, no other origins.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; media-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The strip of rates is made for other sites to frame; it runs no script and sends no form.</summary>
    const string FramedPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    /// <summary>The newsroom frames previews of its fronts.</summary>
    const string StaffPolicy = Policy + "; frame-src 'self'";

    /// <summary>A preview of a front, in the newsroom's frame; it runs no script.</summary>
    const string PreviewPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        var path = context.Request.Path.Value!;
        headers.ContentSecurityPolicy = IsFramed(path) ? FramedPolicy
            : !path.StartsWith("/newsroom/fronts", StringComparison.Ordinal) ? Policy
            : context.Request.Query["handler"] == "Preview" ? PreviewPolicy : StaffPolicy;
        if (path.StartsWith("/api/", StringComparison.Ordinal))
        {
            // What is public anyway, for the scripts of any site.
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Link";
            if (path is not ("/api/search" or "/api/complete")) headers.Link = "</api/rates/sources>; rel=\"license\", </api/openapi.json>; rel=\"service-desc\"";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        }
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
        return next(context);
    }

    /// <summary>"/rates/embed/..." in any language.</summary>
    static bool IsFramed(string path) =>
        path.StartsWith("/rates/embed/", StringComparison.Ordinal) || (path.Length > 3 && path.AsSpan(3).StartsWith("/rates/embed/", StringComparison.Ordinal));
}
