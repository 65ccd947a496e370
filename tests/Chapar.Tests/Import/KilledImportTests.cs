using System.Diagnostics;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using static Chapar.Tests.Import.WxrText;

namespace Chapar.Tests.Import;

/// <summary>The program itself, killed as the machine would kill it.</summary>
public sealed class KilledImportTests : IDisposable
{
    const int Items = 1200;

    /// <summary>Longer than the slowest machine takes.</summary>
    static readonly TimeSpan patience = TimeSpan.FromMinutes(3);

    readonly string folder = Directory.CreateTempSubdirectory("chapar-killed-").FullName;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A word of its own for each number, told from the others by its beginning.</summary>
    static string Word(int number) => $"{(char)('a' + number % 26)}{(char)('a' + number / 26)}imar";

    /// <summary>Every kind of thing an export has, each article with words of its own; a fourth of them are translations of the next one, also where a batch ends between the two.</summary>
    static IEnumerable<string> Parts()
    {
        string[] subjects = ["river", "harvest", "bridge", "school", "market"];
        yield return Author(1, "ann", "Ann Sample");
        yield return Author(2, "bob", "Bob Jones");
        for (int id = 1; id <= Items; id++)
        {
            string subject = subjects[id % 5], words = $"The {subject} of {Word(id % 40)} and the council of {Word(40 + id % 60)}, number {id}, said {Word(100 + id % 30)} again.";
            string extra = Category("category", id % 3 == 0 ? "kazakhstan" : subject, id % 3 == 0 ? "Kazakhstan" : subject) + Category("post_tag", $"tag-{id % 20}", $"Tag {id % 20}")
                + Meta("_wp_old_slug", $"old-{id}") + Category("language", id % 4 == 0 ? "ru" : "en", "a language") + Category("post_translations", $"pll_{id / 4}_{Math.Max(1, id % 4)}", "x")
                + (id % 7 == 0 ? Category("author", "cap-bob", "bob") + Category("author", "cap-ann", "ann") : "");
            yield return Item(id, $"The {subject}, part {id}", $"<p>{words}</p><p>{words} <a href=\"https://courier.example/?p={Items + 1 - id}\">More</a>.</p>", type: id % 50 == 0 ? "page" : "post",
                status: id % 30 == 7 ? "draft" : "publish", creator: id % 2 == 0 ? "ann" : "bob", extra: extra);
        }
    }

    [Fact]
    public async Task An_import_that_is_killed_and_run_again_ends_as_one_that_was_not()
    {
        string file = Path.Combine(folder, "site.xml");
        await System.IO.File.WriteAllTextAsync(file, WxrText.File([.. Parts()]), Stop);
        string whole = Data("whole"), killed = Data("killed");
        using (Process undisturbed = Import(file, whole))
            await EndAsync(undisturbed);

        using (Process process = Import(file, killed))
        {
            await UntilAsync(process, killed, articles => articles > 0);
            process.Kill();
            await process.WaitForExitAsync(Stop);
            Assert.NotEqual(0, process.ExitCode);
        }
        int written = Articles(killed);
        Assert.InRange(written, 1, Articles(whole) - 1);
        // Again, a little further on.
        using (Process process = Import(file, killed))
        {
            await UntilAsync(process, killed, articles => articles > written);
            process.Kill();
            await process.WaitForExitAsync(Stop);
        }
        using (Process process = Import(file, killed))
            Assert.Contains("an interrupted import went on", await EndAsync(process), StringComparison.Ordinal);

        Assert.Equal(await ContentsAsync(whole), await ContentsAsync(killed));
        using (Process process = Import(file, killed))
            Assert.Contains($"{Items}  items unchanged", await EndAsync(process), StringComparison.Ordinal);
    }

    string Data(string name)
    {
        string data = Path.Combine(folder, name);
        Directory.CreateDirectory(data);
        System.IO.File.WriteAllText(Path.Combine(data, "chapar.json"), """{ "publication": { "name": "The Sample Courier", "languages": ["en", "ru"] }, "rates": { "fetch": false } }""");
        return data;
    }

    static Process Import(string file, string data) => BuiltProgram.Start("import", "wordpress", file, "--data", data);

