using System.Buffers;
using System.Text;

namespace Chapar.Import.WordPress;

/// <summary>A stretch of the file that can be read on its own: one item, author or term, or the head.</summary>
/// <param name="Name">Local name of its element: item, author, category, tag, term; "head" for what stands outside of all these.</param>
/// <param name="IsWhole">False when it is not closed or too large; then only its beginning is given.</param>
readonly record struct WxrFragment(string Name, byte[] Bytes, int Line, long Offset, bool IsWhole);

/// <summary>
/// Cuts an export into fragments by looking only at tags, comments and CDATA. So one bad item cannot hide the ones behind
/// it, and only one item is in memory at a time. It sees bytes as they are: cleaning is the business of <see cref="WxrRepair"/>.
/// </summary>
sealed class WxrScanner(Stream stream)
{
    /// <summary>No real item comes near this; one that does would break the promise about memory.</summary>
    public const int LargestFragment = 16 << 20;
    const int LargestHead = 4 << 20;
    const int Beginning = 4096;

    readonly ByteWindow window = new(stream);
    readonly List<(string Name, int Line)> open = [];
    readonly ArrayBufferWriter<byte> head = new();
    bool headGiven;

    /// <summary>What is wrong with the file as a whole, or null: known when the enumeration has ended.</summary>
    public WxrException? StructureFault { get; private set; }

    /// <summary>Whether an rss or channel element was seen at all.</summary>
    public bool HasChannel { get; private set; }

    /// <summary>The fragments in file order; the head comes before the first item.</summary>
    /// <exception cref="WxrException">The file declares a document type, which an export never does and an attack does.</exception>
    public IEnumerable<WxrFragment> Fragments()
    {
        int at = 0;
        while (true)
        {
            int tag = window.Find("<"u8, at, LargestHead);
            if (tag < 0 && window.IsAtEnd)
                break;
            if (tag < 0)
            {
                at = window.Discard(window.Length, now: true);
                continue;
            }
            AddToHead(at, tag);
            if (SkipMarkup(tag, null) is int past and >= 0)
            {
                AddToHead(tag, past);
                at = window.Discard(past);
            }
            else if (ReadTag(tag) is not { } found)
            {
                at = tag + 1;
            }
            else if (IsFragment(found))
            {
                if (found.LocalName == "item" && !headGiven)
                    yield return Head();
                yield return ReadFragment(tag, found, out at);
                at = window.Discard(at);
            }
            else
            {
                Follow(found, tag);
                AddToHead(tag, found.End);
                at = window.Discard(found.End);
            }
        }
        if (open.Count > 0)
            Fault($"the file ends before </{open[^1].Name}>, opened in line {open[^1].Line}", window.Length);
        if (!headGiven)
            yield return Head();
    }

    static bool IsFragment(Tag tag) => tag switch
    {
        { IsEnd: true } or { IsEmpty: true } => false,
        { Prefix: "", LocalName: "item" } => true,
        { Prefix: not "", LocalName: "author" or "wp_author" or "category" or "tag" or "term" } => true,
        _ => false,
    };

    WxrFragment Head()
    {
        headGiven = true;
        return new WxrFragment("head", head.WrittenSpan.ToArray(), 1, 0, true);
    }

    void AddToHead(int from, int to)
    {
        if (!headGiven && to > from && head.WrittenCount < LargestHead)
            head.Write(window.Span(from, to));
    }

    /// <summary>Keeps the stack of open elements outside fragments, to say where a file is broken as a whole.</summary>
    void Follow(Tag tag, int at)
    {
        HasChannel |= tag is { IsEnd: false, LocalName: "channel" or "rss" };
        if (tag.IsEmpty)
            return;
        if (!tag.IsEnd)
            open.Add((tag.FullName, window.LineAt(at)));
        else if (open.Count == 0)
            Fault($"</{tag.FullName}> closes nothing", at);
        else if (open[^1].Name == tag.FullName)
            open.RemoveAt(open.Count - 1);
        else
            Fault($"</{tag.FullName}> stands where </{open[^1].Name}>, opened in line {open[^1].Line}, was expected", at);
    }

