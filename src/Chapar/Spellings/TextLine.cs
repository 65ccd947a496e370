using System.Text;
using Chapar.Articles.Body;

namespace Chapar.Spellings;

/// <summary>Which part of a story a line belongs to.</summary>
public enum StoryPart { Headline, Deck, Text }

/// <summary>One line of a story as it is read: a headline, a paragraph, a caption.</summary>
/// <param name="Text">Its letters; each piece within it that is no text counts as one, as in the editor.</param>
/// <param name="Skipped">From where to where it is in another language, or code.</param>
public sealed record TextLine(StoryPart Part, string Text, IReadOnlyList<(int From, int To)> Skipped)
{
    /// <summary>What stands in a line in the place of a piece that is no text (the object replacement character).</summary>
    public const char Piece = '\uFFFC';

    /// <summary>Whether it is the title of something else: an article, a film.</summary>
    public bool IsTitle { get; init; }

    /// <summary>Whether any of it is not the story's own.</summary>
    public bool Skips(int from, int to)
    {
        foreach (var skipped in Skipped)
            if (skipped.From < to && from < skipped.To) return true;
        return false;
    }

    /// <summary>All lines of a story, in the order of reading. Addresses are no text, and preformatted text is not the house's.</summary>
    /// <param name="language">The story's: passages in others are skipped.</param>
    public static IEnumerable<TextLine> Of(string headline, string deck, BodyTree body, string language) =>
        body.Nodes.SelectMany(TreeWalk.Descend).SelectMany(node => Of(node, language)).Prepend(new(StoryPart.Deck, deck, [])).Prepend(new(StoryPart.Headline, headline, []));

    static IEnumerable<TextLine> Of(Node node, string language)
    {
        if (node is not Inline && TreeWalk.Children(node) is [Inline, ..] and var content) yield return OfContent(content, language);
        string?[] said = node switch
        {
            ImageBlock image => [image.Caption, image.Alt],
            PullQuote pull => [pull.Attribution],
            Turn turn => [turn.Speaker],
            LinkCard card => [card.Title],
            Embed embed => [embed.Title],
            NoteBlock note => [note.Title],
            TableBlock table => [table.Caption],
            _ => [],
        };
        foreach (var text in said.OfType<string>()) yield return new(StoryPart.Text, text, []) { IsTitle = node is LinkCard or Embed };
    }

    static TextLine OfContent(IReadOnlyList<Node> content, string language)
    {
        var text = new StringBuilder();
        List<(int, int)> skipped = [];
        foreach (var node in content)
        {
            var from = text.Length;
            if (node is TextRun run) text.Append(run.Text);
            else text.Append(Piece);
            if (node is Inline inline && inline.Marks.Any(mark => mark is CodeMark || (mark is LanguageMark other && other.Lang.Split('-')[0] != language))) skipped.Add((from, text.Length));
        }
        return new(StoryPart.Text, text.ToString(), skipped);
    }
}
