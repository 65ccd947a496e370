using Chapar.Articles.Body;
using Chapar.Spellings;

namespace Chapar.Tests.Spellings;

/// <summary>What of a text the house writes otherwise. All names are invented.</summary>
public class SpellingRulesTests
{
    static HouseWord Word(HouseWordKind kind, params Spelling[] spellings) => new(kind, HouseWord.Tidy(spellings), "", "test", default);

    static Spelling In(string language, string preferred, params string[] others) => new(language, preferred, others);

    static readonly HouseWord[] List =
    [
        Word(HouseWordKind.Person, In("en", "Temir Zhanybaev", "Temir Janibayev"), In("ru", "Темир Жаныбаев", "Темир Джанибаев")),
        Word(HouseWordKind.Person, In("en", "Anna Japarkul")),
        Word(HouseWordKind.Person, In("en", "Sadyr Zhaparkul", "Sadyr Japarkul")),
        Word(HouseWordKind.Place, In("en", "Kara-Suu", "Kara Suu", "Karasu"), In("ru", "Кара-Суу", "Карасу"), In("ky", "Кара-Суу", "Карасуу")),
        Word(HouseWordKind.Place, In("en", "Suu", "Soo"), In("ru", "Алматы", "Алма-Ата")),
        Word(HouseWordKind.Word, In("en", "soum", "sum"), In("ru", "сум", "сўм")),
        Word(HouseWordKind.Word, In("en", "som", "soms")),
        Word(HouseWordKind.Word, In("en", "so-called", "co-called")),
    ];

    /// <summary>"written > replacement (preferred)", in the order of reading.</summary>
    static IEnumerable<string> Found(string text, string language = "en") => Check(new BodyTree([new Paragraph([new TextRun(text)])]), language);

    static IEnumerable<string> Check(BodyTree body, string language = "en", string headline = "", string deck = "") =>
        SpellingRules.Of(List, language).Check(TextLine.Of(headline, deck, body, language)).Wrong.Select(w => $"{w.Written} > {w.Replacement ?? "?"} ({w.Preferred}) {w.Places.Count}");

    [Theory]
    [InlineData("Temir Janibayev spoke.", "Temir Janibayev > Temir Zhanybaev (Temir Zhanybaev) 1")]
    [InlineData("It was Janibayev’s word, and Janibayev’s alone.", "Janibayev’s > Zhanybaev’s (Zhanybaev) 2")]
    [InlineData("TEMIR JANIBAYEV SPEAKS", "TEMIR JANIBAYEV > TEMIR ZHANYBAEV (Temir Zhanybaev) 1")]
    [InlineData("From Kara Suu to Karasu.", "Kara Suu > Kara-Suu (Kara-Suu) 1", "Karasu > Kara-Suu (Kara-Suu) 1")]
    [InlineData("Ten sum. Sum it was.", "sum > soum (soum) 1", "Sum > Soum (soum) 1")]
    [InlineData("Forty soms for a som’s worth", "soms > som (som) 1")]
    [InlineData("A co-called expert", "co-called > so-called (so-called) 1")]
    public void Whole_words_are_found_in_the_case_they_have(string text, params string[] found) => Assert.Equal(found, Found(text));

    [Theory]
    [InlineData("Temir Zhanybaev of Kara-Suu, so-called.")]
    [InlineData("Janibayevka is another place; sums and karasu too, and a summer.")]
    [InlineData("Sadyr Zhaparkul and Anna Japarkul: Japarkul is her own name.")]
    [InlineData("“Temir Janibayev [sic] signed.”")]
    public void What_the_house_writes_so_or_what_is_another_word_is_let_stand(string text) => Assert.DoesNotContain(Found(text), found => !found.StartsWith("sums", StringComparison.Ordinal));

    [Theory]
    [InlineData("Он встретил Темира Джанибаева.", "Темира Джанибаева > Темира Жаныбаева (Темир Жаныбаев) 1")]
    [InlineData("Вместе с Джанибаевым приехали.", "Джанибаевым > Жаныбаевым (Жаныбаев) 1")]
    [InlineData("В Алма-Ате тихо.", "Алма-Ате > ? (Алматы) 1")]
    public void Russian_cases_are_known(string text, string found) => Assert.Equal([found], Found(text, "ru"));

    [Fact]
    public void Endings_of_Kyrgyz_are_known_one_after_the_other() => Assert.Equal(["Карасуудан > Кара-Суудан (Кара-Суу) 1", "Карасуунун > Кара-Суунун (Кара-Суу) 1"], Found("Карасуудан келди, Карасуунун тоолору.", "ky"));

    [Fact]
    public void Headline_deck_and_captions_are_read_addresses_code_and_other_languages_are_not()
    {
        BodyTree body = new(
        [
            new Paragraph([new TextRun("See "), new TextRun("here", [new LinkMark("https://example.org/Karasu")]), new TextRun(" Karasu", [new LanguageMark("tr")]), new TextRun(" Karasu", [new CodeMark()])]),
            new CodeBlock(null, "Karasu"),
            new ImageBlock(Guid.Empty, null, "The river at Karasu", "Karasu in spring", "Karasu Photo"),
            new BulletList([new ListItem([new Paragraph([new TextRun("Kara", [new BoldMark()]), new TextRun("su")])])]),
        ]);
        Assert.Equal(["Karasu > Kara-Suu (Kara-Suu) 5"], Check(body, headline: "Flood at Karasu", deck: "Karasu waits."));
    }

    [Fact]
    public void A_place_is_told_by_what_is_around_it()
    {
        var (wrong, _) = SpellingRules.Of(List, "en").Check(TextLine.Of("", "", new([new Paragraph([new TextRun("On the road from Osh to Karasu nothing moved all day long."), new HardBreak()])]), "en"));
        Assert.Equal(new SpellingPlace(StoryPart.Text, "On the road from Osh to ", "Karasu", " nothing moved all day l"), wrong.Single().Places.Single());
    }

    [Fact]
    public void One_name_in_two_ways_is_said_once()
    {
        var (_, twoWays) = SpellingRules.Of(List, "en").Check(TextLine.Of("Temir Zhanybaev speaks", "", World.Body("Janibayev’s word. Zhanybaev said. Kara-Suu, Kara-Suu."), "en"));
        var (preferred, written) = Assert.Single(twoWays);
        Assert.Equal(("Temir Zhanybaev", "Temir Zhanybaev, Janibayev’s"), (preferred, string.Join(", ", written)));
    }
}
