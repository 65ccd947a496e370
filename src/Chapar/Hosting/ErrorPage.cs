using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Hosting;

/// <summary>When all else failed: a page that needs neither database nor Razor.</summary>
static class ErrorPage
{
    public static void Answer(IApplicationBuilder app) => app.Run(async context =>
    {
        var publication = context.RequestServices.GetRequiredService<Publication>();
        var words = Words.In(publication.MainLanguage);
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var encode = System.Text.Encodings.Web.HtmlEncoder.Default;
        await context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="{publication.MainLanguage}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{encode.Encode(words["error"])}</title></head>
            <body><main><h1>{encode.Encode(words["error"])}</h1><p>{encode.Encode(words["error-text"])}</p>
            <p><small>{encode.Encode(context.TraceIdentifier)}</small></p></main></body></html>
            """);
    });
}
