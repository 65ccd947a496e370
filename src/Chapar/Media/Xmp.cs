using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Chapar.Media;

/// <summary>The few properties of an XMP packet (ISO 16684-1) that a newsroom needs.</summary>
static class Xmp
{
    static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    static readonly XNamespace Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>A packet that cannot be read says nothing: it is no reason to refuse the picture.</summary>
    public static FileNotes Read(byte[] packet)
    {
        if (packet.Length == 0) return FileNotes.None;
        try
        {
            // No document type, hence no entities: the parser's own default is kept on purpose.
            var xmp = XDocument.Parse(Encoding.UTF8.GetString(packet).Trim('\uFEFF', '\0', ' '));
            return new(FileNotes.JoinCredit(Value(xmp, Dc + "creator"), Value(xmp, Photoshop + "Credit")), Value(xmp, Dc + "rights"), Value(xmp, Dc + "description"));
        }
        catch (XmlException)
        {
            return FileNotes.None;
        }
    }

    /// <summary>A property is an attribute, a text, a list of names or a text in several languages with "x-default" first.</summary>
    static string Value(XDocument xmp, XName property)
    {
        if (xmp.Descendants(Rdf + "Description").Attributes(property).FirstOrDefault() is { } attribute) return attribute.Value;
        if (xmp.Descendants(property).FirstOrDefault() is not { } element) return "";
        var items = element.Descendants(Rdf + "li").ToList();
        return items.Count == 0 ? element.Value
            : element.Element(Rdf + "Alt") is null ? string.Join(", ", items.Select(item => item.Value))
            : (items.Find(item => item.Attribute(XNamespace.Xml + "lang")?.Value == "x-default") ?? items[0]).Value;
    }
}
