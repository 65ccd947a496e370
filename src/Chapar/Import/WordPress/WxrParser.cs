using System.Globalization;
using System.Xml;

namespace Chapar.Import.WordPress;

/// <summary>Turns a fragment into what it says. Elements are known by local name and namespace, whatever their prefix and version.</summary>
sealed class WxrParser
{
    const string Wp = "http://wordpress.org/export/1.2/";

    static readonly (string Prefix, string Name)[] usual =
    [
        ("wp", Wp), ("excerpt", Wp + "excerpt/"), ("content", "http://purl.org/rss/1.0/modules/content/"),
        ("dc", "http://purl.org/dc/elements/1.1/"), ("wfw", "http://wellformedweb.org/CommentAPI/"),
        ("atom", "http://www.w3.org/2005/Atom"), ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("media", "http://search.yahoo.com/mrss/"), ("georss", "http://www.georss.org/georss"),
    ];

    static readonly XmlReaderSettings settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    readonly Dictionary<string, string> declared = usual.ToDictionary(each => each.Prefix, each => each.Name);

    enum Kind { Other, Plain, Wp, Content, Excerpt, Dc }

    static Kind KindOf(string uri) => uri switch
    {
        "" => Kind.Plain,
        "http://purl.org/rss/1.0/modules/content/" => Kind.Content,
        "http://purl.org/dc/elements/1.1/" => Kind.Dc,
        _ when !uri.Contains("wordpress.org/export/", StringComparison.Ordinal) => Kind.Other,
        _ when uri.EndsWith("/excerpt/", StringComparison.Ordinal) => Kind.Excerpt,
        _ => Kind.Wp,
    };

