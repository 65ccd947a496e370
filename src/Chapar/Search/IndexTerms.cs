using Chapar.Articles;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>
/// The terms of the index. Their first letter says what they are: <c>x</c> a word as it is written, <c>w</c> the stem of a word, <c>u</c> two short words side by side; <c>n</c>
/// the likeliest reading of a name, <c>m</c> another reading of it, <c>c</c> a name as it is written, <c>k</c> a known name; <c>h</c> before any of them: in
/// the headline. What an article is filed under is <c>l</c> language, <c>o</c> format, <c>s</c> section, <c>p</c> place, <c>t</c> topic, <c>a</c> author.
/// </summary>
static class IndexTerms
{
    /// <summary>Raised when the terms of an article or their tables change: the index is then made anew.</summary>
    public const int Form = NameFolding.Version * 1000 + 2;

    /// <summary>The most frequent words of every language are short: of a phrase of two such words nearly every article has both, and few have them side by side.</summary>
    public static bool IsShort(string word) => word.Length <= 3;

    public static string Written(string word) => "x" + word;

    /// <summary>Two short words side by side. It may be that of two others (ab c, a bc): beside it a phrase is asked for.</summary>
    public static string Pair(string word, string next) => string.Concat("u", word, next);

    public static string WrittenName(string word) => "c" + word;
    public static string OtherReading(string strict) => "m" + strict;
    public static string Known(Guid id) => $"k{id:N}";
    public static string InHeadline(string term) => "h" + term;
    public static string Language(string code) => "l" + code;
    public static string Format(Format format) => "o" + format.ToString().ToLowerInvariant();
    public static string Section(Guid id) => $"s{id:N}";
    public static string Place(Guid id) => $"p{id:N}";
    public static string Topic(Guid id) => $"t{id:N}";
    public static string Author(Guid id) => $"a{id:N}";
}
