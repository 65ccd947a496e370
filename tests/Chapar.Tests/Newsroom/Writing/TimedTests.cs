using System.Globalization;
using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Events;
using Chapar.Sections;
using Chapar.Settings;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>
/// Timed stories in the program as its own process, which is killed and started again meanwhile: none early, none lost, none twice. 100 stories and
/// one kill here; CHAPAR_TEST_TIMED=10000 takes 20 minutes with four kills and writes how late they were.
/// </summary>
public class TimedTests
{
    static readonly int Stories = int.TryParse(Environment.GetEnvironmentVariable("CHAPAR_TEST_TIMED"), CultureInfo.InvariantCulture, out var stories) ? stories : 100;
    static readonly int Kills = Stories > 100 ? 4 : 1;

    /// <summary>Between two stories: a rate that no newsroom reaches.</summary>
    static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(Stories > 100 ? 120 : 50);

    static readonly TimeSpan UntilTheFirst = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Timed_stories_go_out_once_and_never_early_whatever_happens_to_the_server()
    {
        var data = Directory.CreateTempSubdirectory("chapar-timed-").FullName;
        await using var house = await Hosting.House.OpenAsync(ChaparSettings.Read(data, [new("database:postgres", "")]));
        var first = await ScheduleAsync(house);

        var outages = new List<string>();
        var server = await BuiltProgram.ServeAsync(data, BuiltProgram.FreeAddress());
        for (int kill = 1; kill <= Kills; kill++)
        {
            await OutAsync(house, Stories * kill / (Kills + 1));
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            server.Dispose();
            outages.Add(string.Create(CultureInfo.InvariantCulture, $"{(DateTime.UtcNow - first).TotalSeconds:0.0} s"));
            server = await BuiltProgram.ServeAsync(data, BuiltProgram.FreeAddress());
        }
        await OutAsync(house, Stories);
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        server.Dispose();

        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var sent = await db.Events.AsNoTracking().Where(e => e.Name == NewsEvents.ArticlePublished).Select(e => new { e.SubjectId, e.At }).ToListAsync(TestContext.Current.CancellationToken);
        var due = (await db.Articles.AsNoTracking().Select(a => new { a.Id, a.Headline }).ToListAsync(TestContext.Current.CancellationToken))
            .ToDictionary(a => a.Id, a => first + (Apart * int.Parse(a.Headline.Split(' ')[^1], CultureInfo.InvariantCulture)));
        Assert.Equal(Stories, sent.Select(e => e.SubjectId).Distinct().Count());
        Assert.Equal(Stories, sent.Count);
        var late = sent.Select(e => e.At - due[e.SubjectId!.Value]).Order().ToList();
        Assert.True(late[0] >= TimeSpan.Zero, $"one went out {-late[0].TotalMilliseconds} ms early");
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Stories} stories, {Apart.TotalMilliseconds} ms apart, {Kills} kills at {string.Join(", ", outages)}: none early, none lost, none twice; late by {late[Stories / 2].TotalMilliseconds:0} ms (half), {late[Stories * 99 / 100].TotalMilliseconds:0} ms (99 of 100), {late[^1].TotalMilliseconds:0} ms (the latest)"));
        Directory.Delete(data, recursive: true);
    }

    /// <summary>The stories, written and scheduled; the instant of the first.</summary>
    static async Task<DateTime> ScheduleAsync(Hosting.House house)
    {
        var author = new Author("aigul-sadyk", LocalText.Of("en", "Aigul Sadyk"));
        var section = new Section("politics", LocalText.Of("en", "Politics"), position: 1);
        var particulars = new Particulars { Section = section.Id, Bylines = [new Signing(author.Id, BylineRole.Writer)] };
        // To the second: the database keeps milliseconds. Writing them takes a second a thousand, on a slow machine two.
        var now = DateTime.UtcNow;
        var first = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)) + UntilTheFirst + TimeSpan.FromSeconds(Stories / 250);
        for (int done = 0; done < Stories; done += 500)
        {
            await using var scope = house.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            if (done == 0) db.AddRange(author, section);
            foreach (int n in Enumerable.Range(done, Math.Min(500, Stories - done)))
            {
                var article = new Article("en", Format.News, now);
                var draft = new Draft(article, "editor", now);
                draft.Save(Guid.NewGuid(), $"The river rises {n}", "", World.Body("It rose by a metre overnight."), particulars, "editor", now);
                Assert.Null(draft.Approve("editor", now));
                Assert.Null(draft.Schedule(first + (Apart * n), ReleaseKind.Publication, null, "editor", now));
                db.AddRange(article, draft);
            }
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        Assert.True(DateTime.UtcNow < first, "writing the stories took longer than was thought");
        return first;
    }

    /// <summary>Until so many stories are out.</summary>
    static async Task OutAsync(Hosting.House house, int wanted)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            await using var scope = house.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            if (await db.Articles.CountAsync(a => a.Status == ArticleStatus.Published, TestContext.Current.CancellationToken) >= wanted) return;
        }
    }
}
