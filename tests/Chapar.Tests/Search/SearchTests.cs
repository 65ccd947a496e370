using Chapar.Search;
using Chapar.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Search;

public class SearchTests
{
    [Theory]
    [InlineData("Ёлка", "елка")]
    [InlineData("Айгүл", "айгул")]
    [InlineData("Қазақстан", "казакстан")]
    [InlineData("Тоҷикӣ", "точики")]
    [InlineData("Gurbangulý Türkmençe", "gurbanguly turkmence")]
    [InlineData("Oʻzbekcha soʼz", "ozbekcha soz")]
    [InlineData("Žaňy", "zany")]
    public void Letters_are_folded_to_what_readers_type(string written, string typed) => Assert.Equal(typed, Folding.Fold(written));

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Gen.String.Sample(text => Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text))));

    [Fact]
    public async Task An_article_is_found_by_headline_text_author_and_place_in_any_spelling_of_the_letters()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var river = await world.PublishAsync("Су ташкыны Айгүл айылында", "ru");
        await world.PublishAsync("A museum opens", text: "Felt makers came from Naryn.");
        await site.DispatchAsync();

        Assert.Equal([river.Headline], await FoundAsync(site, "/ru/search?q=айгул"));
        Assert.Equal(["A museum opens"], await FoundAsync(site, "/search?q=naryn"));
        Assert.Equal(["A museum opens"], await FoundAsync(site, "/search?q=sadyk+felt"));
        Assert.Equal(["A museum opens"], await FoundAsync(site, "/search?q=osh"));
        Assert.Empty(await FoundAsync(site, "/search?q=museum+-naryn"));
        Assert.Equal(["A museum opens"], await FoundAsync(site, "/search?q=%22felt+makers%22"));
        Assert.Empty(await FoundAsync(site, "/search?q=%22makers+felt%22"));
    }

    [Fact]
    public async Task A_match_in_the_headline_stands_before_one_in_the_text()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Water falls", text: "A glacier is named once.");
        await world.PublishAsync("The glacier survey", text: "Snow was measured.");
        await site.DispatchAsync();

        Assert.Equal(["The glacier survey", "Water falls"], await FoundAsync(site, "/search?q=glacier"));
    }

    [Fact]
    public async Task A_withdrawn_article_is_not_found_even_before_the_index_knows()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The glacier survey");
        await site.DispatchAsync();
        await site.ChangeAsync(async db => Assert.Null((await db.Articles.SingleAsync(a => a.Id == article.Id)).Withdraw("Wrong.", "test", site.Now)));

        Assert.Empty(await FoundAsync(site, "/search?q=glacier"));
        await site.DispatchAsync();
        Assert.Empty(await FoundAsync(site, "/search?q=glacier"));
    }

    [Fact]
    public async Task Nothing_that_is_typed_is_an_error()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The glacier survey");
        await site.DispatchAsync();
        string[] odd = ["\"", "AND", "NEAR(a b)", "a* OR *", "headline:x", "-", "--", "-a", "'", "();", "^x", "a\"b", "\0", "{}", "+", "'; drop table x; --", "ё\"-\"", ":*", "!a & |"];
        await site.ChangeAsync(async db =>
        {
            var random = new Random(7);
            var noise = Enumerable.Range(0, 200).Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => "ab \"-*:^()[]{}&|!~+'\\\0ё"[random.Next(22)])]));
            foreach (var query in odd.Concat(noise))
                Assert.NotNull(await SearchQuery.FindAsync(db, query, "en", 1, TestContext.Current.CancellationToken));
        });
    }

    static async Task<IReadOnlyList<string>> FoundAsync(Site site, string address) =>
        [.. (await site.PageAsync(address)).QuerySelectorAll("main h2 a").Select(a => a.TextContent.Trim())];
}