    /// <summary>Reads the head leniently: title, address, language and version, and the prefixes the file declares.</summary>
    public WxrSite ReadHead(WxrFragment head)
    {
        WxrRepair repair = WxrRepair.Of(head.Bytes);
        Dictionary<string, string> values = [];
        try
        {
            using XmlReader xml = Open(repair);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName is "rss" or "channel")
                    NoteDeclarations(xml);
                // RSS has a second title and link inside <image>; the first one of each counts.
                else if (xml.LocalName is "title" or "link" or "description" or "language" or "base_blog_url" or "base_site_url" or "wxr_version")
                    values.TryAdd(xml.LocalName, Text(xml));
            }
        }
        catch (XmlException)
        {
            // Elements that miss their end tags are the scanner's to report; what stood before them has been read.
        }
        string Value(string name) => values.GetValueOrDefault(name, "");
        string url = Value("base_blog_url") is { Length: > 0 } blog ? blog : Value("link") is { Length: > 0 } link ? link : Value("base_site_url");
        return new WxrSite(head.Line, head.Offset, Value("title"), Value("description"), Value("language"), url.TrimEnd('/'), Value("wxr_version"));
    }

    void NoteDeclarations(XmlReader xml)
    {
        while (xml.MoveToNextAttribute())
            if (xml.Prefix == "xmlns")
                declared[xml.LocalName] = xml.Value;
        xml.MoveToElement();
    }

    /// <summary>An author's account. Its e-mail is passed over.</summary>
    public WxrAuthor ReadAuthor(WxrFragment fragment, WxrRepair repair)
    {
        Dictionary<string, string> values = ReadValues(repair);
        string Value(string name) => values.GetValueOrDefault(name, "");
        string name = Value("author_display_name");
        if (name.Length == 0 || name.Contains('@', StringComparison.Ordinal))
            name = $"{Value("author_first_name")} {Value("author_last_name")}".Trim();
        return new WxrAuthor(fragment.Line, fragment.Offset, Value("author_id"), Value("author_login"), name, Value("author_description"));
    }

    /// <summary>A declared term, of any of the three ways they are written.</summary>
    public WxrTerm ReadTerm(WxrFragment fragment, WxrRepair repair)
    {
        Dictionary<string, string> values = ReadValues(repair);
        string Value(string name) => values.GetValueOrDefault(name, "");
        _ = long.TryParse(Value("term_id"), NumberStyles.None, CultureInfo.InvariantCulture, out long id);
        return fragment.Name switch
        {
            "category" => new WxrTerm(fragment.Line, fragment.Offset, id, "category", Value("category_nicename"), Value("cat_name"),
                Value("category_parent"), Value("category_description")),
            "tag" => new WxrTerm(fragment.Line, fragment.Offset, id, "post_tag", Value("tag_slug"), Value("tag_name"), "", Value("tag_description")),
            _ => new WxrTerm(fragment.Line, fragment.Offset, id, Value("term_taxonomy"), Value("term_slug"), Value("term_name"),
                Value("term_parent"), Value("term_description")),
        };
    }

    Dictionary<string, string> ReadValues(WxrRepair repair)
    {
        Dictionary<string, string> values = [];
        using XmlReader xml = Open(repair);
        ForEachChild(xml, () =>
        {
            if (KindOf(xml.NamespaceURI) != Kind.Wp || xml.LocalName is "author_email" or "termmeta")
                xml.Skip();
            else
                values[xml.LocalName] = Text(xml);
        });
        return values;
    }

    /// <summary>An item.</summary>
    /// <exception cref="XmlException">It is not well-formed even after the repair.</exception>
    public WxrItem ReadItem(WxrFragment fragment, WxrRepair repair)
    {
        using XmlReader xml = Open(repair);
        WxrItemFields fields = new();
        ForEachChild(xml, () => ReadField(xml, fields));
        return fields.ToItem(fragment.Line, fragment.Offset);
    }

    static void ReadField(XmlReader xml, WxrItemFields fields)
    {
        switch (KindOf(xml.NamespaceURI), xml.LocalName)
        {
            case (Kind.Plain, "category"):
                string domain = xml.GetAttribute("domain") ?? "", nicename = xml.GetAttribute("nicename") ?? "";
                fields.Terms.Add(new WxrItemTerm(domain.Trim(), nicename.Trim(), Text(xml)));
                break;
            case (Kind.Wp, "postmeta"):
                ReadMeta(xml, fields);
                break;
            case (Kind.Wp, "comment"):
                fields.Comments++;
                xml.Skip();
                break;
            case (Kind.Wp, "post_password"):
                fields.HasPassword |= Text(xml).Length > 0;
                break;
            case (Kind.Plain or Kind.Wp, string name):
                fields.Values[name] = Text(xml);
                break;
            case (Kind.Content, "encoded"):
                fields.Values["content"] = Text(xml);
                break;
            case (Kind.Excerpt, "encoded"):
                fields.Values["excerpt"] = Text(xml);
                break;
            case (Kind.Dc, "creator"):
                fields.Values["creator"] = Text(xml);
                break;
            default:
                xml.Skip();
                break;
        }
    }

    static void ReadMeta(XmlReader xml, WxrItemFields fields)
    {
        string key = "", value = "";
        ForEachChild(xml, () =>
        {
            if (xml.LocalName == "meta_key")
                key = Text(xml);
            else if (xml.LocalName == "meta_value")
                value = Text(xml);
            else
                xml.Skip();
        });
        if (key.Length > 0)
            fields.Meta.Add(new(key, value));
    }

    /// <summary>Calls <paramref name="read"/>, which must move past it, for each child element of the element at or before the reader.</summary>
    static void ForEachChild(XmlReader xml, Action read)
    {
        xml.MoveToContent();
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }
        int depth = xml.Depth;
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
                read();
            else
                xml.Read();
        }
        if (!xml.EOF)
            xml.Read();
    }

    /// <summary>All text of the element, trimmed, and moves past it. Files saved from a browser's view of them pad every value.</summary>
    static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }
        int depth = xml.Depth;
        string text = "";
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text = text.Length == 0 ? xml.Value : text + xml.Value;
        if (!xml.EOF)
            xml.Read();
        return text.Trim();
    }

    XmlReader Open(WxrRepair repair)
    {
        NameTable names = new();
        XmlNamespaceManager manager = new(names);
        foreach (string prefix in repair.Prefixes)
            if (prefix is not ("xml" or "xmlns"))
                manager.AddNamespace(prefix, declared.GetValueOrDefault(prefix, $"urn:undeclared:{prefix}"));
        return XmlReader.Create(new StringReader(repair.Xml), settings, new XmlParserContext(names, manager, null, XmlSpace.None));
    }
}
