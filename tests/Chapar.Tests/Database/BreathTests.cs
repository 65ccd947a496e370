using Chapar.Database;
using Chapar.Sections;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Database;

/// <summary>A newsroom can save while something writes for minutes.</summary>
public sealed class BreathTests
{
    /// <summary>Holds the database for some tenths of a second and changes nothing.</summary>
    const string Piece = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) DELETE FROM "Redirects" WHERE (SELECT sum(i) FROM n) < 0;
        """;

    [Fact]
    public async Task Who_writes_piece_upon_piece_lets_others_write_in_between()
    {
        await using var site = await Site.StartAsync();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var isAtWork = new TaskCompletionSource();
        var pieces = Task.Run(async () =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            if (!db.Database.IsSqlite()) Assert.Skip("PostgreSQL has many writers at once");
            while (!done.IsCancellationRequested)
            {
                await using (var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None))
                {
                    await db.Database.ExecuteSqlRawAsync(Piece, CancellationToken.None);
                    await db.CommitAsync(transaction);
                }
                isAtWork.TrySetResult();
                await Breath.TakeAsync(db, CancellationToken.None);
            }
        }, CancellationToken.None);
        await Task.WhenAny(isAtWork.Task, pieces);

        // Gives up after ten seconds, as any save of the newsroom does.
        for (int i = 0; i < 3; i++)
        {
            await site.ChangeAsync(db =>
            {
                db.Add(new Topic($"topic-{i}", LocalText.Of([new("en", "Topic")])));
                return Task.CompletedTask;
            });
        }

        await done.CancelAsync();
        await pieces;
        Assert.Equal(3, await site.ChangeAsync(db => db.Topics.CountAsync(TestContext.Current.CancellationToken)));
    }
}