    static async Task<string> EndAsync(Process process)
    {
        string said = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, said);
        return said;
    }

    /// <summary>Looks until the import has written as much; fails when it ends before.</summary>
    static async Task UntilAsync(Process process, string data, Func<int, bool> isEnough)
    {
        for (Stopwatch watch = Stopwatch.StartNew(); !isEnough(Articles(data));)
        {
            Assert.False(process.HasExited, "it was over before it could be killed");
            Assert.True(watch.Elapsed < patience, "nothing was written");
            await Task.Delay(5, Stop);
        }
    }

    static int Articles(string data)
    {
        string file = Path.Combine(data, "chapar.db");
        if (!System.IO.File.Exists(file))
            return 0;
        using SqliteConnection connection = new($"Data Source={file};Mode=ReadWrite;Pooling=False");
        try
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM \"Articles\"";
            return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (SqliteException)
        {
            return 0; // its tables are still being made
        }
    }

    /// <summary>All that was imported, by its id on the old site, a thing a line.</summary>
    static async Task<string> ContentsAsync(string data)
    {
        DbContextOptionsBuilder<SqliteNewsDb> options = new();
        options.UseSqliteFile(Path.Combine(data, "chapar.db"));
        await using SqliteNewsDb db = new(options.Options, new Editions());
        List<ImportedItem> imported = await db.ImportedItems.AsNoTracking().ToListAsync(Stop);
        Dictionary<Guid, string> ids = imported.Where(item => item.Kind is "post" or "page").ToDictionary(item => item.EntityId, item => item.SourceId);
        List<Article> articles = await db.Articles.AsNoTracking().AsSplitQuery().Include(a => a.Section).Include(a => a.Places).Include(a => a.Topics).Include(a => a.Bylines).ThenInclude(b => b.Author).ToListAsync(Stop);
        ILookup<Guid, string> told = articles.ToLookup(a => a.TranslationGroup, a => ids[a.Id]);
        List<PlainPage> pages = await db.PlainPages.AsNoTracking().ToListAsync(Stop);
        HashSet<Guid> found = [.. await db.SearchEntries.Select(e => e.ArticleId).ToListAsync(Stop)], suggested = [.. await db.Suggestions.Select(s => s.ArticleId).ToListAsync(Stop)];
        static string Names(IEnumerable<string> slugs) => string.Join('+', slugs.Order(StringComparer.Ordinal));

        List<string> lines = [
            .. imported.Select(item => $"item {item.Kind} {item.SourceId} {item.Digest} {Convert.ToHexString(item.Original ?? [])}"),
            .. articles.Select(a => $"article {ids[a.Id]} {a.Language} {a.Format} {a.Status} {a.Path} {a.Headline} | {a.Deck} | {BodyHtml.Render(a.Body, new BodyContext())} | {a.FirstPublishedAt:s} | {a.Section!.Slug} "
                + $"| {Names(a.Places.Select(p => p.Slug))} | {Names(a.Topics.Select(t => t.Slug))} | {string.Join('+', a.Bylines.OrderBy(b => b.Position).Select(b => $"{b.Author!.Slug} {b.Role}"))} "
                + $"| translations {Names(told[a.TranslationGroup])} | revisions {a.RevisionCount} | found {found.Contains(a.Id)} | suggested {suggested.Contains(a.Id)}"),
            .. pages.Select(p => $"page {ids[p.Id]} {p.Language} {p.Path} {p.IsPublic} {p.Title} | {BodyHtml.Render(p.Body, new BodyContext())}"),
            .. (await db.Redirects.AsNoTracking().ToListAsync(Stop)).Select(r => $"redirect {r.From} -> {r.To} ({r.Reason})"),
            .. (await db.Sections.AsNoTracking().ToListAsync(Stop)).Select(s => $"section {s.Slug} {s.Name["en"]}"),
            .. (await db.Authors.AsNoTracking().ToListAsync(Stop)).Select(a => $"author {a.Slug} {a.Name["en"]}"),
            $"journal {await db.Journal.CountAsync(Stop)}, waiting {await db.Deliveries.CountAsync(d => d.State == Chapar.Events.DeliveryState.Waiting, Stop)}",
        ];
        Guid[] published = [.. articles.Where(a => a.Status == ArticleStatus.Published).Select(a => a.Id)];
        Assert.Subset(found, published.ToHashSet());
        Assert.True(published.Count(suggested.Contains) > published.Length * 9 / 10, $"{published.Count(suggested.Contains)} of {published.Length} have suggestions");
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }
}
