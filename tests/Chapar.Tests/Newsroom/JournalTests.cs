using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom;

/// <summary>Who did what: added to, read, and never changed.</summary>
public class JournalTests
{
    [Theory]
    [InlineData("""UPDATE "Journal" SET "By" = 'nobody'""")]
    [InlineData("""DELETE FROM "Journal" """)]
    public async Task The_database_itself_refuses_to_change_the_journal(string sql)
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => site.ChangeAsync(db => db.Database.ExecuteSqlRawAsync(sql)));
        Assert.Contains("The journal is only added to.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([$"{writer.Member.Name}: SignedIn: Link, ?, ?"], await site.JournalAsync());
    }

    [Fact]
    public async Task An_administrator_reads_it_page_by_page_and_by_name()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        for (var hour = 0; hour < 130; hour++)
        {
            site.Clock.Advance(TimeSpan.FromHours(1));
            // Two in the same instant: a page may end between them, and neither is lost or shown twice.
            await site.ChangeAsync(db =>
            {
                db.Note("Aida", "ArticlePublished", null, site.Now, $"one {hour}");
                db.Note(hour % 2 == 0 ? "Aida" : "Rustam", "ArticlePublished", null, site.Now, $"two {hour}");
                return Task.CompletedTask;
            });
            if (hour == 100) await chief.GetAsync("/newsroom");
        }
        HashSet<string> seen = [];
        for (string? path = "/newsroom/journal?by=Aida"; path is not null;)
        {
            var page = await chief.PageAsync(path);
            foreach (var row in page.QuerySelectorAll("tbody tr")) Assert.True(seen.Add(row.Children[2].TextContent), row.TextContent);
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(195, seen.Count);
        Assert.All(seen, what => Assert.StartsWith("published a story: ", what, StringComparison.Ordinal));
    }
}
