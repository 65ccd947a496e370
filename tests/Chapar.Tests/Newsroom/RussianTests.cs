using System.Text.RegularExpressions;
using Chapar.Staff;
using Chapar.Tests.House;
using Chapar.Tests.Newsroom.Writing;
using Chapar.Text;

namespace Chapar.Tests.Newsroom;

/// <summary>What rules refuse and the checklist advises is said in the language of who reads it.</summary>
public partial class RussianTests
{
    [Fact]
    public void Every_sentence_of_a_rule_stands_in_the_English_and_in_the_Russian_words()
    {
        var keys = Sources.Under("src/Chapar", ".cs").SelectMany(file => Key().Matches(file.Text)).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(keys.Count > 90, $"only {keys.Count} keys of sentences were found");
        var (english, russian) = (Words.In("en"), Words.In("ru"));
        var wrong = from key in keys.Where(key => !key.EndsWith('.'))
                    let said = (Say(english, key), Say(russian, key))
                    where Cyrillic().IsMatch(said.Item2) || said.Item1.Any(char.IsLetter)
                    where said.Item1.StartsWith('[') || said.Item2 == said.Item1 || !Cyrillic().IsMatch(said.Item2)
                    select $"{key}: {said}";
        Findings.None(wrong);

        static string Say(Words words, string key) => words.Keys.Contains($"{key}.one") ? words.Count(key, 1) : words[key];
    }

    [Fact]
    public async Task A_Russian_newsroom_is_refused_in_Russian()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher, "ru");
        using var administrator = await site.SignInAsync(Role.Administrator, "ru");
        var empty = await Story.BeginAsync(site, publisher);
        var whole = await Story.WriteAsync(site, world, publisher);
        var article = await world.PublishAsync("The bridge opens");
        var open = await new Story(site, publisher, article.Id).OpenedByAsync(publisher);
        List<string> said = [];

        await TryAsync(empty, "Publish", ("kind", "Publication"));
        await TryAsync(empty, "Review");
        await TryAsync(whole, "Return", ("note", "Which river?"));
        await TryAsync(whole, "TakeBack");
        await TryAsync(whole, "Withdraw", ("reason", "Wrong."));
        await TryAsync(whole, "Embargo", ("until", "2020-01-01T00:00"));
        await TryAsync(whole, "Schedule", ("at", "2020-01-01T00:00"));
        await TryAsync(whole, "Schedule", ("at", "never"));
        await whole.DoAsync(publisher, "Review");
        await TryAsync(whole, "Review");
        await TryAsync(whole, "Return", ("note", " "));
        await whole.DoAsync(publisher, "Ready");
        await TryAsync(whole, "Ready");
        await whole.DoAsync(publisher, "Embargo", ("until", "2026-12-24T14:00"));
        await TryAsync(whole, "Publish", ("kind", "Publication"));
        await whole.DoAsync(publisher, "Schedule", ("at", "2026-12-25T14:00"));
        await TryAsync(whole, "Publish", ("kind", "Publication"));
        await TryAsync(whole, "Embargo", ("until", "2026-12-26T14:00"));
        await TryAsync(open, "Withdraw", ("reason", ""));
        await TryAsync(open, "Discard");
        await open.SavedAsync("The bridge opens", "Changed.", world);
        await TryAsync(open, "Publish", ("kind", "Correction"), ("note", ""));
        foreach (var (text, quote) in new[] { (" ", "river"), (new string('x', 5_000), "river"), ("Which?", "") })
            said.Add((await Story.JsonAsync(await publisher.PostJsonAsync($"{whole.Path}?handler=Comment", $$"""{"text":"{{text}}","quote":"{{quote}}","anchor":"a"}"""))).GetProperty("reason").GetString()!);
        foreach (var title in new[] { " ", new string('x', 300) }) await ReadAsync(publisher, await publisher.PostAsync("/newsroom/planning", ("title", title)));
        await ReadAsync(administrator, await administrator.PostAsync("/newsroom/settings", ("accent", "red"), ("accentDark", "#205050"), ("timeZone", "Asia/Nowhere"), ("securityContact", "me")));
        await ReadAsync(publisher, await publisher.PostAsync("/newsroom/spellings", ("kind", "Word"), ("preferred.en", ""), ("others.en", "co-called")));
        said.Add((await Story.JsonAsync(await publisher.PostFileAsync($"{whole.Path}?handler=Upload&name=film.jpg", "%PDF-1.7"u8.ToArray()))).GetProperty("reason").GetString()!);
        said.AddRange((await Story.JsonAsync(await publisher.PostJsonAsync($"{whole.Path}?handler=Convert", """{"html":"<p>Words <a href='javascript:x()'>here</a></p><iframe></iframe><img>"}""")))
            .GetProperty("notes").EnumerateArray().Select(note => note.GetString()!));
        foreach (var story in new[] { empty, whole }) said.AddRange((await publisher.PageAsync(story.Path)).QuerySelectorAll(".checks li").Select(li => li.TextContent));

        Assert.True(said.Count > 35, $"only {said.Count} sentences were said");
        Findings.None(said.Where(sentence => !Cyrillic().IsMatch(sentence) || English().IsMatch(sentence)));

        async Task TryAsync(Story story, string handler, params (string, string)[] fields) => await ReadAsync(publisher, await story.TryAsync(publisher, handler, fields));

        async Task ReadAsync(Staffer by, HttpResponseMessage response)
        {
            var refusals = (await by.ReadAsync(response)).QuerySelectorAll(".refusals li").Select(li => li.TextContent).ToList();
            Assert.True(refusals.Count > 0, $"{response.RequestMessage!.RequestUri} was not refused");
            said.AddRange(refusals);
        }
    }

    [Fact]
    public async Task Why_a_story_did_not_go_out_is_told_to_each_in_their_own_language()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        using var other = await site.SignInAsync(Role.Publisher, "ru");
        var story = await Story.WriteAsync(site, world, publisher);
        await story.DoAsync(publisher, "Schedule", ("at", "2026-11-24T14:00"));
        story.Seen = (await story.StateAsync()).GetProperty("key").GetGuid();
        await story.SavedAsync("", "Somebody emptied the headline.", world);
        site.Clock.Advance(TimeSpan.FromHours(3));
        await site.ReleaseAsync();

        Assert.Equal("It did not go out: The headline is missing.", (await publisher.PageAsync(story.Path)).QuerySelector(".returned")!.TextContent);
        Assert.Equal("Материал не вышел: Нет заголовка.", (await other.PageAsync(story.Path)).QuerySelector(".returned")!.TextContent);
    }

    [GeneratedRegex(@"""((?:missing|refused|advice|settings|spelling|picture|link|paste|held)\.[a-zA-Z.-]+)[""{]")]
    private static partial Regex Key();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    // Words that every sentence of ours would have one of.
    [GeneratedRegex(@"\b(?:the|is|are|it|has|have|give|say|only|missing|no|not)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
