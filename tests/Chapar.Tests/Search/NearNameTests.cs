using Chapar.Names;
using Chapar.Search;

namespace Chapar.Tests.Search;

/// <summary>What is offered to somebody who has mistyped a name: each name once, as that reader writes.</summary>
public class NearNameTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_near_name_is_offered_once_and_in_the_script_that_was_typed()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("A portrait", text: "The report by Aizada came in spring.");
        await world.PublishAsync("Портрет", "ru", text: "О воде написала Айзада из долины.");
        await world.PublishAsync("Улица", "ru", text: "Весной открыли базар в городе Самарканд, и все пришли.");
        await world.PublishAsync("A street", text: "A bazaar opened in old Samarkand in spring.");
        await site.DispatchAsync();
        Assert.Equal(["Aizada"], await NearAsync(site, "Aizata"));
        Assert.Equal(["Айзада"], await NearAsync(site, "Айзата"));

        // How a name is written is known of its first article, which may be of another script; the list knows better.
        await site.ChangeAsync(db =>
        {
            var name = new KnownName(KnownNameKind.Place, KnownName.Tidy([new("en", "Samarkand"), new("ru", "Самарканд"), new("uz", "Samarqand")]), "", "test", site.Now);
            name.Enter("test", site.Now);
            db.Add(name);
            return Task.CompletedTask;
        });
        await site.DispatchAsync();
        Assert.Equal(["Samarkand"], await NearAsync(site, "Samarkad", "en"));
        Assert.Equal(["Самарканд"], await NearAsync(site, "Самаркнад", "ru"));
    }

    [Fact]
    public async Task A_near_name_is_not_offered_under_another_name_of_the_list()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await site.ChangeAsync(db =>
        {
            var name = new KnownName(KnownNameKind.Place, KnownName.Tidy([new("en", "Bishkek"), new("ru", "Бишкек"), new("ru", "Фрунзе")]), "", "test", site.Now);
            name.Enter("test", site.Now);
            db.Add(name);
            return Task.CompletedTask;
        });
        await world.PublishAsync("Вокзал", "ru", text: "Старый вокзал города Фрунзе закрыт.");
        await site.DispatchAsync();
        Assert.Equal(["Фрунзе"], await NearAsync(site, "Frunge"));
    }

    [Fact]
    public async Task What_English_puts_to_a_name_is_not_offered()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("A park", text: "It is Dushanbe’s park.");
        await site.DispatchAsync();
        Assert.Equal(["Dushanbe"], await NearAsync(site, "Dushnabe"));
    }

    [Fact]
    public async Task A_given_name_alone_in_a_case_of_Russian_is_offered_without_it()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("A bridge", text: "It was opened by Yerzhan and Gulnara in spring.");
        await site.DispatchAsync();
        Assert.Equal(["Yerzhan"], await NearAsync(site, "Ержаном"));
        Assert.Equal(["Gulnara"], await NearAsync(site, "Гульнарой"));
    }

    static async Task<IReadOnlyList<string>> NearAsync(Site site, string query, string? language = null) =>
        (await site.ChangeAsync(db => SearchQuery.FindAsync(db, new SearchRequest(query) { Language = language }, Stop))).Near;
}
