using System.Buffers;
using System.Text;

namespace Chapar.Articles.Body;

/// <summary>Text into HTML: only what must be is written as an entity, so that a Cyrillic page is not doubled.</summary>
static class HtmlText
{
    /// <summary>Appends text between tags.</summary>
    public static StringBuilder Encoded(this StringBuilder html, ReadOnlySpan<char> text) => Append(html, text, quotes: false);

    /// <summary>Appends <c> name="value"</c>, or nothing for null.</summary>
    public static StringBuilder Attribute(this StringBuilder html, string name, string? value) =>
        value is null ? html : Append(html.Append(' ').Append(name).Append("=\""), value, quotes: true).Append('"');

    /// <summary>What cannot stand in HTML as it is; of text nearly all is none of it, and is passed over many letters at a time.</summary>
    static readonly SearchValues<char> Special = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Concat(Enumerable.Range(0xFDD0, 0x20)).Concat([0xFFFE, 0xFFFF])
        .Select(c => (char)c).Where(c => EntityOf(c, quotes: true) is not null)]);

    static StringBuilder Append(StringBuilder html, ReadOnlySpan<char> text, bool quotes)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            html.Append(text[..at]);
            if (EntityOf(text[at], quotes) is { } entity) html.Append(entity);
            else html.Append(text[at]);
            text = text[(at + 1)..];
        }
        return html.Append(text);
    }

    static string? EntityOf(char c, bool quotes) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => quotes ? "&quot;" : null,
        '\n' or '\t' => null,
        // HTML has no place for these, not even as entities.
        < ' ' or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => "",
        _ => null,
    };
}
