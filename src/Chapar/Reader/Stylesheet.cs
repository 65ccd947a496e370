using System.Text.RegularExpressions;
using Chapar.Pages;
using Chapar.Settings;

namespace Chapar.Reader;

/// <summary>
/// The reader's stylesheet as it is served: reader.css without comments and blanks, then the publication's colours. Its address
/// carries its hash, so that it is kept by browsers for ever and a change of colour is seen at once.
/// </summary>
public sealed partial class Stylesheet
{
    readonly PackedFile file;

    /// <param name="source">The text of reader.css.</param>
    /// <param name="accent">The publication's colour on its light paper, "#rrggbb".</param>
    /// <param name="accentDark">The same on its dark paper.</param>
    public Stylesheet(string source, string accent, string accentDark)
    {
        Css = Shorten(source) + $":root{{--accent:{accent};--accent-dark:{accentDark}}}";
        file = new("reader", "css", Css);
    }

    /// <summary>The stylesheet that came with the program, in a publication's colours.</summary>
    public static Stylesheet Of(Publication publication) => new(PackedFile.Source("reader.css"), publication.Accent, publication.AccentDark);

    /// <summary>The few rules of the text edition, likewise.</summary>
    public static Stylesheet OfText(Publication publication) => new(PackedFile.Source("text.css"), publication.Accent, publication.AccentDark);

    /// <summary>Where pages link to it: "/reader.0123456789ab.css".</summary>
    public string Path => file.Path;

    public string Css { get; }

    /// <inheritdoc cref="PackedFile.Answer"/>
    public Task Answer(HttpContext http) => file.Answer(http);

    /// <summary>The same rules without comments and blanks; strings stay as they are.</summary>
    internal static string Shorten(string css)
    {
        var oneLine = StringsCommentsBlanks().Replace(css, m => m.Value[0] is '"' ? m.Value : m.Value.StartsWith("/*", StringComparison.Ordinal) ? "" : " ");
        return StringsAndSigns().Replace(oneLine, m => m.Value[0] is '"' ? m.Value : m.Value.Trim()).Replace(";}", "}", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex("""
        "[^"]*"|/\*.*?\*/|\s+
        """, RegexOptions.Singleline)]
    private static partial Regex StringsCommentsBlanks();

    // A colon loses only the blank behind it: before it, "a :hover" and "a:hover" differ.
    [GeneratedRegex("""
        "[^"]*"| *[{};,] *|: +
        """)]
    private static partial Regex StringsAndSigns();
}
