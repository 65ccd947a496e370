using System.Security.Cryptography;
using System.Text;
using Chapar.Settings;
using Microsoft.Net.Http.Headers;

namespace Chapar.Reader;

/// <summary>Answers the icons that browsers and phones ask for, drawn once in the publication's colour, and its logo.</summary>
public sealed class Icons
{
    readonly RequestDelegate next;
    readonly Dictionary<string, Lazy<Icon>> icons;

    sealed record Icon(byte[] Bytes, string ContentType)
    {
        public EntityTagHeaderValue Tag { get; } = new($"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 8))}\"");
    }

    /// <exception cref="SettingsException">The logo is not there or neither SVG nor PNG.</exception>
    public Icons(RequestDelegate next, ChaparSettings settings)
    {
        this.next = next;
        var colour = settings.Publication.Accent;
        icons = new(StringComparer.Ordinal)
        {
            ["/favicon.ico"] = new(() => new(Mark.Ico(colour), "image/x-icon")),
            ["/icon.svg"] = new(() => new(Encoding.UTF8.GetBytes(Mark.Svg(colour)), "image/svg+xml")),
            ["/apple-touch-icon.png"] = new(() => new(Mark.Png(colour, 180), "image/png")),
            ["/icon-192.png"] = new(() => new(Mark.Png(colour, 192), "image/png")),
            ["/icon-512.png"] = new(() => new(Mark.Png(colour, 512), "image/png")),
        };
        if (LogoPath(settings.Publication) is { } path) icons[path] = new(ReadLogo(settings));
    }

    /// <summary>"/logo.svg" or "/logo.png"; null when the publication's name is set in type.</summary>
    public static string? LogoPath(Publication publication) =>
        publication.Logo.Length == 0 ? null : $"/logo{Path.GetExtension(publication.Logo).ToLowerInvariant()}";

    public Task InvokeAsync(HttpContext context)
    {
        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!reads || !icons.TryGetValue(context.Request.Path.Value!, out var icon)) return next(context);
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Bytes(icon.Value.Bytes, icon.Value.ContentType, entityTag: icon.Value.Tag).ExecuteAsync(context);
    }

    static Icon ReadLogo(ChaparSettings settings)
    {
        var logo = settings.Publication.Logo;
        var file = Path.GetFullPath(Path.Combine(settings.DataFolder, logo));
        var type = Path.GetExtension(logo).ToLowerInvariant() switch { ".svg" => "image/svg+xml", ".png" => "image/png", _ => null };
        if (type is null || !file.StartsWith(settings.DataFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new SettingsException($"publication:logo is '{logo}': give an SVG or PNG file in the data folder.");
        if (!File.Exists(file)) throw new SettingsException($"publication:logo is '{logo}': there is no {file}.");
        return new(File.ReadAllBytes(file), type);
    }
}
