using Chapar.Import;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Import;

/// <summary>The house's list from a file.</summary>
public class SpellingsFileTests
{
    const string File = """
        entry,kind,language,preferred,others,note
        zh,person,en,Temir Zhanybaev,Temir Janibayev; Timur Zhanybaev,"Minister, since 2024"
        zh,Person,ru,Темир Жаныбаев,,
        ,place,en,Kara-Suu,"Kara Suu;Karasu",
        """;

    static Task<SpellingsReport> LoadAsync(Site site, string text) => site.ChangeAsync(db => SpellingsFile.LoadAsync(db, text, site.Now, TestContext.Current.CancellationToken));

    static Task<List<string>> ListAsync(Site site) => site.ChangeAsync(async db => (await db.HouseWords.OrderBy(w => w.Kind).ToListAsync())
        .Select(w => $"{w.Kind} {string.Join(" / ", w.Spellings.Select(s => $"{s.Language} {s.Preferred} ({string.Join(", ", s.Others)})"))} {w.Note}".Trim()).ToList());

    [Fact]
    public async Task A_file_is_loaded_and_a_second_time_changes_nothing()
    {
        await using var site = await Site.StartAsync();
        var first = await LoadAsync(site, File);
        Assert.Equal((2, 0, 0, 0), (first.Added, first.Changed, first.Same, first.Refused.Count));
        string[] list = ["Person en Temir Zhanybaev (Temir Janibayev, Timur Zhanybaev) / ru Темир Жаныбаев () Minister, since 2024", "Place en Kara-Suu (Kara Suu, Karasu)"];
        Assert.Equal(list, await ListAsync(site));

        var again = await LoadAsync(site, File);
        Assert.Equal((0, 0, 2, 0), (again.Added, again.Changed, again.Same, again.Refused.Count));
        Assert.Equal(list, await ListAsync(site));

        var more = await LoadAsync(site, File.Replace("Kara Suu;Karasu", "Karasu", StringComparison.Ordinal));
        Assert.Equal((0, 1, 1), (more.Added, more.Changed, more.Same));
        Assert.Equal("Place en Kara-Suu (Karasu)", (await ListAsync(site))[1]);
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_its_line_and_the_rest_is_taken()
    {
        await using var site = await Site.StartAsync();
        var report = await LoadAsync(site, "entry,kind,language,preferred,others,note\n,planet,en,Mars,,\n,place,xx,Osh,,\n,place,en,Osh\n,place,en,Osh,Osch,\n,word,en,Osh,,\n");
        Assert.Equal(
        [
            "line 2: 'planet' is none of person, place, institution, word",
            "line 3: 'xx' is none of en, ru, kk, ky, uz, tg, tk",
            "line 4: 4 columns instead of 6",
        ], report.Refused);
        Assert.Equal(["Word en Osh ()"], await ListAsync(site));
        await Assert.ThrowsAsync<FormatException>(() => LoadAsync(site, "preferred,others\nOsh,Osch\n"));
    }
}
