using System.Globalization;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Names;
using Chapar.Pages;
using Chapar.Rates;
using Chapar.Settings;
using Chapar.Suggestions;
using Chapar.Tests.Rates;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Pages;

/// <summary>What is done beside the stories: bulletins, settings, counts, and drafts that readers see nothing of.</summary>
sealed partial class Press
{
    /// <summary>A bulletin of one of the last days, or the same day's once more with other values.</summary>
    async Task RatesAsync(NewsDb db)
    {
        var day = site.Now.AddDays(-random.Next(5)).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        var file = Path.Combine(site.Folder, "bulletin.xml");
        await File.WriteAllBytesAsync(file, SmallDocuments.Bytes(RatesWorld.Kyrgyz(day, $"87,{random.Next(1000, 9999)}", $"101,{random.Next(1000, 9999)}")));
        await RateLoading.LoadAsync(db, RateSources.Of("nbkr"), [file], site.Now, TextWriter.Null);
    }

    /// <summary>As the page of the settings does it, but for the file.</summary>
    Task SettingsAsync(NewsDb db)
    {
        var settings = site.Publication with { Tagline = $"News of {random.Next(1000)} valleys", Email = random.Next(2) == 0 ? "" : $"desk{random.Next(100)}@example.org" };
        site.Publication.Become(settings);
        db.Add(new SettingsVersion(PublicationFile.Write(settings), "test", site.Now));
        db.Raise(EditionNames.Settings);
        return Task.CompletedTask;
    }

    /// <summary>A name of the list comes, is written otherwise, gets another page, goes or comes back.</summary>
    async Task KnownNameAsync(NewsDb db)
    {
        var mine = db.KnownNames.Where(n => n.IsOurs || n.IsRemoved);
        NameSpelling[] spellings = [new("en", $"Known {random.Next(1000)}"), new("en", $"Other {random.Next(1000)}", new(1990 + random.Next(20), 1, 1)), new("ru", $"Известный {random.Next(1000)}")];
        if (random.Next(3) == 0 || !await mine.AnyAsync())
        {
            var name = db.Add(new KnownName(KnownNameKind.Place, spellings, "", "test", site.Now)).Entity;
            name.Enter("test", site.Now, placeId: (await AnyAsync(db.Places)).Id);
            return;
        }
        var one = await AnyAsync(mine);
        switch (random.Next(4))
        {
            case 0: one.Change(KnownNameKind.Place, spellings, "", "test", site.Now); break;
            case 1: one.Remove("test", site.Now); break;
            case 2: one.Undo("test", site.Now); break;
            default: one.Stand(null, (await AnyAsync(db.Topics)).Id, null, "test", site.Now); break;
        }
    }

    Task DraftAsync(NewsDb db)
    {
        var draft = new Article("en", Format.News, site.Now);
        Rewrite(draft);
        db.Add(draft);
        return Task.CompletedTask;
    }

    async Task ReadAsync(NewsDb db)
    {
        var reads = site.Services.GetRequiredService<ReadCounter>();
        var article = await AnyAsync(db.Articles.Published());
        var before = (await AnyAsync(db.Articles.Published())).Id;
        for (int i = random.Next(1, 9); i > 0; i--) reads.Count(article.Id, new HeaderDictionary(), before);
        await reads.WriteAsync(TestContext.Current.CancellationToken);
    }

    async Task ChooseAsync(NewsDb db)
    {
        var choices = new SuggestionChoices(db, await AnyAsync(db.Articles.Published()), "test", site.Now);
        var other = (await AnyAsync(db.Articles.Published())).Id;
        var stop = TestContext.Current.CancellationToken;
        // A refusal changes nothing.
        await (random.Next(3) switch { 0 => choices.PinAsync(other, stop), 1 => choices.BarAsync(other, stop), _ => choices.FreeAsync(other, stop) });
    }
}
