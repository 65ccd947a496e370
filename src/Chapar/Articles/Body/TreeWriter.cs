using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chapar.Articles.Body;

/// <summary>Nodes to the editor's JSON. Attributes that say nothing are left out.</summary>
static class TreeWriter
{
    // The JSON lives in a column and in answers of type application/json, never inside HTML, so quotes and backslashes are all that must be escaped.
    static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Write(IReadOnlyList<Node> nodes)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("type", "doc");
            json.WriteStartArray("content");
            foreach (var node in nodes)
                Write(json, node);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    static void Write(Utf8JsonWriter json, Node node)
    {
        if (node is UnknownNode unknown)
        {
            json.WriteRawValue(unknown.Json, skipInputValidation: true);
            return;
        }
        json.WriteStartObject();
        json.WriteString("type", TypeOf(node));
        Attributes(json, node);
        if (node is CodeBlock { Text.Length: > 0 } code)
            Content(json, [new TextRun(code.Text)]);
        else if (TreeWalk.Children(node) is { Count: > 0 } children)
            Content(json, children);
        if (node is Inline { Marks.Count: > 0 } inline)
        {
            json.WriteStartArray("marks");
            foreach (var mark in inline.Marks)
                Write(json, mark);
            json.WriteEndArray();
        }
        if (node is TextRun text)
            json.WriteString("text", text.Text);
        json.WriteEndObject();
    }

    static void Content(Utf8JsonWriter json, IReadOnlyList<Node> nodes)
    {
        json.WriteStartArray("content");
        foreach (var node in nodes)
            Write(json, node);
        json.WriteEndArray();
    }

    static string TypeOf(Node node) => node switch
    {
        Paragraph => "paragraph",
        Heading => "heading",
        TextRun => "text",
        HardBreak => "hardBreak",
        RateInline => "rate",
        BulletList => "bulletList",
        OrderedList => "orderedList",
        ListItem => "listItem",
        Quote => "blockquote",
        PullQuote => "pullQuote",
        ImageBlock => "image",
        Gallery => "gallery",
        Turn => "turn",
        TableBlock => "table",
        TableRow => "tableRow",
        TableCell cell => cell.Header ? "tableHeader" : "tableCell",
        LinkCard => "linkCard",
        Embed => "embed",
        FileBlock => "file",
        NoteBlock => "note",
        Divider => "horizontalRule",
        CodeBlock => "codeBlock",
        _ => throw new InvalidOperationException($"{node.GetType().Name} has no name in JSON"),
    };

    static void Attributes(Utf8JsonWriter json, Node node)
    {
        var attrs = new AttributeWriter(json);
        switch (node)
        {
            case Heading n: attrs.Add("level", n.Level); break;
            case OrderedList { Start: not 1 } n: attrs.Add("start", n.Start); break;
            case RateInline n: attrs.Add("pair", n.Pair).Add("asOf", n.AsOf?.ToString("O", null)); break;
            case PullQuote n: attrs.Add("attribution", n.Attribution); break;
            case ImageBlock n:
                attrs.Add("media", n.Media?.ToString()).Add("src", n.Src).Add("alt", n.Alt).Add("caption", n.Caption).Add("credit", n.Credit)
                    .Add("width", n.Width).Add("height", n.Height);
                if (n.Decorative) attrs.Add("decorative", true);
                break;
            case Turn n: attrs.Add("speaker", n.Speaker).Add("role", n.Role); break;
            case TableBlock n: attrs.Add("caption", n.Caption); break;
            case TableCell n:
                if (n.Colspan != 1) attrs.Add("colspan", n.Colspan);
                if (n.Rowspan != 1) attrs.Add("rowspan", n.Rowspan);
                break;
            case LinkCard n: attrs.Add("article", n.Article?.ToString()).Add("href", n.Href).Add("title", n.Title); break;
            case Embed n: attrs.Add("provider", n.Provider).Add("url", n.Url).Add("title", n.Title).Add("poster", n.Poster?.ToString()); break;
            case FileBlock n: attrs.Add("href", n.Href).Add("name", n.Name).Add("bytes", n.Bytes); break;
            case NoteBlock n: attrs.Add("title", n.Title); break;
            case CodeBlock n: attrs.Add("language", n.Language); break;
        }
        attrs.Add("source", node.Source);
        if (node.Machine) attrs.Add("machine", true);
        attrs.End();
    }

    static void Write(Utf8JsonWriter json, Mark mark)
    {
        if (mark is UnknownMark unknown)
        {
            json.WriteRawValue(unknown.Json, skipInputValidation: true);
            return;
        }
        json.WriteStartObject();
        json.WriteString("type", mark switch
        {
            BoldMark => "bold",
            ItalicMark => "italic",
            StrikeMark => "strike",
            SubscriptMark => "subscript",
            SuperscriptMark => "superscript",
            CodeMark => "code",
            LinkMark => "link",
            LanguageMark => "language",
            _ => throw new InvalidOperationException($"{mark.GetType().Name} has no name in JSON"),
        });
        var attrs = new AttributeWriter(json);
        if (mark is LinkMark link) attrs.Add("href", link.Href);
        if (mark is LanguageMark language) attrs.Add("lang", language.Lang);
        attrs.End();
        json.WriteEndObject();
    }

    /// <summary>Opens "attrs" with the first attribute there is.</summary>
    sealed class AttributeWriter(Utf8JsonWriter json)
    {
        bool open;

        public AttributeWriter Add(string name, string? value)
        {
            if (value is not null)
                Open().WriteString(name, value);
            return this;
        }

        public AttributeWriter Add(string name, long? value)
        {
            if (value is { } number)
                Open().WriteNumber(name, number);
            return this;
        }

        public void Add(string name, bool value) => Open().WriteBoolean(name, value);

        public void End()
        {
            if (open)
                json.WriteEndObject();
        }

        Utf8JsonWriter Open()
        {
            if (!open)
                json.WriteStartObject("attrs");
            open = true;
            return json;
        }
    }
}
