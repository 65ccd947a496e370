using System.Text;
using Chapar.Fronts;
using Chapar.Pages;
using Chapar.Settings;
using Chapar.Text.Scripts;

namespace Chapar.Reader;

/// <summary>
/// Takes "/kk-latn" or "/uz-cyrl" off an address, asks for the same page of the language, and puts what comes back into the other script: text,
/// titles and links, in one place where none can be forgotten (decision 022).
/// </summary>
public sealed class OtherScripts(RequestDelegate next, Publication publication)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<FrontPreview>() is not null) return next(context);
        foreach (var script in OtherScript.All)
            if (publication.Languages.Contains(script.Language) && context.Request.Path.StartsWithSegments("/" + script.Folder, StringComparison.Ordinal, out var rest))
                return AnswerAsync(context, script, rest);
        return next(context);
    }

    async Task AnswerAsync(HttpContext context, OtherScript script, PathString rest)
    {
        var (request, response) = (context.Request, context.Response);
        if (rest == "/")
        {
            LeadTo(response, $"/{script.Folder}{request.QueryString}");
            return;
        }
        context.Features.Set(script);
        var (asked, start) = (request.Path, request.PathBase);
        var usual = publication.Prefix(script.Language) + rest.Value;
        request.Path = usual.Length == 0 ? "/" : usual;
        using var body = await MemoryBody.TakeAsync(context, next);
        (request.Path, request.PathBase) = (asked, start);
        if (response.HasStarted) return;
        if (response.Headers.Location.ToString() is { Length: > 0 } to)
        {
            response.Headers.Location = Lead(publication, script, to) ?? to;
        }
        else if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            var page = new ScriptedPage(script, [publication.Name, publication.Tagline], address => Lead(publication, script, Own(address)));
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(page.Turn(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length))), context.RequestAborted);
        }
        else if (response.StatusCode == StatusCodes.Status200OK)
        {
            // What programs read has one address.
            response.ContentType = null;
            response.ContentLength = null;
            LeadTo(response, new PathString(usual).ToUriComponent() + request.QueryString);
        }
    }

    /// <summary>Where a page stands in the other script; null for what is no page of that language.</summary>
    /// <param name="address">A path with what may follow it, also behind "/text" or "/full".</param>
    public static string? Lead(Publication publication, OtherScript script, string address)
    {
        foreach (var portion in new[] { Portion.Text, Portion.Full })
            if (Portion.IsUnder(address, portion)) return Lead(publication, script, address[portion.Length..] is ['/', ..] rest ? rest : "/" + address[portion.Length..]) is { } inside ? portion + inside : null;
        if (!Portion.IsPage(address)) return null;
        var prefix = publication.Prefix(script.Language);
        var isOwn = prefix.Length > 0
            ? Portion.IsUnder(address, prefix)
            : !publication.Languages.Skip(1).Select(publication.Prefix).Concat(OtherScript.All.Select(other => "/" + other.Folder)).Any(other => Portion.IsUnder(address, other));
        return isOwn ? Portion.Behind("/" + script.Folder, prefix.Length > 0 && address.Length == prefix.Length ? "/" : address[prefix.Length..]) : null;
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
