using System.Globalization;

namespace Chapar.Articles.Body;

/// <summary>The sites a body may show things of, and how their addresses are recognised.</summary>
public static class EmbedProvider
{
    public const string YouTube = "youtube";
    public const string X = "x";
    public const string Telegram = "telegram";
    public const string Instagram = "instagram";
    public const string Facebook = "facebook";
    public const string TikTok = "tiktok";
    public const string Map = "map";
    public const string Other = "other";

    /// <summary>The words on an embed's link.</summary>
    public static string Invitation(Embed embed, BodyWords words)
    {
        var name = embed.Provider switch
        {
            YouTube => "YouTube",
            X => "X",
            Telegram => "Telegram",
            Instagram => "Instagram",
            Facebook => "Facebook",
            TikTok => "TikTok",
            _ => Uri.TryCreate(embed.Url, UriKind.Absolute, out var uri) ? Bare(uri.Host) : embed.Url,
        };
        if (embed.Provider == Map)
            return words.Map;
        var watched = embed.Provider is YouTube or TikTok || name is "vimeo.com";
        return string.Format(CultureInfo.InvariantCulture, watched ? words.WatchOn : words.OpenOn, name);
    }

    /// <summary>The embed an address stands for, with the address a reader would open, or null if it is no known site's item.</summary>
    public static Embed? Recognise(string? address)
    {
        if (Href.Clean(address) is not { } href || !Uri.TryCreate(href, UriKind.Absolute, out var uri) || !Href.Leaves(href))
            return null;
        var host = Bare(uri.Host);
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var first = parts.ElementAtOrDefault(0) ?? "";
        var second = parts.ElementAtOrDefault(1) ?? "";
        return host switch
        {
            "youtube.com" or "youtube-nocookie.com" => YouTubeVideo(first switch
            {
                "watch" => Query(uri, "v"),
                "embed" or "v" or "shorts" or "live" => second,
                _ => null,
            }),
            "youtu.be" => YouTubeVideo(first),
            "x.com" or "twitter.com" => parts.Length >= 3 && second is "status" or "statuses" && IsName(first) && parts[2].All(char.IsAsciiDigit)
                ? new Embed(X, $"https://x.com/{first}/status/{parts[2]}") : null,
            "platform.twitter.com" => Query(uri, "id") is { Length: > 0 } id && id.All(char.IsAsciiDigit) ? new Embed(X, $"https://x.com/i/status/{id}") : null,
            "t.me" or "telegram.me" => (parts.Length == 2 && first is not ("s" or "share") && second.All(char.IsAsciiDigit)) ? new Embed(Telegram, $"https://t.me/{first}/{second}") : null,
            "instagram.com" => first is "p" or "reel" or "tv" && second.Length > 0 ? new Embed(Instagram, $"https://www.instagram.com/{first}/{second}/") : null,
            "facebook.com" => FacebookItem(uri, first, parts),
            "fb.watch" => first.Length > 0 ? new Embed(Facebook, href) : null,
            "tiktok.com" => TikTokVideo(parts),
            "vimeo.com" => first.Length > 0 && first.All(char.IsAsciiDigit) ? new Embed(Other, $"https://vimeo.com/{first}") : null,
            "player.vimeo.com" => first == "video" && second.Length > 0 && second.All(char.IsAsciiDigit) ? new Embed(Other, $"https://vimeo.com/{second}") : null,
            "maps.google.com" or "openstreetmap.org" => parts.Length > 0 || uri.Query.Length > 0 ? new Embed(Map, href) : null,
            "google.com" => first == "maps" ? new Embed(Map, href) : null,
            _ => null,
        };
    }

    static Embed? YouTubeVideo(string? id) =>
        id is { Length: >= 6 and <= 20 } && IsName(id) ? new Embed(YouTube, $"https://www.youtube.com/watch?v={id}") : null;

    static Embed? TikTokVideo(string[] parts) => parts switch
    {
        [['@', ..] user, "video", var id, ..] when id.All(char.IsAsciiDigit) => new Embed(TikTok, $"https://www.tiktok.com/{user}/video/{id}"),
        ["embed", .., var id] when id.All(char.IsAsciiDigit) => new Embed(TikTok, $"https://www.tiktok.com/embed/v2/{id}"),
        _ => null,
    };

    static Embed? FacebookItem(Uri uri, string first, string[] parts)
    {
        if (first == "plugins")
            return Query(uri, "href") is { } inner && Href.Clean(inner) is { } href && Uri.TryCreate(href, UriKind.Absolute, out var target)
                && Bare(target.Host) is "facebook.com" ? new Embed(Facebook, href) : null;
        var item = parts.Length >= 3 && parts[1] is "posts" or "videos" or "photos" || first is "watch" or "reel" or "permalink.php" or "photo.php" or "story.php";
        return item ? new Embed(Facebook, uri.AbsoluteUri) : null;
    }

    static bool IsName(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    static string Bare(string host)
    {
        host = host.ToLowerInvariant();
        foreach (var prefix in (string[])["www.", "m.", "mobile."])
            if (host.StartsWith(prefix, StringComparison.Ordinal))
                return host[prefix.Length..];
        return host;
    }

    static string? Query(Uri uri, string name) => uri.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0] == name)
        .Select(pair => Uri.UnescapeDataString(pair[1]))
        .FirstOrDefault();
}
