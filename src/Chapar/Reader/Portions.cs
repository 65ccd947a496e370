using System.Text;
using Chapar.Export;
using Chapar.Fronts;
using Chapar.Pages;
using Chapar.Settings;

namespace Chapar.Reader;

/// <summary>
/// Takes "/text" or "/full" off an address, so that each page has one route, and turns the links of the page that comes back: they are
/// turned in one place, where none can be forgotten.
/// </summary>
public sealed class Portions(RequestDelegate next, Publication publication)
{
    public Task InvokeAsync(HttpContext context)
    {
        // A draft that one of the staff looks at, or a file: always all of it.
        if (context.Features.Get<FrontPreview>() is not null || context.Features.Get<StaticEdition>() is not null) return next(context);
        var saves = SaveData.IsAsked(context.Request.Headers);
        foreach (var prefix in new[] { Portion.Text, Portion.Full })
            if (context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest)) return AnswerAsync(context, new(prefix == Portion.Text, saves, prefix), rest);
        if (saves) context.Features.Set(new Portion(true, true, ""));
        return next(context);
    }

    async Task AnswerAsync(HttpContext context, Portion portion, PathString rest)
    {
        var response = context.Response;
        if (rest == "/")
        {
            LeadTo(response, portion.Prefix + context.Request.QueryString);
            return;
        }
        context.Features.Set(portion);
        var asked = context.Request.Path;
        context.Request.Path = rest.HasValue ? rest : "/";
        using var body = await MemoryBody.TakeAsync(context, next);
        context.Request.Path = asked;
        if (response.HasStarted) return;
        if (response.Headers.Location.ToString() is { Length: > 0 } to)
        {
            response.Headers.Location = portion.Lead(to) ?? to;
        }
        else if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            var page = EditionLinks.InHtml(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length), (element, address) => element is "a" or "form" ? portion.Lead(Own(address)) : null);
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(page), context.RequestAborted);
        }
        else if (response.StatusCode == StatusCodes.Status200OK)
        {
            // What programs read has one address.
            response.ContentType = null;
            response.ContentLength = null;
            LeadTo(response, rest.ToUriComponent() + context.Request.QueryString);
        }
    }

    /// <summary>An article may name its own newspaper with its whole address.</summary>
    string Own(string address) => address.StartsWith(publication.BaseUrl + "/", StringComparison.Ordinal) ? address[publication.BaseUrl.Length..] : address;

    static void LeadTo(HttpResponse response, string address)
    {
        response.StatusCode = StatusCodes.Status301MovedPermanently;
        response.Headers.Location = address;
        response.Headers.CacheControl = "public, max-age=300";
    }
}
