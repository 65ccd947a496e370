using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Chapar.Export;

/// <summary>
/// Finds the files of ours that are named by the whole address: pictures for previews and the logo in the head of a page, pictures in feeds and
/// sitemaps. It looks for the copy's address and no more, where a value begins: what a sentence says is no link.
/// </summary>
sealed class NamedFiles
{
    static readonly SearchValues<byte> Ends = SearchValues.Create("\"'<>\\&?# \t\r\n"u8);

    readonly string baseUrl;
    /// <summary>The copy's address as HTML, XML and JSON write it: for all but a few addresses one and the same.</summary>
    readonly byte[][] beginnings;

    /// <param name="baseUrl">Where the files will be served.</param>
    public NamedFiles(string baseUrl)
    {
        this.baseUrl = baseUrl;
        string[] ways = [baseUrl, WebUtility.HtmlEncode(baseUrl), HtmlEncoder.Create(UnicodeRanges.All).Encode(baseUrl), JavaScriptEncoder.Create(UnicodeRanges.All).Encode(baseUrl)];
        beginnings = [.. ways.Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>What a page says to programs; of its text only the links count, and they are followed as it is turned.</summary>
    public static ReadOnlySpan<byte> HeadOf(ReadOnlySpan<byte> page) => page.IndexOf("</head>"u8) is >= 0 and var end ? page[..end] : page;

    /// <summary>Their whole addresses.</summary>
    public List<string> In(ReadOnlySpan<byte> text)
    {
        List<string> found = [];
        foreach (var beginning in beginnings)
        {
            int at = 0;
            while (text[at..].IndexOf(beginning) is >= 0 and var next)
            {
                var before = text[..(at + next)];
                at += next + beginning.Length;
                var path = text[at..];
                if (path.IndexOfAny(Ends) is >= 0 and var end) path = path[..end];
                if (!IsValue(before) || !path.StartsWith("/"u8) || text[(at + path.Length)..].StartsWith("?"u8)) continue;
                at += path.Length;
                if (path[path.LastIndexOf((byte)'/')..].Contains((byte)'.') && Encoding.UTF8.GetString(path) is var file && EditionPath.IsFile(file)) found.Add(baseUrl + file);
            }
        }
        return found;
    }

    /// <summary>Whether an address that follows is all of an attribute, of a text in JSON, or of an element for addresses.</summary>
    static bool IsValue(ReadOnlySpan<byte> before) => before.EndsWith("\""u8) || before.EndsWith("loc>"u8) || before.EndsWith("url>"u8) || before.EndsWith("icon>"u8) || before.EndsWith("logo>"u8);
}