    void Fault(string message, int at) => StructureFault ??= new WxrException(message, window.LineAt(at), window.ColumnAt(at));

    WxrFragment ReadFragment(int start, Tag first, out int next)
    {
        int line = window.LineAt(start);
        long offset = window.OffsetOf(start);
        string element = first.FullName;
        int at = first.End;
        while (at >= 0 && at - start <= LargestFragment && window.Find("<"u8, at, LargestFragment) is int tag and >= 0)
        {
            if (SkipMarkup(tag, element) is int past and not NoMarkup)
            {
                at = past;
            }
            else if (ReadTag(tag) is not { } found)
            {
                at = tag + 1;
            }
            else if (found.IsEnd && found.FullName == first.FullName)
            {
                next = found.End;
                return new WxrFragment(first.LocalName, window.Span(start, next).ToArray(), line, offset, true);
            }
            else if (IsOutside(found))
            {
                next = tag;
                return new WxrFragment(first.LocalName, BeginningOf(start, tag), line, offset, false);
            }
            else
            {
                element = found.IsEnd ? element : found.FullName;
                at = found.End;
            }
        }
        WxrFragment broken = new(first.LocalName, BeginningOf(start, window.Length), line, offset, false);
        next = FindItsEnd(first);
        if (next < 0)
        {
            Fault($"the file ends inside <{first.FullName}>, opened in line {line}", window.Length);
            next = window.Length;
        }
        return broken;
    }

    /// <summary>Goes on behind an element that is too large or holds a section without end, without keeping it in memory.</summary>
    int FindItsEnd(Tag first)
    {
        byte[] endTag = Encoding.UTF8.GetBytes($"</{first.FullName}>");
        int from = first.End;
        while (true)
        {
            if (window.Find(endTag, from, LargestFragment) is int end and >= 0)
                return end + endTag.Length;
            if (window.IsAtEnd)
                return -1;
            from = window.Discard(Math.Max(from, window.Length - endTag.Length), now: true);
        }
    }

    byte[] BeginningOf(int start, int end) => window.Span(start, Math.Min(end, start + Beginning)).ToArray();

    /// <summary>A tag that never stands inside a fragment: the one being read was not closed.</summary>
    static bool IsOutside(Tag tag) =>
        tag is { Prefix: "", LocalName: "item", IsEnd: false } or { Prefix: "", LocalName: "channel" or "rss", IsEnd: true };

    const int NoMarkup = -1, NoEnd = -2;

    /// <summary>
    /// The index past a comment, CDATA section or processing instruction at <paramref name="at"/>; <see cref="NoMarkup"/> if
    /// there is none, <see cref="NoEnd"/> if it does not end.
    /// </summary>
    /// <param name="element">The element last opened; its end tag shows which <c>]]&gt;</c> really closes the section.</param>
    int SkipMarkup(int at, string? element)
    {
        if (window.StartsWith(at, "<![CDATA["u8))
            return EndOfCData(at + 9, element);
        if (window.StartsWith(at, "<!--"u8))
            return Past(window.Find("-->"u8, at + 4, LargestFragment), 3);
        if (window.StartsWith(at, "<?"u8))
            return Past(window.Find("?>"u8, at + 2, LargestFragment), 2);
        if (window.StartsWith(at, "<!DOCTYPE"u8))
            throw new WxrException("the file declares a document type (DTD), which an export never does; it is refused",
                window.LineAt(at), window.ColumnAt(at));
        return NoMarkup;
    }

    static int Past(int found, int length) => found < 0 ? NoEnd : found + length;

    int EndOfCData(int from, string? element)
    {
        byte[] endTag = Encoding.UTF8.GetBytes("</" + element);
        while (window.Find("]]>"u8, from, LargestFragment) is int end and >= 0)
        {
            from = end + 3;
            if (element is null || window.Find(endTag, from, LargestFragment) is not (int close and >= 0)
                || !CDataEnd.IsText(window.Span(from, close)))
                return from;
        }
        return NoEnd;
    }

    Tag? ReadTag(int at)
    {
        int end = window.FindTagEnd(at + 1);
        return end < 0 ? null : Tag.Parse(window.Span(at, end), end);
    }
}
