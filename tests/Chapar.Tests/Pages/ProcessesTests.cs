using System.Net;
using Chapar.Database;
using Chapar.Pages;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Pages;

/// <summary>Several processes over one PostgreSQL: what was acknowledged in one is what readers get from all (docs/decisions/018).</summary>
public sealed class ProcessesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Long enough for a very busy machine; all that is waited for takes milliseconds.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public ProcessesTests() => Assert.SkipUnless(Postgres.ConnectionString is not null, "Several processes serve over PostgreSQL.");

    [Fact]
    public async Task What_one_process_has_acknowledged_is_what_the_next_reader_of_another_gets()
    {
        await using var site = await Site.StartAsync(background: true);
        await World.MakeAsync(site);
        await using var other = await site.NeighbourAsync();
        await BecomeSureAsync(site);
        await BecomeSureAsync(other);
        for (int i = 0; i < 40; i++)
        {
            var (writer, reader) = i % 2 == 0 ? (site, other) : (other, site);
            var title = await RenameAsync(writer, i);
            Assert.Equal(title, await TitleAsync(reader));
            Assert.Equal(title, await TitleAsync(reader));
            Assert.Equal(title, await TitleAsync(writer));
        }
        Assert.True(other.Pages.Hits >= 20, "The pages were not kept: nothing is proved.");
    }

    [Fact]
    public async Task A_process_that_is_told_nothing_any_more_asks_before_it_answers_until_it_is_told_again()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        await using var other = await site.NeighbourAsync();
        for (int round = 0; round < 3; round++)
        {
            await BecomeSureAsync(other);
            Assert.NotEmpty(await TitleAsync(other));
            Assert.True(await CutAsync(site) > 0, "Nobody listened.");
            for (int i = 0; i < 10; i++)
            {
                var title = await RenameAsync(site, (round * 10) + i);
                Assert.Equal(title, await TitleAsync(other));
            }
        }
    }

    [Fact]
    public async Task A_process_without_a_promise_keeps_pages_all_the_same_and_asks_for_each_answer()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        // Without the loops neither of the two listens.
        await using var other = await site.TwinAsync([]);
        Assert.False(other.Services.GetRequiredService<Tidings>().IsSure);
        for (int i = 0; i < 3; i++) await TitleAsync(other);
        Assert.Equal((1, 2), (other.Pages.Misses, other.Pages.Hits));
        Assert.Equal(0, other.Services.GetRequiredService<KeptPageAnswers>().Given);
    }

    [Fact]
    public async Task A_save_returns_when_the_last_that_promised_has_heard_of_it()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        await PromiseAsync(site, TimeSpan.FromMinutes(1));
        var save = RenameAsync(site, 1);
        // Committed already, since others see it.
        for (long begun = TimeProvider.System.GetTimestamp(); await TitleAsync(site) != "Politics 1" && TimeProvider.System.GetElapsedTime(begun) < Patience;) { }
        Assert.False(save.IsCompleted);
        await site.ChangeAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Listeners" SET "Heard" = 1000000 WHERE "Id" = 'slow'""", Stop));
        Assert.Equal("Politics 1", await save.WaitAsync(Patience, Stop));
    }

    [Fact]
    public async Task For_a_process_that_has_died_nobody_waits_longer_than_it_had_promised()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        await PromiseAsync(site, TimeSpan.FromMilliseconds(200));
        var begun = TimeProvider.System.GetTimestamp();
        await RenameAsync(site, 1);
        Assert.True(TimeProvider.System.GetElapsedTime(begun) < Listener.Term, "It waited for one that had ceased to answer.");
        // Nor longer than a term, whatever stands in the table.
        await PromiseAsync(site, TimeSpan.FromHours(1));
        await RenameAsync(site, 2).WaitAsync(Patience, Stop);
        Assert.Equal("Politics 2", await TitleAsync(site));
    }

    [Fact]
    public async Task A_process_that_ends_takes_its_promise_back()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        await using (var other = await site.NeighbourAsync())
        {
            await BecomeSureAsync(other);
            Assert.Equal(1, await site.ChangeAsync(db => db.Listeners.CountAsync(Stop)));
        }
        Assert.Equal(0, await site.ChangeAsync(db => db.Listeners.CountAsync(Stop)));
    }

    [Fact]
    public async Task Changes_stand_in_the_order_of_their_commits_however_many_write_at_once()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        var before = await site.ChangeAsync(db => db.EditionNumbers.MaxAsync(n => n.Sequence, Stop));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => site.ChangeAsync(db =>
        {
            db.Raise($"test:{i}");
            return Task.CompletedTask;
        })));
        Assert.Equal(Enumerable.Range(1, 20).Select(i => before + i), await site.ChangeAsync(db =>
            db.EditionNumbers.Where(n => n.Name.StartsWith("test:")).Select(n => n.Sequence).OrderBy(n => n).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_process_that_starts_later_has_the_settings_that_were_saved_in_another()
    {
        await using var site = await Site.StartAsync(background: true);
        await World.MakeAsync(site);
        using var chief = await site.SignInAsync(Role.Administrator);
        (string, string)[] fields = [("tagline", "News of the valley"), ("accent", "#0b6068"), ("accentDark", "#63c3c6"), ("timeZone", "Asia/Bishkek"), ("email", "")];
        Assert.Equal(HttpStatusCode.Redirect, (await chief.PostAsync("/newsroom/settings", fields)).StatusCode);
        await using var other = await site.NeighbourAsync(TestFolder.Make("elsewhere"));
        Assert.Contains("News of the valley", (await other.PageAsync("/")).Source.Text, StringComparison.Ordinal);
        fields[0] = ("tagline", "News of two valleys");
        await chief.PostAsync("/newsroom/settings", fields);
        Assert.Contains("News of two valleys", (await other.PageAsync("/")).Source.Text, StringComparison.Ordinal);
    }

    static Task<string> RenameAsync(Site site, int number) => site.ChangeAsync(async db =>
    {
        var title = $"Politics {number}";
        (await db.Sections.SingleAsync(s => s.Slug == "politics", Stop)).Rename(LocalText.Of("en", title));
        return title;
    });

    static async Task<string> TitleAsync(Site site) => (await site.PageAsync("/politics")).QuerySelector("h1")!.TextContent;

    static async Task BecomeSureAsync(Site site)
    {
        var tidings = site.Services.GetRequiredService<Tidings>();
        for (var begun = TimeProvider.System.GetTimestamp(); !tidings.IsSure && TimeProvider.System.GetElapsedTime(begun) < Patience;) await Task.Delay(10, Stop);
        Assert.True(tidings.IsSure, "It does not listen.");
    }

    /// <summary>Ends every listening connection, as a restart of the database or a firewall would.</summary>
    internal static Task<int> CutAsync(Site site) => site.ChangeAsync(async db => (await db.Database
        .SqlQuery<bool>($"""SELECT pg_terminate_backend(pid) AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND application_name = {EditionWatch.ApplicationName}""").ToListAsync(Stop)).Count);

    /// <summary>Another process promises, and is never heard of again.</summary>
    static Task PromiseAsync(Site site, TimeSpan term) => site.ChangeAsync(db => db.Database.ExecuteSqlAsync(
        $"""INSERT INTO "Listeners" ("Id", "Heard", "UntilAt") VALUES ('slow', 0, clock_timestamp() + {term}) ON CONFLICT ("Id") DO UPDATE SET "Heard" = 0, "UntilAt" = excluded."UntilAt" """, Stop));
}
