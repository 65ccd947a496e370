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

    static StringBuilder Append(StringBuilder html, ReadOnlySpan<char> text, bool quotes)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var entity = text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' when quotes => "&quot;",
                '\n' or '\t' => null,
                // HTML has no place for these, not even as entities.
                < ' ' or (>= '\u007F' and <= '\u009F') or '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => "",
                _ => null,
            };
            if (entity is null)
                continue;
            html.Append(text[from..i]).Append(entity);
            from = i + 1;
        }
        return html.Append(text[from..]);
    }
}
