using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chapar.Tests.House;

/// <summary>The words of the interface: none is missing, none is left over.</summary>
public partial class WordsTests
{
    static readonly string[] Folders = ["src/Chapar/Reader", "src/Chapar/Newsroom"];

    // The forms of a number (CLDR), which the code chooses by itself.
    static readonly string[] Forms = [".one", ".few", ".many", ".other"];

    // Said of the words themselves: that they await a native reader. English and Russian do not.
    static readonly string[] OfTranslations = ["review"];

    [Fact]
    public void Every_word_of_the_interface_is_said_somewhere()
    {
        var sources = Sources.Under("src/Chapar", ".cs", ".cshtml").Select(file => file.Text).ToList();
        var said = sources.SelectMany(text => Literal().Matches(text)).Select(match => match.Groups[1].Value).ToHashSet();
        // "format.{x}" says every word that begins with "format.".
        var begun = said.Where(word => word.Contains('{', StringComparison.Ordinal)).Select(word => word[..word.IndexOf('{', StringComparison.Ordinal)])
            .Where(start => start.Length > 3).ToList();
        // The editor makes its keys of names: each part of such a key is a word of its sources.
        var scripts = Sources.Under("src/Chapar/Newsroom/Editor", ".ts").SelectMany(file => Name().Matches(file.Text)).Select(match => match.Value).ToHashSet();
        var unused = from key in WordsOf("en").Keys
                     where !(key.StartsWith("editor.", StringComparison.Ordinal) && key.Split('.').All(scripts.Contains))
                     where !said.Contains(key) && !said.Contains(WithoutForm(key))
                     where !begun.Exists(start => key.StartsWith(start, StringComparison.Ordinal))
                     select key;
        Findings.None(unused);
    }

    [Fact]
    public void What_a_page_says_stands_in_the_English_words()
    {
        var english = WordsOf("en").Keys.ToHashSet();
        var missing = from file in Folders.SelectMany(folder => Sources.Under(folder, ".cs", ".cshtml"))
                      from Match match in Said().Matches(file.Text)
                      let key = match.Groups[1].Value
                      where !english.Contains(key) && !Forms.Any(form => english.Contains(key + form))
                      select $"{file.Path}: {key}";
        Findings.None(missing);
    }

    [Theory]
    [InlineData("ru", ".one", ".few", ".many")]
    [InlineData("kk", ".one", ".other")]
    [InlineData("ky", ".one", ".other")]
    [InlineData("uz", ".one", ".other")]
    [InlineData("tg", ".one", ".other")]
    [InlineData("tk", ".one", ".other")]
    public void Each_language_says_all_that_English_says(string language, params string[] forms)
    {
        var (english, words) = (WordsOf("en"), WordsOf(language));
        Findings.None(english.Keys.Where(key => WithoutForm(key) == key && !words.ContainsKey(key)));
        var formless = from key in english.Keys
                       where key.EndsWith(".one", StringComparison.Ordinal)
                       from form in forms
                       where !words.ContainsKey(WithoutForm(key) + form)
                       select WithoutForm(key) + form;
        Findings.None(formless);
        Findings.None(words.Where(word => word.Value.Trim().Length == 0).Select(word => $"{word.Key} says nothing"));
    }

    [Fact]
    public void The_languages_that_are_told_are_those_the_words_are_written_in() =>
        Assert.Equal(Chapar.Text.Languages.All.Order(StringComparer.Ordinal), FilesOf("*").Select(Path.GetFileNameWithoutExtension).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_pages_of_rates_are_told_in_every_language_without_a_word_of_English()
    {
        // Their own words, and those of the frame in which they stand.
        var said = from file in Sources.Under("src/Chapar/Reader", ".cs", ".cshtml").Concat(Sources.Under("src/Chapar/Text", ".cs"))
                   where file.Path.Contains("/Markets/", StringComparison.Ordinal)
                       || Path.GetFileNameWithoutExtension(file.Path) is "_Layout" or "_Head" or "_Ticker" or "_Choice" or "_Languages" or "TickerView" or "Furniture" or "Dates"
                   from Match match in Said().Matches(file.Text)
                   select match.Groups[1].Value;
        var keys = said.Concat(WordsOf("en").Keys.Where(key => key.StartsWith("rate", StringComparison.Ordinal) || key.StartsWith("bank.", StringComparison.Ordinal))
            .Select(WithoutForm)).Append("months").Append("weekdays").Append("and").Distinct().ToList();
        foreach (var language in Chapar.Text.Languages.All)
        {
            var words = WordsOf(language).Keys.Select(WithoutForm).ToHashSet();
            Findings.None(keys.Where(key => !words.Contains(key)).Select(key => $"{language}: {key}"));
        }
    }

    [Fact]
    public void No_language_has_words_that_English_lacks_and_each_takes_the_same_parts()
    {
        var english = WordsOf("en");
        var parts = english.ToLookup(word => WithoutForm(word.Key), word => PartsOf(word.Value));
        foreach (var language in FilesOf("*").Select(Path.GetFileNameWithoutExtension).Distinct())
        {
            var words = WordsOf(language!);
            Findings.None(words.Keys.Select(WithoutForm).Except(english.Keys.Select(WithoutForm)).Except(OfTranslations).Select(key => $"{language}: {key}"));
            Findings.None(words.Where(word => !OfTranslations.Contains(word.Key) && !parts[WithoutForm(word.Key)].Contains(PartsOf(word.Value))).Select(word => $"{language}: {word.Key}"));
            Findings.None(words.Where(word => word.Value.Count('|') != english.GetValueOrDefault(word.Key, "").Count('|')).Select(word => $"{language}: {word.Key}"));
        }
    }

    static string WithoutForm(string key) =>
        Forms.FirstOrDefault(form => key.EndsWith(form, StringComparison.Ordinal)) is { } form ? key[..^form.Length] : key;

    static string PartsOf(string text) => string.Concat(Part().Matches(text).Select(match => match.Value).Distinct().Order());

    /// <summary>Of reader and newsroom together: no key stands in both.</summary>
    internal static Dictionary<string, string> WordsOf(string language) =>
        FilesOf(language).SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!).ToDictionary();

    static IEnumerable<string> FilesOf(string language) =>
        Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Sources.Root, folder, "Words"), language + ".json"));

    // Looked for at every quotation mark: in a page, attributes and the strings in them share theirs.
    [GeneratedRegex(@"(?=""([^""\n]+)"")")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b(?:[Ww]ords|W)(?:\[|\.(?:Fill|Count)\()""([^""{]+)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Part();
}
