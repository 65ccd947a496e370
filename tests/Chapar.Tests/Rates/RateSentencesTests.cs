using System.Globalization;
using Chapar.Distribution;
using Chapar.Rates;
using Chapar.Reader.Markets;
using Chapar.Text;

namespace Chapar.Tests.Rates;

/// <summary>What is said in words, how lines are drawn, how amounts are read: pure functions.</summary>
public class RateSentencesTests
{
    static readonly Words english = Words.In("en"), russian = Words.In("ru");

    [Theory]
    [InlineData(87.00, 87.50, "0.57% weaker than a week ago")]
    [InlineData(87.50, 87.00, "0.57% stronger than a week ago")]
    [InlineData(50, 100, "50.00% weaker than a week ago")] // a dollar costs twice as much: the som buys half
    [InlineData(100, 50, "100.00% stronger than a week ago")]
    [InlineData(87.45, 87.45, "level with a week ago")]
    [InlineData(87.4500, 87.4501, "less than 0.01% weaker than a week ago")]
    [InlineData(87.4501, 87.4500, "less than 0.01% stronger than a week ago")]
    public void Weaker_and_stronger_are_said_of_the_money_itself(decimal before, decimal now, string said) =>
        Assert.Equal(said, RateSentences.Compared(before, now, "week", english));

    [Theory]
    [InlineData("en", "0.43%", "+1.00%", "−1.30%", "less than 0.01%")]
    [InlineData("ru", "0,43_%", "+1,00_%", "−1,30_%", "менее 0,01_%")]
    [InlineData("tk", "0,43_%", "+1,00_%", "−1,30_%", "0,01_%-den az")]
    [InlineData("kk", "0,43%", "+1,00%", "−1,30%", "0,01%-дан аз")]
    [InlineData("ky", "0,43%", "+1,00%", "−1,30%", "0,01%дан аз")]
    [InlineData("uz", "0,43%", "+1,00%", "−1,30%", "0,01% dan kam")]
    [InlineData("tg", "0,43%", "+1,00%", "−1,30%", "камтар аз 0,01%")]
    public void Every_language_writes_percents_in_its_one_way_in_sentences_in_tables_and_for_what_is_too_small(
        string language, string amount, string up, string down, string under)
    {
        var words = Words.In(language);
        Rate before = new("USD", 1, "100,0000", 100m);
        string InBrackets(decimal value) => RateTexts.Change(words, RateChange.Between(before, new("USD", 1, "100,0000", value)), isFixed: false).Split('(', ')')[1];
        string[] said =
        [
            RateTexts.By(words, 0.0043m), RateTexts.Percent(words, 0.01m), RateTexts.Percent(words, -0.013m), RateTexts.Percent(words, 0.000_01m),
            InBrackets(101m), InBrackets(98.7m), InBrackets(100.001m),
        ];
        Assert.Equal(((string[])[amount, up, down, under, up, down, under]).Select(t => t.Replace('_', '\u00A0')), said);
        // What the machine's own copy of CLDR says of the space.
        Assert.Equal(CultureInfo.GetCultureInfo(language).NumberFormat.PercentPositivePattern == 0, amount.Contains('_', StringComparison.Ordinal));
    }

