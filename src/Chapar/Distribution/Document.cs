using System.Text;
using System.Xml;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>A file for machines, and how long it is true.</summary>
/// <param name="ContentType">With charset where it is text.</param>
/// <param name="Parts">Its bytes, in pieces: those of a feed's articles may stand in other feeds too.</param>
/// <param name="Names">The edition names it depends on.</param>
/// <param name="GoodUntil">The instant (UTC) at which it is untrue though nothing changed; null for never.</param>
public sealed record Document(string ContentType, IReadOnlyList<ReadOnlyMemory<byte>> Parts, IReadOnlyCollection<string> Names, DateTime? GoodUntil = null)
{
    public Document(string contentType, byte[] bytes, IReadOnlyCollection<string> names, DateTime? goodUntil = null) : this(contentType, [bytes], names, goodUntil)
    {
    }

    /// <summary>All of it in one piece, which is made for who asks.</summary>
    public byte[] Bytes
    {
        get
        {
            var whole = new byte[Parts.Sum(part => part.Length)];
            int at = 0;
            foreach (var part in Parts)
            {
                part.CopyTo(whole.AsMemory(at));
                at += part.Length;
            }
            return whole;
        }
    }

    public const string Xml = "application/xml; charset=utf-8";

    /// <summary>UTF-8 without a byte order mark, indented: people read these files when something is wrong.</summary>
    static readonly XmlWriterSettings Readable = new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" };

    internal static byte[] WriteXml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Readable))
        {
            xml.WriteStartDocument();
            write(xml);
        }
        return bytes.ToArray();
    }

    /// <summary>The same with parts in it that are written already.</summary>
    /// <param name="begin">Writes what stands before them, whose last elements stay open around them.</param>
    /// <param name="parts">As <see cref="PartOf"/> makes them.</param>
    internal static IReadOnlyList<ReadOnlyMemory<byte>> WriteXml(Action<XmlWriter> begin, IEnumerable<byte[]> parts)
    {
        using var bytes = new MemoryStream();
        int begun;
        using (var xml = XmlWriter.Create(bytes, Readable))
        {
            xml.WriteStartDocument();
            begin(xml);
            xml.Flush();
            begun = (int)bytes.Length;
            xml.WriteEndDocument();
        }
        ReadOnlyMemory<byte> all = bytes.ToArray();
        return [all[..begun], .. parts.Select(part => (ReadOnlyMemory<byte>)part), all[begun..]];
    }

    /// <summary>A part by itself, as it stands in a document with the same elements around it.</summary>
    /// <param name="begin">Opens these elements, with one closed inside the last.</param>
    internal static byte[] PartOf(Action<XmlWriter> begin, Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using var xml = XmlWriter.Create(bytes, Readable);
        begin(xml);
        xml.Flush();
        var begun = (int)bytes.Length;
        write(xml);
        xml.Flush();
        return bytes.GetBuffer()[begun..(int)bytes.Length];
    }

    internal static Document PlainText(string text, IReadOnlyCollection<string> names, DateTime? goodUntil = null) =>
        new("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), names, goodUntil);
}

static class XmlWriting
{
    /// <summary>An element with text in it; characters that XML forbids are left out.</summary>
    public static void Element(this XmlWriter xml, string name, string text, string? space = null) => xml.WriteElementString(name, space, CleanText.Of(text));
}
