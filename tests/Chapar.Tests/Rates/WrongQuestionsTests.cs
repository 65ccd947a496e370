using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Chapar.Tests.Rates;

/// <summary>What a reader is told who asked the converter, or for a day, what cannot be answered.</summary>
public class WrongQuestionsTests
{
    [Theory]
    [InlineData("/rates/convert?amount=ten&from=EUR&to=KZT&on=2026-11-23", "amount", "Give the amount as a plain number of 0 or more, such as 1000 or 1000.50.", "ten EUR KZT 2026-11-23")]
    [InlineData("/rates/convert?amount=-5&from=USD&to=KGS", "amount", "Give the amount as a plain number of 0 or more, such as 1000 or 1000.50.", "-5 USD KGS ")]
    [InlineData("/rates/convert?from=USD&to=KGS", "amount", "Give the amount as a plain number of 0 or more, such as 1000 or 1000.50.", " USD KGS ")]
    [InlineData("/rates/convert?amount=123456789012345678901&from=USD&to=KGS", "amount", "That is more than can be told exactly: ask for a smaller amount.", "123456789012345678901 USD KGS ")]
    [InlineData("/rates/convert?amount=999999999999999999&from=KGS&to=UZS", "amount", "That is more than can be told exactly: ask for a smaller amount.", "999999999999999999 KGS UZS ")]
    [InlineData("/rates/convert?amount=7&from=QQQ&to=KGS", "from", "Choose two currencies that are in use.", "7 QQQ KGS ")]
    [InlineData("/rates/convert?amount=7&from=USD&to=a+very+long+word", "to", "Choose two currencies that are in use.", "7 USD a very long word ")]
    [InlineData("/rates/convert?amount=7&from=USD&to=KGS&on=yesterday", "on", "Give the day as 2022-03-14 or 14.03.2022, from 1991 on.", "7 USD KGS yesterday")]
    [InlineData("/rates/convert?amount=7&from=USD&to=KGS&on=1990-12-31", "on", "Give the day as 2022-03-14 or 14.03.2022, from 1991 on.", "7 USD KGS 1990-12-31")]
    [InlineData("/ru/rates/convert?amount=7&from=USD&to=KGS&on=31.02.2022", "on", "Укажите день в виде 2022-03-14 или 14.03.2022, не раньше 1991 года.", "7 USD KGS 31.02.2022")]
    public async Task The_converter_says_what_is_wrong_and_what_is_allowed_beside_the_form_as_it_was_given(string path, string field, string said, string given)
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadSumAsync();
        var page = await WrongAsync(rates, path, field, said);
        Assert.Equal(given, string.Join(' ', page.QuerySelectorAll("main form.converter [name]").Select(Given)));
        Assert.Empty(page.QuerySelectorAll(".figure"));
    }

    [Theory]
    [InlineData("/rates/on?pair=usd-kgs&date=14.14.2022", "Give the day as 2022-03-14 or 14.03.2022, from 1991 on.", "usd-kgs 14.14.2022")]
    [InlineData("/rates/on?pair=USD-KGS&date=1990-01-01", "Give the day as 2022-03-14 or 14.03.2022, from 1991 on.", "usd-kgs 1990-01-01")]
    [InlineData("/rates/on?pair=usd-kgs", "Give the day as 2022-03-14 or 14.03.2022, from 1991 on.", "usd-kgs ")]
    [InlineData("/ky/rates/on?pair=usd-kgs&date=кечээ", "Күндү 2022-03-14 же 14.03.2022 түрүндө бериңиз, 1991-жылдан баштап.", "usd-kgs кечээ")]
    public async Task A_day_that_cannot_be_read_is_asked_for_again(string path, string said, string given)
    {
        await using RatesSite rates = new(await Site.StartAsync([new("publication:languages:2", "ky")]));
        await rates.LoadSomAsync();
        var page = await WrongAsync(rates, path, "date", said);
        Assert.Equal(given, string.Join(' ', page.QuerySelector("main form")!.QuerySelectorAll("[name]").Select(Given)));
        // The page of the pair and its converter are at hand.
        Assert.Equal("USD/KGS", page.QuerySelector("main .label a:last-child")!.TextContent);
        Assert.Equal("1 USD KGS ", string.Join(' ', page.QuerySelectorAll("main form")[1].QuerySelectorAll("[name]").Select(Given)));
    }

    [Theory]
    [InlineData("/rates/on?pair=usd-zzz&date=2026-11-23", "to", "1 USD ZZZ 2026-11-23")]
    [InlineData("/rates/on?pair=kgs-kgs&date=2026-11-23", "to", "1 KGS KGS 2026-11-23")]
    [InlineData("/rates/on?pair=zzz-usd", "from", "1 ZZZ USD ")]
    [InlineData("/rates/on?date=2026-11-23", "from", "1 USD USD 2026-11-23")]
    public async Task A_pair_that_is_none_is_asked_for_again(string path, string field, string given)
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        var page = await WrongAsync(rates, path, field, "Choose two currencies that are in use.");
        Assert.Equal(given, string.Join(' ', page.QuerySelectorAll("main form.converter [name]").Select(Given)));
    }

    [Fact]
    public async Task The_form_alone_and_what_no_bank_knows_are_no_wrong_questions()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        foreach (var path in (string[])["/rates/convert", "/rates/convert?amount=1&from=USD&to=ISK", "/rates/convert?amount=1&from=USD&to=KGS&on=2020-01-01"])
            Assert.Empty((await rates.Site.PageAsync(path)).QuerySelectorAll("[aria-invalid], .wrong"));
        using var bare = await rates.Site.GetAsync("/rates/on");
        Assert.Equal((HttpStatusCode.Redirect, "/rates"), (bare.StatusCode, bare.Headers.Location?.ToString()));
    }

    /// <summary>A page with everything a page of rates has, that is neither kept nor found by robots.</summary>
    static async Task<IHtmlDocument> WrongAsync(RatesSite rates, string path, string field, string said)
    {
        using var answer = await rates.Site.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        var page = await Site.ParseAsync(answer);
        var sentence = Assert.Single(page.QuerySelectorAll("main [role=alert]"));
        Assert.Equal(said, sentence.TextContent);
        var wrong = Assert.Single(page.QuerySelectorAll("[aria-invalid]"));
        Assert.Equal((field, sentence.Id), (wrong.GetAttribute("name"), wrong.GetAttribute("aria-describedby")));
        Assert.Contains("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEmpty(page.QuerySelectorAll(".ticker li"));
        Assert.NotEmpty(page.QuerySelectorAll("nav.sections, footer"));
        return page;
    }

    static string Given(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        // What a browser would empty is no value that was kept.
        IHtmlInputElement { Type: "date" } day => DateOnly.TryParse(day.DefaultValue, System.Globalization.CultureInfo.InvariantCulture, out _) ? day.DefaultValue : "",
        IHtmlInputElement input => input.DefaultValue,
        _ => "",
    };
}
