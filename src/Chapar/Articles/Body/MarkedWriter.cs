using System.Text;

namespace Chapar.Articles.Body;

/// <summary>Writes lines of marked text, opening a mark once for all neighbours that share it.</summary>
abstract class MarkedWriter
{
    readonly List<(Mark Mark, string Close)> open = [];

    protected StringBuilder Out { get; } = new(8192);

    /// <summary>Writes what opens a mark and returns what closes it; empty if the mark shows nothing.</summary>
    protected abstract string Open(Mark mark);

    /// <summary>Writes an inline node without its marks.</summary>
    protected abstract void Leaf(Inline node);

    protected void Line(IReadOnlyList<Node> nodes)
    {
        Runs(nodes);
        Close(0);
    }

    void Runs(IReadOnlyList<Node> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is Inline inline)
            {
                var shared = 0;
                while (shared < open.Count && shared < inline.Marks.Count && open[shared].Mark == inline.Marks[shared])
                    shared++;
                Close(shared);
                for (var i = shared; i < inline.Marks.Count; i++)
                    open.Add((inline.Marks[i], Open(inline.Marks[i])));
                Leaf(inline);
            }
            else
            {
                // An unknown node in a line: its words are part of the line.
                Runs(TreeWalk.Children(node));
            }
        }
    }

    void Close(int keep)
    {
        for (var i = open.Count - 1; i >= keep; i--)
            Out.Append(open[i].Close);
        open.RemoveRange(keep, open.Count - keep);
    }

    /// <summary>True if there is something to read in a line.</summary>
    protected static bool HasWords(IReadOnlyList<Node> line)
    {
        foreach (var node in line)
        {
            if (node is TextRun { Text: var text } && !string.IsNullOrWhiteSpace(text) || node is RateInline || node is not Inline && HasWords(TreeWalk.Children(node)))
                return true;
        }
        return false;
    }
}
