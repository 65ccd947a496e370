using System.Text;
using System.Xml;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>A file for machines, and how long it is true.</summary>
/// <param name="ContentType">With charset where it is text.</param>
/// <param name="Names">The edition names it depends on.</param>
/// <param name="GoodUntil">The instant (UTC) at which it is untrue though nothing changed; null for never.</param>
public sealed record Document(string ContentType, byte[] Bytes, IReadOnlyCollection<string> Names, DateTime? GoodUntil = null)
{
    public const string Xml = "application/xml; charset=utf-8";

    /// <summary>UTF-8 without a byte order mark, indented: people read these files when something is wrong.</summary>
    internal static byte[] WriteXml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" }))
        {
            xml.WriteStartDocument();
            write(xml);
        }
        return bytes.ToArray();
    }

    internal static Document PlainText(string text, IReadOnlyCollection<string> names, DateTime? goodUntil = null) =>
        new("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), names, goodUntil);
}

static class XmlWriting
{
    /// <summary>An element with text in it; characters that XML forbids are left out.</summary>
    public static void Element(this XmlWriter xml, string name, string text, string? space = null) => xml.WriteElementString(name, space, CleanText.Of(text));
}
