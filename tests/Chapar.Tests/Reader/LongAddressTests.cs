using System.Net;

namespace Chapar.Tests.Reader;

/// <summary>Who asks at great length is answered in words.</summary>
public sealed class LongAddressTests
{
    const string Cut = "The query is too long: only its beginning was looked for (at most 12 words and 200 characters).";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static string Long(string letters, int length) => string.Concat(Enumerable.Repeat(letters, length / letters.Length));

    [Theory]
    [InlineData("/{0}", "en", "This address is too long", "/")]
    [InlineData("/search?q={0}", "en", "This address is too long", "/")]
    [InlineData("/newsroom/{0}", "en", "This address is too long", "/")]
    [InlineData("/ru/search?q={0}", "ru", "Слишком длинный адрес", "/ru")]
    public async Task An_address_of_ten_thousand_letters_is_answered_in_words_and_leads_on(string address, string language, string title, string front)
    {
        await using var site = await Site.StartAsync();
        using var answer = await site.GetAsync(string.Format(null, address, Long("river", 10_000)));
        var page = await Site.ParseAsync(answer);
        Assert.Equal((HttpStatusCode.RequestUriTooLong, "text/html", language, title),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")?.TextContent));
        Assert.Equal(front, page.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(front)).StatusCode);
        // The same connection goes on, and nothing else is different.
        using var head = await site.Http.SendAsync(new(HttpMethod.Head, answer.RequestMessage!.RequestUri), Stop);
        Assert.Equal((HttpStatusCode.RequestUriTooLong, "nosniff"), (head.StatusCode, string.Concat(head.Headers.GetValues("X-Content-Type-Options"))));
    }

    [Fact]
    public async Task A_program_is_told_so_as_programs_are()
    {
        await using var site = await Site.StartAsync();
        using var answer = await site.GetAsync("/api/search?q=" + Long("river", 10_000));
        Assert.Equal((HttpStatusCode.RequestUriTooLong, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("ask for less at once", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("river ", 3000, true)]
    [InlineData("riverrose", 207, true)]
    [InlineData("riverrose", 198, false)]
    [InlineData("dam ", 13 * 4, true)]
    [InlineData("dam ", 12 * 4, false)]
    [InlineData("\"the dam of the river\" ", 23 * 5, false)]
    public async Task Of_a_long_query_the_beginning_is_looked_for_and_this_is_said(string words, int length, bool isCut)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The dam of the river");
        await site.DispatchAsync();
        foreach (var edition in new[] { "", "/text" })
        {
            var page = await site.PageAsync($"{edition}/search?q={Uri.EscapeDataString(Long(words, length))}");
            Assert.Equal(isCut ? [Cut] : [], page.QuerySelectorAll("main .wrong").Select(said => said.TextContent));
            Assert.Equal(words == "riverrose" ? 0 : 1, page.QuerySelectorAll(".hits h2, .hits li").Length > 0 ? 1 : 0);
        }
    }
}
