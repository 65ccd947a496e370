using System.Text.Encodings.Web;
using Chapar.Settings;
using Chapar.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Chapar.Hosting;

/// <summary>Pages that need neither database nor Razor: when all else failed, and for an address that nobody looks at.</summary>
static class ErrorPage
{
    /// <summary>Bytes of a request's first line that the server reads: to one that is longer it has no words to say.</summary>
    public const int LongestLine = 64 * 1024;

    /// <summary>Characters of an address, escapes counted as sent: more than any page has, and than a search needs.</summary>
    const int LongestAddress = 8000;

    /// <summary>The page could not be made.</summary>
    public static void Answer(IApplicationBuilder app) => app.Run(context =>
    {
        context.Response.Headers.CacheControl = "no-store";
        return SendAsync(context, StatusCodes.Status500InternalServerError, context.RequestServices.GetRequiredService<Publication>().MainLanguage, "error", "error-text", _ => $"<small>{Encode(context.TraceIdentifier)}</small>");
    });

    /// <summary>A reader who has pasted a text into the address, or searched for one, is told so.</summary>
    public static Task AnswerLongAddress(HttpContext context, RequestDelegate next)
    {
        if (context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Length <= LongestAddress) return next(context);
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/api/", StringComparison.Ordinal))
            return TypedResults.Problem("The address is too long: ask for less at once.", statusCode: StatusCodes.Status414RequestUriTooLong).ExecuteAsync(context);
        var publication = context.RequestServices.GetRequiredService<Publication>();
        var language = publication.Languages.FirstOrDefault(l => path.StartsWith($"/{l}/", StringComparison.OrdinalIgnoreCase)) ?? publication.MainLanguage;
        return SendAsync(context, StatusCodes.Status414RequestUriTooLong, language, "long-address", "long-address-text",
            words => $"""<a href="{(language == publication.MainLanguage ? "/" : publication.Prefix(language))}">{Encode(words["untranslated-front"])}</a>""");
    }

    /// <param name="title">The key of its title.</param>
    /// <param name="text">The key of what it says.</param>
    /// <param name="end">What stands below, as HTML.</param>
    static Task SendAsync(HttpContext context, int status, string language, string title, string text, Func<Words, string> end)
    {
        var words = Words.In(language);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!doctype html>
            <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
            <title>{Encode(words[title])}</title></head>
            <body><main><h1>{Encode(words[title])}</h1><p>{Encode(words[text])}</p>
            <p>{end(words)}</p></main></body></html>
            """);
    }

    static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
