using System.Text;

namespace Chapar.Pages;

/// <summary>From which article of ours a reader came by a link, as browsers say to the site itself (Referer; nothing else is known of the reader).</summary>
static class CameFrom
{
    /// <param name="store">The pages that are kept: an article that nobody has read lately led nobody anywhere.</param>
    /// <param name="host">The site's name, as it was asked.</param>
    /// <param name="referer">A whole address, or nothing.</param>
    public static Guid? Article(PageStore store, ReadOnlySpan<char> host, ReadOnlySpan<char> referer)
    {
        var at = referer.IndexOf("://", StringComparison.Ordinal);
        if (at < 0) return null;
        var rest = referer[(at + 3)..];
        var slash = rest.IndexOf('/');
        if (slash < 0 || !rest[..slash].Equals(host, StringComparison.OrdinalIgnoreCase)) return null;
        return store.ArticleAt(rest[slash..]);
    }

    /// <inheritdoc cref="Article(PageStore, ReadOnlySpan{char}, ReadOnlySpan{char})"/>
    public static Guid? Article(PageStore store, ReadOnlySpan<byte> host, ReadOnlySpan<byte> referer)
    {
        if (referer.IsEmpty || referer.Length > RequestHead.Longest) return null;
        Span<char> name = stackalloc char[host.Length], address = stackalloc char[referer.Length];
        Encoding.ASCII.GetChars(host, name);
        Encoding.ASCII.GetChars(referer, address);
        return Article(store, name, address);
    }
}
