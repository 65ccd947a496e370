using System.Security.Cryptography;
using System.Text;
using Chapar.Settings;
using Microsoft.Net.Http.Headers;

namespace Chapar.Reader;

/// <summary>Answers the icons that browsers and phones ask for, drawn once in the publication's colour, and its logo.</summary>
public sealed class Icons
{
    readonly Dictionary<string, Lazy<Icon>> icons;

    sealed record Icon(byte[] Bytes, string ContentType)
    {
        public EntityTagHeaderValue Tag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8))}\"");
    }

    /// <exception cref="SettingsException">The logo is not there or neither SVG nor PNG.</exception>
    public Icons(Publication publication, string dataFolder)
    {
        var colour = publication.Accent;
        icons = new(StringComparer.Ordinal)
        {
            ["/favicon.ico"] = new(() => new(Mark.Ico(colour), "image/x-icon")),
            ["/icon.svg"] = new(() => new(Encoding.UTF8.GetBytes(Mark.Svg(colour)), "image/svg+xml")),
            ["/apple-touch-icon.png"] = new(() => new(Mark.Png(colour, 180), "image/png")),
            ["/icon-192.png"] = new(() => new(Mark.Png(colour, 192), "image/png")),
            ["/icon-512.png"] = new(() => new(Mark.Png(colour, 512), "image/png")),
        };
        if (publication.Logo.Length == 0) return;
        Logo = Logo.Read(dataFolder, publication.Logo);
        icons[Logo.Path] = new(new Icon(Logo.Bytes, Logo.ContentType));
    }

    /// <summary>Null when the publication's name is set in type.</summary>
    public Logo? Logo { get; init; }

    /// <summary>Answers a request for one of them, before the pages; leaves all others to what comes next.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!reads || !icons.TryGetValue(context.Request.Path.Value!, out var icon)) return next(context);
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Bytes(icon.Value.Bytes, icon.Value.ContentType, entityTag: icon.Value.Tag).ExecuteAsync(context);
    }
}
