using System.Text.Json;
using Chapar.Database;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Pages;

/// <summary>
/// Learns of changes that another process made in the same database: an import or "rates load" beside a running server, or settings that were
/// saved in another one's newsroom.
/// </summary>
/// <remarks>
/// On SQLite <c>PRAGMA data_version</c> says, without reading a table, whether another connection has committed
/// (sqlite.org/pragma.html). The commands of this program wait for two such looks before they report success, so that
/// "done" means that readers see it.
/// </remarks>
public sealed class EditionWatch(IServiceScopeFactory scopes, ChaparSettings settings, Editions editions, TimeProvider clock, ILogger<EditionWatch> log) : BackgroundService
{
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Highest change seen; changes before the start are in no kept page.</summary>
    long seen;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            if (!db.Database.IsSqlite()) return;
            await db.Database.OpenConnectionAsync(stoppingToken);
            long version = -1;
            using var timer = new PeriodicTimer(Look, clock);
            do
            {
                try
                {
                    var current = (await db.Database.SqlQuery<long>($"SELECT data_version AS \"Value\" FROM pragma_data_version").ToListAsync(stoppingToken))[0];
                    if (version < 0) seen = await db.EditionNumbers.MaxAsync(n => (long?)n.Sequence, stoppingToken) ?? 0;
                    else if (current != version) await CatchUpAsync(db, stoppingToken);
                    version = current;
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogError(e, "Could not look for changes of other processes; trying again");
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    async Task CatchUpAsync(NewsDb db, CancellationToken stop)
    {
        var news = await db.EditionNumbers.AsNoTracking().Where(n => n.Sequence > seen)
            .Select(n => new { n.Name, n.Sequence, n.Writer }).ToListAsync(stop);
        if (news.Count == 0) return;
        seen = news.Max(n => n.Sequence);
        var foreign = news.Where(n => n.Writer != editions.Writer).Select(n => n.Name).ToList();
        if (foreign.Contains(EditionNames.Settings)) await TakeSettingsAsync(db, stop);
        if (foreign.Count > 0) editions.Raise(foreign);
    }

    /// <summary>Before the pages are made untrue: those made from then on are made with them. What this process's environment gives stays.</summary>
    async Task TakeSettingsAsync(NewsDb db, CancellationToken stop)
    {
        if (await db.SettingsVersions.AsNoTracking().OrderByDescending(v => v.Id).FirstOrDefaultAsync(stop) is not { } saved) return;
        try
        {
            settings.Publication.Become(PublicationFile.Read(saved.Json), but: settings.FixedElsewhere);
        }
        catch (JsonException e)
        {
            log.LogError(e, "The settings that another process saved cannot be read; those of before stay");
        }
    }
}
