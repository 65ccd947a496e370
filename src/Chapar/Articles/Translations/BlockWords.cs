using System.Security.Cryptography;
using System.Text;
using Chapar.Articles.Body;

namespace Chapar.Articles.Translations;

/// <summary>What of a block is compared, and what of it is translated. Of numbers, addresses, credits and names of speakers nothing is.</summary>
public static class BlockWords
{
    /// <summary>All that a change of the source can be about, as lines: words, captions, alternative texts, addresses of what is embedded.</summary>
    public static string Whole(Node node) => BodyLines.Of(new BodyTree([node]), "▣");

    /// <summary>The lines of a block that are translated, in the order of reading; those in which there is something to read.</summary>
    public static IReadOnlyList<string> Lines(Node node) => [.. TreeWalk.Descend(node).Where(IsLine).Select(line => BodyText.Line(TreeWalk.Children(line))).Where(HasLetters)];

    /// <summary>All that is translated: the lines, and what is said of pictures, quotations and boxes.</summary>
    public static string Of(Node node) => string.Join('\n', TreeWalk.Descend(node).SelectMany(Said).OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0));

    /// <summary>See <see cref="SourceUnit.Words"/>.</summary>
    public static string? Fingerprint(string words) => HasLetters(words) ? Hash(words) : null;

    public static bool HasLetters(string text) => text.Any(char.IsLetter);

    /// <summary>Ten letters that stand for a text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 5));

    static bool IsLine(Node node) => node is Paragraph or Heading or PullQuote;

    static IEnumerable<string?> Said(Node node) => node switch
    {
        PullQuote pull => [Written(pull), pull.Attribution],
        ImageBlock image => [image.Alt, image.Caption],
        TableBlock table => [table.Caption],
        NoteBlock note => [note.Title],
        _ when IsLine(node) => [Written(node)],
        _ => [],
    };

    /// <summary>A line; null when nothing but official rates stands in it, which nobody translates.</summary>
    static string? Written(Node line) => TreeWalk.Descend(line).Any(node => node is TextRun run && !string.IsNullOrWhiteSpace(run.Text)) ? BodyText.Line(TreeWalk.Children(line)) : null;
}
