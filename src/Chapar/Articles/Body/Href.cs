using System.Buffers;
using System.Text;

namespace Chapar.Articles.Body;

/// <summary>Addresses that may stand in a body: http, https, mailto, tel and those relative to the site.</summary>
public static class Href
{
    /// <summary>What may not stand in a path, query or fragment as it is: see https://url.spec.whatwg.org/#url-code-points.</summary>
    static readonly SearchValues<char> Loose = SearchValues.Create(" \"<>[]^`{|}\\%");

    /// <summary>The address made valid, or null if it may not stand in a body.</summary>
    public static string? Clean(string? href)
    {
        href = href?.Trim();
        if (string.IsNullOrEmpty(href) || href.Length > 4000)
            return null;
        foreach (var c in href)
        {
            // Browsers drop tabs and line ends from addresses, so "java\nscript:" would be one; an honest address has none.
            if (char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
                return null;
        }
        var start = 0;
        switch (Scheme(href))
        {
            case null when href.StartsWith("//", StringComparison.Ordinal): return Clean("https:" + href);
            case null: break;
            case "http" or "https":
                if (!Uri.TryCreate(href, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
                    return null;
                start = href.IndexOf("//", StringComparison.Ordinal) + 2;
                if (start < 2)
                    return null;
                while (start < href.Length && href[start] is not ('/' or '?' or '#'))
                    if (href[start++] is ' ' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '%')
                        return null;
                break;
            case "mailto" or "tel":
                if (href.EndsWith(':'))
                    return null;
                break;
            default: return null;
        }
        return Encode(href, start);
    }

    /// <summary>True if the address leads to another site.</summary>
    public static bool Leaves(string href) => href.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || href.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address as seen from elsewhere.</summary>
    public static string Absolute(string href, Uri? site) =>
        // With the point it also leads below a site that stands at a path.
        site is null || Scheme(href) is not null ? href : new Uri(site, href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal) ? "." + href : href).AbsoluteUri;

    static string? Scheme(string href)
    {
        var end = href.AsSpan().IndexOfAny(":/?#\\");
        return end > 0 && href[end] == ':' ? href[..end].ToLowerInvariant() : end == 0 && href[0] == ':' ? "" : null;
    }

    static string Encode(string href, int start)
    {
        if (href.AsSpan(start).IndexOfAny(Loose) < 0 && href.IndexOf('#', StringComparison.Ordinal) == href.LastIndexOf('#'))
            return href;
        var text = new StringBuilder(href, 0, start, href.Length + 16);
        var fragment = false;
        for (var i = start; i < href.Length; i++)
        {
            var c = href[i];
            var encoded = c is '%'
                ? !(i + 2 < href.Length && char.IsAsciiHexDigit(href[i + 1]) && char.IsAsciiHexDigit(href[i + 2]))
                : c is '#' ? fragment : Loose.Contains(c);
            fragment |= c == '#';
            if (encoded)
                text.Append('%').Append(((int)c).ToString("X2", null));
            else
                text.Append(c);
        }
        return text.ToString();
    }
}
