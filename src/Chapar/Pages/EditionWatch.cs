using System.Data.Common;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Chapar.Pages;

/// <summary>
/// Learns of changes that another process made in the same database: an import or "rates load" beside a running server, another server, or
/// settings that were saved in another one's newsroom.
/// </summary>
/// <remarks>
/// On SQLite <c>PRAGMA data_version</c> says, without reading a table, whether another connection has committed
/// (sqlite.org/pragma.html). The commands of this program wait for two such looks before they report success, so that
/// "done" means that readers see it. On PostgreSQL each commit notifies, and waits until all have heard (docs/decisions/018).
/// </remarks>
public sealed class EditionWatch(IServiceScopeFactory scopes, Lines lines, Tidings tidings, TimeProvider clock, ILogger<EditionWatch> log) : BackgroundService
{
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>The name of the listening connection in <c>pg_stat_activity</c>.</summary>
    public const string ApplicationName = "chapar listens";

    /// <summary>Before the listening connection is tried again, and the pause between two promises.</summary>
    static readonly TimeSpan Pause = Listener.Term / 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await (tidings.AreShared ? ListenAsync(stoppingToken) : LookAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    /// <summary>Past EF but where there is news: the first look is part of the start, and ten follow in each second.</summary>
    async Task LookAsync(CancellationToken stop)
    {
        await using var connection = await lines.ConnectAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        long version = -1;
        using var timer = new PeriodicTimer(Look, clock);
        do
        {
            try
            {
                var current = (long)command.ExecuteScalar()!;
                if (current != version) await HearAsync(connection, stop);
                version = current;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Could not look for changes of other processes; trying again");
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    async Task HearAsync(DbConnection connection, CancellationToken stop)
    {
        if (tidings.Heard < 0)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT coalesce(max("Sequence"), 0) FROM "EditionNumbers" """;
            tidings.Begin((long)command.ExecuteScalar()!);
            return;
        }
        await using var scope = scopes.CreateAsyncScope();
        await tidings.CatchUpAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), stop);
    }

    async Task ListenAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await ListenUntilCutAsync(stop);
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                log.LogWarning("The database no longer tells what other processes change ({Reason}); until it does, each request asks it", e.Message);
            }
            finally
            {
                tidings.Doubt();
                await TakeBackAsync();
            }
            await Task.Delay(Pause, clock, stop);
        }
    }

    /// <summary>So that no writer waits for this process, which answers no longer from what it keeps. Without it they wait until the promise ends.</summary>
    async Task TakeBackAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            db.Database.SetCommandTimeout(Listener.Term);
            await db.TakeBackAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            // The database is gone.
        }
    }

    /// <summary>All on one connection: there is no promise without a notification.</summary>
    async Task ListenUntilCutAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        // A connection whose other end is gone without a word is given up when the promise ends.
        db.Database.SetCommandTimeout(Listener.Term);
        await db.Database.OpenConnectionAsync(stop);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var isTold = false;
        connection.Notification += (_, _) => isTold = true;
        await db.Database.ExecuteSqlRawAsync($"LISTEN {NewsDb.Channel}; SET application_name TO '{ApplicationName}'", stop);
        long said;
        while (true)
        {
            var began = clock.GetTimestamp();
            said = tidings.Heard;
            await db.PromiseAsync(said, stop);
            // After the promise: a writer that did not see it has committed before this look.
            await HearAsync();
            // A little less than was promised, should two clocks not go alike.
            tidings.BeSure(began, Listener.Term * 0.9);
            // Npgsql takes less than a millisecond for ever.
            while (Pause - clock.GetElapsedTime(began) is { TotalMilliseconds: >= 1 } left && (isTold || await connection.WaitAsync(left, stop)))
            {
                isTold = false;
                await HearAsync();
            }
        }

        async Task HearAsync()
        {
            await tidings.CatchUpAsync(db, stop);
            if (tidings.Heard == said) return;
            said = tidings.Heard;
            await db.SayHeardAsync(said, stop);
        }
    }
}
