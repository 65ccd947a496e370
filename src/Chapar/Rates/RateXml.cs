using System.Xml;
using System.Xml.Linq;

namespace Chapar.Rates;

/// <summary>Strict reading of the banks' XML: no DTD, nothing fetched, nothing deep, and every missing or doubled field named.</summary>
static class RateXml
{
    /// <summary>The deepest real document (European Central Bank) has four levels.</summary>
    const int Levels = 8;

    /// <summary>The root element of a document.</summary>
    /// <exception cref="RateDocumentException">Empty, an HTML page, not well-formed, or nested too deep.</exception>
    public static XElement Root(string source, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new RateDocumentException(source, "the document is empty");
        try
        {
            using (XmlReader depth = Reader(text))
                while (depth.Read())
                    if (depth.Depth > Levels)
                        throw new RateDocumentException(source, $"the XML is nested deeper than {Levels} levels");
            using XmlReader reader = Reader(text);
            return XDocument.Load(reader).Root ?? throw new RateDocumentException(source, "the document has no root element");
        }
        catch (XmlException e)
        {
            string what = LooksLikeHtml(text) ? "the document is an HTML page, not the bank's XML" : "the document is not well-formed XML";
            throw new RateDocumentException(source, $"{what} (line {e.LineNumber}, position {e.LinePosition})", e);
        }
    }

    /// <summary>The error of a document with another root than expected.</summary>
    public static RateDocumentException WrongRoot(string source, XElement root, string expected) =>
        new(source, $"the root element is <{root.Name.LocalName}>, expected {expected}");

    /// <summary>The text of the one child element of this name.</summary>
    public static string Field(this XElement element, string source, string name, string where)
    {
        XElement? found = null;
        foreach (XElement child in element.Elements(name))
        {
            if (found is not null)
                throw new RateDocumentException(source, $"{where}: <{name}> is there twice");
            found = child;
        }
        if (found is null)
            throw new RateDocumentException(source, $"{where}: <{name}> is missing");
        return found.HasElements ? throw new RateDocumentException(source, $"{where}: <{name}> holds elements, not text") : found.Value.Trim();
    }

    /// <summary>The value of an attribute.</summary>
    public static string Attribute(this XElement element, string source, string name, string where) =>
        element.Attribute(name)?.Value.Trim() ?? throw new RateDocumentException(source, $"{where}: attribute {name} is missing");

    /// <summary>Refuses children that no true document has: an error told in the bank's own envelope must not pass for a holiday.</summary>
    public static void AllowOnly(this XElement element, string source, params ReadOnlySpan<string> names)
    {
        foreach (XElement child in element.Elements())
            if (!names.Contains(child.Name.LocalName))
                throw new RateDocumentException(source, $"<{element.Name.LocalName}> holds an unknown <{child.Name.LocalName}>");
        foreach (XText text in element.Nodes().OfType<XText>())
            if (!string.IsNullOrWhiteSpace(text.Value))
                throw new RateDocumentException(source, $"<{element.Name.LocalName}> holds the text \"{PublishedText.Shortened(text.Value)}\"");
    }

    static bool LooksLikeHtml(string text) =>
        text.AsSpan().TrimStart().StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<html", StringComparison.OrdinalIgnoreCase);

    static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = DocumentText.History,
    });
}
