using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Chapar.Import.WordPress;

/// <summary>
/// Reads a WordPress export of any size, version and state of repair, one part at a time. What can be mended is mended and
/// told as a <see cref="WxrProblem"/>; an item that cannot be read is told with its line and does not hide the others.
/// </summary>
public static partial class WxrReader
{
    /// <summary>All parts of a file in their order: the head before the first item.</summary>
    /// <exception cref="WxrException">
    /// The file as a whole is broken (no export at all, a document type, or tags out of order without a single whole item).
    /// It may come after authors and terms were given: read to the end before acting on what was read.
    /// </exception>
    public static IEnumerable<WxrPart> Read(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        foreach (WxrPart part in Read(file))
            yield return part;
    }

    /// <inheritdoc cref="Read(string)"/>
    public static IEnumerable<WxrPart> Read(Stream stream)
    {
        WxrScanner scanner = new(InUtf8(stream));
        WxrParser parser = new();
        int items = 0;
        foreach (WxrFragment fragment in scanner.Fragments())
        {
            if (fragment.Name == "head")
            {
                yield return parser.ReadHead(fragment);
                continue;
            }
            foreach (WxrPart part in ReadFragment(fragment, parser))
            {
                items += part is WxrItem ? 1 : 0;
                yield return part;
            }
        }
        if (items == 0 && scanner.StructureFault is { } fault)
            throw fault;
        if (items == 0 && !scanner.HasChannel)
            throw new WxrException("this is not a WordPress export: it has no <channel>", 1, 1);
        if (scanner.StructureFault is { } loss)
            yield return new WxrProblem(loss.Line, 0, "broken file", loss.Message, "", IsLoss: true);
    }

    static IEnumerable<WxrPart> ReadFragment(WxrFragment fragment, WxrParser parser)
    {
        if (!fragment.IsWhole)
        {
            yield return new WxrProblem(fragment.Line, fragment.Offset, $"unclosed {fragment.Name}",
                $"<{fragment.Name}> has no end tag, an unclosed CDATA section, or more than {WxrScanner.LargestFragment >> 20} MB",
                SourceIdOf(fragment), IsLoss: true);
            yield break;
        }
        WxrRepair repair = WxrRepair.Of(fragment.Bytes);
        WxrPart? part = null;
        WxrProblem? problem = null;
        try
        {
            part = fragment.Name switch
            {
                "item" => parser.ReadItem(fragment, repair),
                "author" or "wp_author" => parser.ReadAuthor(fragment, repair),
                _ => parser.ReadTerm(fragment, repair),
            };
        }
        catch (XmlException fault)
        {
            problem = new WxrProblem(fragment.Line + Math.Max(0, fault.LineNumber - 1), fragment.Offset, "malformed " + fragment.Name,
                fault.Message, SourceIdOf(fragment), IsLoss: true);
        }
        if (problem is not null && SplitAgain(fragment) is [var first, var second])
        {
            // An unclosed CDATA section has swallowed the tags between two items: each may still be read on its own.
            foreach (WxrPart inner in ReadFragment(first, parser).Concat(ReadFragment(second, parser)))
                yield return inner;
            yield break;
        }
        if (problem is not null)
            yield return problem;
        if (part is null)
            yield break;
        foreach (WxrProblem repaired in Repairs(fragment, repair, (part as WxrItem)?.SourceId ?? fragment.Name))
            yield return repaired;
        yield return part;
    }

    static IEnumerable<WxrProblem> Repairs(WxrFragment fragment, WxrRepair repair, string sourceId)
    {
        WxrProblem Mended(string reason, int count) => new(fragment.Line, fragment.Offset, reason, $"{count} x", sourceId, IsLoss: false);
        if (repair.ControlBytes > 0)
            yield return Mended("control characters removed", repair.ControlBytes);
        if (repair.InvalidUtf8 > 0)
            yield return Mended("bytes that are not UTF-8 replaced", repair.InvalidUtf8);
        if (repair.Ampersands > 0)
            yield return Mended("bare ampersands escaped", repair.Ampersands);
        if (repair.Brackets > 0)
            yield return Mended("brackets or CDATA ends repaired", repair.Brackets);
    }

    static WxrFragment[]? SplitAgain(WxrFragment fragment)
    {
        if (fragment.Name != "item")
            return null;
        ReadOnlySpan<byte> bytes = fragment.Bytes;
        int end = bytes.IndexOf("</item>"u8);
        if (end < 0 || end + 7 >= bytes.Length)
            return null;
        end += 7;
        int start = bytes[end..].IndexOf("<item>"u8);
        if (start < 0 || bytes.Slice(end, start).Trim(" \t\r\n"u8).Length > 0)
            return null;
        start += end;
        return
        [
            fragment with { Bytes = bytes[..end].ToArray() },
            fragment with
            {
                Bytes = bytes[start..].ToArray(),
                Line = fragment.Line + bytes[..start].Count((byte)'\n'),
                Offset = fragment.Offset + start,
            },
        ];
    }

    /// <summary>What an unreadable item was, for the report: its id, else its link, else its title.</summary>
    static string SourceIdOf(WxrFragment fragment)
    {
        string text = Encoding.UTF8.GetString(fragment.Bytes);
        Match id = IdPattern().Match(text);
        if (id.Success)
            return "item " + id.Groups[1].Value;
        Match named = LinkOrTitlePattern().Match(text);
        return named.Success ? $"{fragment.Name} \"{named.Groups[2].Value.Trim()}\"" : fragment.Name;
    }

    [GeneratedRegex(@"<wp:post_id>\s*(?:<!\[CDATA\[)?\s*(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"<(link|title)>\s*(?:<!\[CDATA\[)?([^<\]]{1,200})", RegexOptions.CultureInvariant)]
    private static partial Regex LinkOrTitlePattern();

    /// <summary>Nearly every export is UTF-8; another declared encoding or a UTF-16 mark is honoured.</summary>
    static Stream InUtf8(Stream stream)
    {
        byte[] start = new byte[200];
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        Stream whole = new ChainedStream(new MemoryStream(start, 0, read), stream);
        Encoding? encoding = start is [0xFF, 0xFE, ..] ? Encoding.Unicode : start is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : Declared(start);
        return encoding is null ? whole : Encoding.CreateTranscodingStream(whole, encoding, Encoding.UTF8);
    }

    static Encoding? Declared(byte[] start)
    {
        Match declared = EncodingPattern().Match(Encoding.Latin1.GetString(start));
        if (!declared.Success || declared.Groups[1].Value.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(declared.Groups[1].Value) ?? Encoding.GetEncoding(declared.Groups[1].Value);
        }
        catch (ArgumentException)
        {
            return null; // an encoding nobody knows: most likely it is UTF-8 after all
        }
    }

    [GeneratedRegex("""<\?xml[^>]*encoding=["']([\w.-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex EncodingPattern();
}

/// <summary>The bytes already read to look at the encoding, then the rest.</summary>
sealed class ChainedStream(Stream first, Stream second) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) =>
        first.Read(buffer, offset, count) is int read and > 0 ? read : second.Read(buffer, offset, count);

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
