using System.Buffers;
using System.Text;

namespace Chapar.Articles.Body;

public static partial class BodyText
{
    static readonly SearchValues<char> BeforeWord = SearchValues.Create(" \u00A0(\"“«-.");

    /// <summary>
    /// The first sentences of the text, for a story without a deck: whole paragraphs and sentences of them as far as they fit,
    /// never a heading, a caption or a name. A first sentence that is too long is cut at a word, with an ellipsis.
    /// </summary>
    /// <param name="most">The most characters.</param>
    public static string FirstSentences(BodyTree body, int most)
    {
        var deck = new StringBuilder();
        foreach (var node in body.Nodes.SelectMany(Running))
        {
            if (node is not Paragraph paragraph || IsSubhead(paragraph))
            {
                // What comes after a heading or a picture is another thought.
                if (deck.Length > 0)
                    break;
                continue;
            }
            foreach (var sentence in Sentences(Line(paragraph.Content).Replace('\n', ' ')))
            {
                if (deck.Length + 1 + sentence.Length > most)
                    return deck.Length > 0 ? deck.ToString() : Cut(sentence, most);
                deck.Append(deck.Length > 0 ? " " : "").Append(sentence);
            }
        }
        return deck.ToString();
    }

    /// <summary>The paragraphs of the story itself and, as marks of where it pauses, its other blocks.</summary>
    static IEnumerable<Node> Running(Node node) => node switch
    {
        Turn turn => turn.Content.SelectMany(Running).Append(turn),
        UnknownNode unknown when unknown.Content is not [Inline, ..] => unknown.Content.SelectMany(Running),
        Paragraph { Content.Count: 0 } => [],
        _ => [node],
    };

    /// <summary>A short line all in bold without a stop is a heading, whatever it was typed as; so is a place and date line.</summary>
    static bool IsSubhead(Paragraph paragraph)
    {
        var text = Line(paragraph.Content);
        return text.Length == 0 || !text.Any(char.IsLetter)
            || text.Length < 120 && !IsStop(text.TrimEnd('"', '”', '»', '’', ')')[^1..][0]) && paragraph.Content.OfType<TextRun>().All(run => run.Marks.Any(mark => mark is BoldMark));
    }

    /// <summary>The sentences of a paragraph. Their ends are guessed: a stop, a space and a capital, but not after an initial or a title.</summary>
    internal static IEnumerable<string> Sentences(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsStop(text[i]))
                continue;
            var end = i + 1;
            while (end < text.Length && (IsStop(text[end]) || text[end] is '"' or '”' or '»' or '’' or '\'' or ')' or ']'))
                end++;
            var next = end;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
                next++;
            if (next < text.Length && (next == end || !Begins(text[next]) || text[i] == '.' && IsShort(text.AsSpan(from, i - from))))
                continue;
            yield return text[from..end].Trim();
            from = next;
            i = Math.Max(i, next - 1);
        }
        if (from < text.Length && text[from..].Trim() is { Length: > 0 } rest)
            yield return rest;
    }

    static bool IsStop(char c) => c is '.' or '!' or '?' or '…';

    static bool Begins(char c) => char.IsUpper(c) || char.IsDigit(c) || c is '"' or '“' or '«' or '‘' or '\'' or '(' or '[' or '—' or '–' || char.IsLetter(c) && !char.IsLower(c);

    /// <summary>True if the words end in an initial ("A", "У") or a shortened title or unit: their stop ends no sentence.</summary>
    static bool IsShort(ReadOnlySpan<char> words)
    {
        var last = words[(words.LastIndexOfAny(BeforeWord) + 1)..];
        return last.Length == 1 && char.IsUpper(last[0])
            || last is "Mr" or "Mrs" or "Ms" or "Dr" or "Prof" or "St" or "Gen" or "Col" or "Lt" or "Gov" or "Sen" or "Jr" or "Sr" or "No" or "vs" or "U.S" or "Inc" or "Ltd"
                or "г" or "гг" or "ул" or "им" or "т" or "д" or "п" or "тыс" or "млн" or "млрд" or "руб" or "стр" or "см" or "проф" or "акад" or "ген" or "обл" or "с" or "р" or "ж" or "ш" or "ё";
    }

    static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', Math.Max(0, most - 1));
        return text[..(end > most / 2 ? end : Whole(text, most - 1))].TrimEnd(' ', ',', ';', ':', '–', '—', '-', '\u00A0') + "…";
    }

    /// <summary>The place or the one before, so that no surrogate pair is cut.</summary>
    static int Whole(string text, int end) => end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : Math.Max(0, end);
}
