using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Database;

/// <summary>What several processes over one PostgreSQL tell each other. On SQLite nobody promises anything; see <c>Pages/EditionWatch</c>.</summary>
public abstract partial class NewsDb
{
    /// <summary>The channel of LISTEN and NOTIFY; each database has its own of that name.</summary>
    public const string Channel = "chapar";

    /// <summary>Promises that this process answers from what it keeps only for <see cref="Listener.Term"/> from now.</summary>
    /// <param name="heard">Up to which change it has heard.</param>
    /// <param name="stop">Cancels.</param>
    public Task PromiseAsync(long heard, CancellationToken stop) => Database.ExecuteSqlAsync($"""
        WITH gone AS (DELETE FROM "Listeners" WHERE "UntilAt" < clock_timestamp() - interval '1 hour' AND "Id" <> {editions.Writer})
        INSERT INTO "Listeners" ("Id", "Heard", "UntilAt") VALUES ({editions.Writer}, {heard}, clock_timestamp() + {Listener.Term})
        ON CONFLICT ("Id") DO UPDATE SET "Heard" = excluded."Heard", "UntilAt" = excluded."UntilAt"
        """, stop);

    /// <summary>Says up to which change this process has made its pages untrue, so that whoever made it may go on.</summary>
    /// <remarks>The row of a promise must outlive a crash of the database; an answer that is lost makes a writer wait, no more.</remarks>
    public Task SayHeardAsync(long heard, CancellationToken stop) => Database.ExecuteSqlAsync(
        $"""UPDATE "Listeners" SET "Heard" = {heard} WHERE "Id" = {editions.Writer} AND set_config('synchronous_commit', 'off', true) = 'off'""", stop);

    /// <summary>Takes the promise back: this process no longer answers from what it keeps.</summary>
    public Task TakeBackAsync(CancellationToken stop) => Database.ExecuteSqlAsync($"""DELETE FROM "Listeners" WHERE "Id" = {editions.Writer}""", stop);

    /// <summary>Returns when every process that answers from what it keeps has heard of this change, or has ceased to.</summary>
    /// <remarks>
    /// A promise is renewed only by who has heard of all that was committed before. So a term after the commit all have heard or ceased,
    /// whatever the table says, and also when it cannot be asked.
    /// </remarks>
    async Task BeHeardAsync(long change)
    {
        var committed = Stopwatch.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(1);
        while (Listener.Term - Stopwatch.GetElapsedTime(committed) is { Ticks: > 0 } left)
        {
            if (!await AreSomeUnawareAsync(change)) return;
            await Task.Delay(pause < left ? pause : left);
            if (pause.TotalMilliseconds < 50) pause *= 1.5;
        }
    }

    async Task<bool> AreSomeUnawareAsync(long change)
    {
        try
        {
            return (await Database.SqlQuery<bool>($"""
                SELECT EXISTS (SELECT 1 FROM "Listeners" WHERE "Heard" < {change} AND "UntilAt" > clock_timestamp() AND "Id" <> {editions.Writer}) AS "Value"
                """).ToListAsync())[0];
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or TimeoutException)
        {
            // What is committed is committed: nobody is to be told that it failed because the database was lost after it.
            return true;
        }
    }
}