    [Fact]
    public void No_word_of_a_language_brings_a_percent_of_its_own()
    {
        foreach (var language in Languages.All)
        {
            var words = Words.In(language);
            foreach (var key in (string[])["rate-under", "rates-under-by"])
                Assert.Equal((true, false), (words[key].Contains("{0}", StringComparison.Ordinal), words[key].Contains('%', StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Russian_says_it_too() => Assert.Equal("на 0,57\u00A0% слабее, чем год назад", RateSentences.Compared(87m, 87.5m, "year", russian));

    [Fact]
    public void A_line_goes_in_steps_and_breaks_where_nothing_is_known()
    {
        DateOnly first = new(2026, 1, 1), last = new(2026, 1, 10);
        ValueSpan[] spans = [new(first, first.AddDays(3), 10), new(first.AddDays(3), first.AddDays(5), 20), new(first.AddDays(8), first.AddDays(10), 20)];
        Assert.Equal("M0 10H30V20H50M80 20H100", StepPath.Of(spans, first, last, 100, v => (int)v));
    }

    [Fact]
    public void What_moved_within_one_column_shows_its_whole_reach()
    {
        DateOnly first = new(2026, 1, 1), last = first.AddDays(99);
        ValueSpan[] spans = [new(first, first.AddDays(1), 5), new(first.AddDays(1), first.AddDays(2), 9), new(first.AddDays(2), first.AddDays(3), 1), new(first.AddDays(3), first.AddDays(100), 4)];
        Assert.Equal("M0 5V1V9V4H10", StepPath.Of(spans, first, last, 10, v => (int)v));
    }

    [Theory]
    [InlineData("1000", "en", 1000)]
    [InlineData("1 000,50", "ru", 1000.50)]
    [InlineData("1,000.50", "en", 1000.50)]
    [InlineData("1.000,50", "tk", 1000.50)]
    [InlineData("1,000", "en", 1000)]
    [InlineData("1,000", "ru", 1)]
    [InlineData("1,000,000", "ru", 1000000)]
    [InlineData(".5", "en", 0.5)]
    [InlineData("0", "en", 0)]
    public void An_amount_is_read_as_people_write_it(string text, string language, decimal amount) => Assert.Equal(amount, Amount.Parse(text, language));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("ten")]
    [InlineData("1,0,0")]
    [InlineData("1.2.3,4")]
    [InlineData(".")]
    [InlineData("12345678901234567890")]
    public void What_is_no_amount_is_refused(string text) => Assert.Null(Amount.Parse(text, "en"));

    [Fact]
    public void Every_language_names_every_currency_that_is_in_use()
    {
        foreach (var language in Languages.All)
            foreach (var code in (string[])["USD", "EUR", "RUB", "CNY", "KGS", "KZT", "TJS", "UZS", "TMT", "XDR"])
                Assert.NotEqual(code, CurrencyNames.Of(code, language));
        Assert.Equal("Кыргызский сом", CurrencyNames.Title("KGS", "ru"));
        Assert.Equal("QQQ", CurrencyNames.Of("QQQ", "ru"));
    }

    [Fact]
    public async Task The_digest_of_a_week_is_a_draft_with_true_sentences()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("13.11.2026", "87,0000"), RatesWorld.Kyrgyz("17.11.2026", "87,2000"), RatesWorld.Kyrgyz("21.11.2026", "87,5000"));
        DateOnly monday = new(2026, 11, 16);
        var lines = await rates.Site.ChangeAsync(db => RatesDigest.ReadAsync(db, monday, TestContext.Current.CancellationToken));
        var digest = RatesDigest.Write(monday, lines, english, new Dates(english, TimeZoneInfo.Utc).Day)!;
        Assert.Equal("Exchange rates of the week, 16 November 2026 to 22 November 2026", digest.Headline);
        var text = Chapar.Articles.Body.BodyText.Of(digest.Body);
        Assert.Contains("The Kyrgyz som ended the week 0.57% weaker against the US dollar, at USD/KGS KGS for a dollar.", text, StringComparison.Ordinal);
        Assert.Contains("The Turkmen manat stands at its fixed official rate, USD/TMT TMT for a US dollar.", text, StringComparison.Ordinal);
        Assert.Contains("Of the Kazakh tenge nothing can be said: no document of its bank (National Bank of Kazakhstan) reached us for the week.", text, StringComparison.Ordinal);
        Assert.Null(RatesDigest.Write(new DateOnly(2020, 1, 6), await rates.Site.ChangeAsync(db => RatesDigest.ReadAsync(db, new(2020, 1, 6), TestContext.Current.CancellationToken)), english, d => ""));
    }
}
