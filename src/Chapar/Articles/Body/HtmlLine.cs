using System.Text;

namespace Chapar.Articles.Body;

/// <summary>Collects a line of text with its marks and hands it out with its spaces in order.</summary>
sealed class HtmlLine
{
    const char Break = '\n';
    const char Space = ' ';
    const char NoBreakSpace = '\u00A0';

    /// <summary>Stands in the text for a node that is not text.</summary>
    const char Object = '\uFFFC';

    readonly StringBuilder text = new();
    readonly List<(int Start, HtmlMarking Marking)> runs = [];
    readonly Queue<Func<IReadOnlyList<Mark>, Inline>> objects = new();

    public void Add(ReadOnlySpan<char> words, HtmlMarking marking)
    {
        if (words.Length == 0)
            return;
        Begin(marking);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (char.IsHighSurrogate(c) && i + 1 < words.Length && char.IsLowSurrogate(words[i + 1]))
                text.Append(c).Append(words[++i]);
            else if (c is '\u00A0' or '\u202F' or '\u2007' or '\u2009')
                text.Append(NoBreakSpace);
            else if (char.IsWhiteSpace(c))
                text.Append(Space);
            else if (!Nothing(c))
                text.Append(c);
        }
    }

    public void AddBreak(HtmlMarking marking)
    {
        Begin(marking);
        text.Append(Break);
    }

    public void AddObject(Func<IReadOnlyList<Mark>, Inline> node, HtmlMarking marking)
    {
        Begin(marking);
        text.Append(Object);
        objects.Enqueue(node);
    }

    /// <summary>
    /// The paragraphs collected so far, and starts anew. Spaces are single, none at the ends, and non-breaking only where
    /// typography wants them; two breaks in a row part paragraphs.
    /// </summary>
    public List<IReadOnlyList<Node>> Take()
    {
        var paragraphs = new List<IReadOnlyList<Node>>();
        var all = text.ToString();
        var writer = new Writer();
        var run = 0;
        for (var i = 0; i < all.Length;)
        {
            while (run + 1 < runs.Count && runs[run + 1].Start <= i)
                run++;
            var marking = runs[run].Marking;
            var end = i;
            var breaks = 0;
            var fixedSpace = false;
            while (end < all.Length && all[end] is Space or NoBreakSpace or Break)
            {
                breaks += all[end] == Break ? 1 : 0;
                fixedSpace |= all[end] == NoBreakSpace;
                end++;
            }
            if (end == i)
            {
                if (all[i] == Object)
                    writer.Add(objects.Dequeue()(marking.Marks()));
                else
                    writer.Add(all[i], marking);
                i++;
                continue;
            }
            if (i > 0 && end < all.Length)
            {
                if (breaks > 1)
                    paragraphs.Add(writer.Take());
                else if (breaks == 1)
                    writer.Add(new HardBreak(marking.Marks()));
                else
                    writer.Add(fixedSpace && Bound(all[i - 1], all[end]) ? NoBreakSpace : Space, marking);
            }
            i = end;
        }
        paragraphs.Add(writer.Take());
        paragraphs.RemoveAll(line => line.Count == 0);
        text.Clear();
        runs.Clear();
        return paragraphs;
    }

    void Begin(HtmlMarking marking)
    {
        if (runs.Count == 0 || runs[^1].Marking != marking)
            runs.Add((text.Length, marking));
    }

    /// <summary>Before a dash, inside a grouped number, between number and unit or sign: there a line must not break.</summary>
    static bool Bound(char before, char after) =>
        after is '–' or '—'
        || char.IsAsciiDigit(before) && (char.IsLetterOrDigit(after) || after is '%' or '$' or '€' or '₽' or '°')
        || before is '№' or '§' or '$' or '€' && char.IsAsciiDigit(after);

    /// <summary>What has no width or no meaning: zero-width spaces, soft hyphens, byte order marks, controls, broken surrogates.</summary>
    static bool Nothing(char c) => c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or Object or '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF')
        || char.IsControl(c) || char.IsSurrogate(c);

    sealed class Writer
    {
        readonly StringBuilder words = new();
        HtmlMarking marking = HtmlMarking.None;
        List<Node> line = [];

        public void Add(char c, HtmlMarking with)
        {
            if (with != marking)
                End();
            marking = with;
            words.Append(c);
        }

        public void Add(Inline node)
        {
            End();
            line.Add(node);
        }

        public List<Node> Take()
        {
            End();
            var taken = line;
            line = [];
            return taken;
        }

        void End()
        {
            if (words.Length > 0)
                line.Add(new TextRun(words.ToString(), marking.Marks()));
            words.Clear();
        }
    }
}
