using System.Text;

namespace Chapar.Text;

/// <summary>Whether a piece stands in both texts, only in the newer, or only in the older.</summary>
public enum Change { Same, Added, Removed }

/// <summary>A piece of a comparison.</summary>
public sealed record Piece(Change Change, string Text);

/// <summary>One paragraph of a comparison: its pieces, in the order of reading.</summary>
public sealed record ComparedLine(IReadOnlyList<Piece> Pieces)
{
    public bool IsSame => Pieces.All(p => p.Change == Change.Same);
}

/// <summary>Compares two texts as an editor would: paragraph by paragraph, and word by word inside a paragraph that was changed.</summary>
public static class Difference
{
    /// <summary>Longer lists are compared by their ends alone: the time grows with the product of the lengths.</summary>
    const int Most = 4_000;

    /// <summary>A paragraph with at least this part of its words kept is the old one changed, not another one.</summary>
    const double Alike = 0.35;

    /// <summary>The paragraphs of both texts, each a line; blank ones do not count.</summary>
    public static IReadOnlyList<ComparedLine> OfParagraphs(string before, string after)
    {
        List<ComparedLine> lines = [];
        var steps = Steps(Paragraphs(before), Paragraphs(after));
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Change == Change.Same)
            {
                lines.Add(new ComparedLine([steps[i]]));
                continue;
            }
            var removed = new Queue<string>();
            var added = new Queue<string>();
            for (; i < steps.Count && steps[i].Change != Change.Same; i++) (steps[i].Change == Change.Removed ? removed : added).Enqueue(steps[i].Text);
            i--;
            while (removed.Count > 0 && added.Count > 0) Pair(lines, removed, added);
            lines.AddRange(removed.Select(text => new ComparedLine([new Piece(Change.Removed, text)])));
            lines.AddRange(added.Select(text => new ComparedLine([new Piece(Change.Added, text)])));
        }
        return lines;
    }

    /// <summary>Word by word; joined, the pieces that are not removed give <paramref name="after"/>.</summary>
    public static IReadOnlyList<Piece> OfWords(string before, string after)
    {
        List<Piece> pieces = [];
        var (removed, added) = (new StringBuilder(), new StringBuilder());
        var steps = Steps(Words(before), Words(after));
        for (int i = 0; i < steps.Count; i++)
        {
            var (change, text) = steps[i];
            // A space between two changed words is no island: the words are changed together.
            var between = change == Change.Same && removed.Length + added.Length > 0 && string.IsNullOrWhiteSpace(text) && i + 1 < steps.Count && steps[i + 1].Change != Change.Same;
            if (change == Change.Removed || between) removed.Append(text);
            if (change == Change.Added || between) added.Append(text);
            if (change != Change.Same || between) continue;
            End();
            if (pieces is [.., { Change: Change.Same } last]) pieces[^1] = last with { Text = last.Text + text };
            else pieces.Add(steps[i]);
        }
        End();
        return pieces;

        void End()
        {
            if (removed.Length > 0) pieces.Add(new Piece(Change.Removed, removed.ToString()));
            if (added.Length > 0) pieces.Add(new Piece(Change.Added, added.ToString()));
            removed.Clear();
            added.Clear();
        }
    }

    static void Pair(List<ComparedLine> lines, Queue<string> removed, Queue<string> added)
    {
        var pieces = OfWords(removed.Peek(), added.Peek());
        if (AreAlike(pieces, removed.Peek(), added.Peek()))
        {
            removed.Dequeue();
            added.Dequeue();
            lines.Add(new ComparedLine(pieces));
        }
        else if (removed.Count >= added.Count) lines.Add(new ComparedLine([new Piece(Change.Removed, removed.Dequeue())]));
        else lines.Add(new ComparedLine([new Piece(Change.Added, added.Dequeue())]));
    }

    /// <summary>Whether the one is the other changed, rather than another one.</summary>
    public static bool AreAlike(string before, string after) => AreAlike(OfWords(before, after), before, after);

    static bool AreAlike(IReadOnlyList<Piece> pieces, string before, string after) =>
        pieces.Where(p => p.Change == Change.Same).Sum(p => p.Text.Trim().Length) >= Alike * Math.Min(before.Length, after.Length);

    static string[] Paragraphs(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Words, and the spaces between them; joined they are the text again.</summary>
    static List<string> Words(string text)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsWhiteSpace(text[i]) == char.IsWhiteSpace(text[start])) continue;
            words.Add(text[start..i]);
            start = i;
        }
        return words;
    }

    /// <summary>
    /// The pieces of both lists in one row, each with whether it stands in both: the longest common sequence, what is equal at both ends
    /// taken off first.
    /// </summary>
    public static IReadOnlyList<Piece> OfLists(IReadOnlyList<string> before, IReadOnlyList<string> after) => Steps(before, after);

    static List<Piece> Steps(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        int start = 0, endBefore = before.Count, endAfter = after.Count;
        while (start < endBefore && start < endAfter && before[start] == after[start]) start++;
        while (endBefore > start && endAfter > start && before[endBefore - 1] == after[endAfter - 1]) (endBefore, endAfter) = (endBefore - 1, endAfter - 1);
        List<Piece> steps = [.. before.Take(start).Select(text => new Piece(Change.Same, text))];
        int rows = endBefore - start, columns = endAfter - start;
        if (rows > Most || columns > Most)
        {
            steps.AddRange(before.Skip(start).Take(rows).Select(text => new Piece(Change.Removed, text)));
            steps.AddRange(after.Skip(start).Take(columns).Select(text => new Piece(Change.Added, text)));
        }
        else
        {
            var common = new ushort[rows + 1, columns + 1];
            for (int i = rows - 1; i >= 0; i--)
                for (int j = columns - 1; j >= 0; j--)
                    common[i, j] = before[start + i] == after[start + j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
            int row = 0, column = 0;
            while (row < rows || column < columns)
            {
                if (row < rows && column < columns && before[start + row] == after[start + column]) (row, column) = (Add(Change.Same, after[start + column], row + 1), column + 1);
                else if (row < rows && (column == columns || common[row + 1, column] >= common[row, column + 1])) row = Add(Change.Removed, before[start + row], row + 1);
                else column = Add(Change.Added, after[start + column], column + 1);
            }
        }
        steps.AddRange(after.Skip(endAfter).Select(text => new Piece(Change.Same, text)));
        return steps;

        int Add(Change change, string text, int next)
        {
            steps.Add(new Piece(change, text));
            return next;
        }
    }
}
