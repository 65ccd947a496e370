using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chapar.Articles.Body;

namespace Chapar.Import.WordPress;

/// <summary>An attachment, as far as bodies need it.</summary>
/// <param name="Url">Where the old site had the file.</param>
/// <param name="Caption">Text, may hold HTML; empty if none.</param>
public sealed record WordPressAttachment(long Id, long ParentId, int Order, string Url, string Title, string Alt, string Caption);

/// <summary>What the rest of the export answers to a body.</summary>
public sealed record WordPressBodySource
{
    /// <summary>Content of a reusable block (<c>wp_block</c>).</summary>
    public Func<long, string?> ReusableBlock { get; init; } = _ => null;

    public Func<long, WordPressAttachment?> Attachment { get; init; } = _ => null;

    /// <summary>The new address of an own article or file, or null to leave a link as it is.</summary>
    public Func<string, string?> Link { get; init; } = _ => null;

    /// <summary>Attachments uploaded to this article, in their order: what <c>[gallery]</c> without ids shows.</summary>
    public IReadOnlyList<WordPressAttachment> Children { get; init; } = [];

    /// <summary>The item's <c>footnotes</c> meta: JSON.</summary>
    public string? Footnotes { get; init; }
}

/// <summary>A body on its way to our own tree.</summary>
/// <param name="Html">
/// HTML in the conventions of <c>HtmlToBody</c>: a picture has <c>data-media="wp:ID"</c> where its attachment is known,
/// galleries <c>div.gallery</c>, embeds <c>figure.embed</c>, pull quotes <c>blockquote.pull</c>, files <c>p.file</c>.
/// </param>
/// <param name="Notes">What was left out or not understood, with how often: "unknown shortcode: foo".</param>
public sealed record WordPressHtml(string Html, IReadOnlyDictionary<string, int> Notes);

/// <summary>Turns what WordPress stores (blocks, classic text, shortcodes, mixed in one article) into clean HTML.</summary>
public sealed partial class WordPressBody
{
    const int DeepestReuse = 4;

    readonly WordPressBodySource source;
    readonly SortedDictionary<string, int> notes = new(StringComparer.Ordinal);
    int reuse;

    WordPressBody(WordPressBodySource source) => this.source = source;

    public static WordPressHtml Convert(string content, WordPressBodySource source)
    {
        WordPressBody body = new(source);
        string html = body.Body(content.ReplaceLineEndings("\n"));
        return new WordPressHtml(BodyElements.Settle(html, source, body.Note), body.notes);
    }

    void Note(string what) => notes[what] = notes.GetValueOrDefault(what) + 1;

    string Body(string content) => BlockMarkup.IsIn(content)
        ? string.Concat(BlockMarkup.Parse(content).Select(Write))
        : Classic(content);

    /// <summary>Text of the old editor: shortcodes first, so that what they give is not taken for paragraphs.</summary>
    string Classic(string text)
    {
        string withBreaks = WithoutPageBreaks(text);
        return Paragraphs.Mark(WithShortcodes(withBreaks, between: "\n\n"));
    }

    string WithoutPageBreaks(string text)
    {
        if (text.Contains("<!--nextpage-->", StringComparison.Ordinal))
            Note("page break: the article is one page now");
        // The marks stood on lines of their own; what they parted stays parted.
        return text.Replace("<!--nextpage-->", "\n\n", StringComparison.Ordinal)
            .Replace("<!--more-->", "\n\n", StringComparison.Ordinal)
            .Replace("<!--noteaser-->", "", StringComparison.Ordinal);
    }

    string Write(Block block)
    {
        switch (block.Name)
        {
            case "":
            case "core/freeform" or "tadv/classic-paragraph" or "core/missing":
                return Classic(Inside(block, asIs: true)) + "\n";
            case "core/block":
                return Reused(block.Number("ref"));
            case "core/more" or "core/spacer":
                return "";
            case "core/nextpage":
                Note("page break: the article is one page now");
                return "";
            case "core/footnotes":
                return Footnotes();
            case "core/embed":
            case string old when old.StartsWith("core-embed/", StringComparison.Ordinal):
                return EmbeddedBlock(block);
            case "core/code" or "core/preformatted" or "core/verse" or "core/html" or "syntaxhighlighter/code" or "core/table":
                return Inside(block, asIs: true) + "\n";
            case "core/query-no-results":
                return "";
        }
        if (block.IsEmpty)
        {
            Note($"block without stored content: {block.Name}");
            return "";
        }
        if (!block.Name.StartsWith("core/", StringComparison.Ordinal))
            Note($"block of a plugin, its text kept: {block.Name}");
        return Inside(block, asIs: false) + "\n";
    }

    string Inside(Block block, bool asIs) => string.Concat(
        block.Content.Select(part => part is Block inner ? Write(inner) : asIs ? (string)part : WithShortcodes((string)part, between: "")));

    string Reused(long id)
    {
        string? content = reuse < DeepestReuse ? source.ReusableBlock(id) : null;
        if (content is null)
        {
            Note("reusable block that is not in the export");
            return "";
        }
        reuse++;
        string html = Body(content.ReplaceLineEndings("\n"));
        reuse--;
        return html;
    }

    string EmbeddedBlock(Block block)
    {
        string inside = Inside(block, asIs: true);
        string? url = block.Text("url") ?? UrlIn(inside);
        if (url is null)
        {
            Note("embed without an address");
            return "";
        }
        int caption = inside.IndexOf("<figcaption", StringComparison.Ordinal);
        int end = caption < 0 ? -1 : inside.IndexOf("</figcaption>", caption, StringComparison.Ordinal);
        return Embed(url, end < 0 ? "" : inside[caption..(end + 13)]);
    }

    /// <summary>The article's footnotes, which WordPress keeps beside the text, as a numbered list.</summary>
    string Footnotes()
    {
        StringBuilder list = new();
        try
        {
            foreach (JsonNode? note in JsonNode.Parse(source.Footnotes ?? "[]") as JsonArray ?? [])
                if (note?["content"]?.GetValue<string>() is { Length: > 0 } text)
                    list.Append("<li>").Append(text).Append("</li>");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            Note("footnotes that could not be read");
        }
        return list.Length == 0 ? "" : $"<ol>{list}</ol>\n";
    }

    static string Embed(string url, string caption = "")
    {
        Embed? known = EmbedProvider.Recognise(url);
        string address = WebUtility.HtmlEncode(known?.Url ?? url.Trim());
        return $"""<figure class="embed" data-provider="{known?.Provider ?? EmbedProvider.Other}" data-url="{address}"><a href="{address}">{address}</a>{caption}</figure>""";
    }
}
