using Chapar.Events;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chapar.Database;

public abstract partial class NewsDb
{
    readonly HashSet<string> raised = new(StringComparer.Ordinal);
    bool recordedEvents;

    /// <summary>Set by the dispatcher's host: called after a commit that recorded events.</summary>
    public static event Action? EventsRecorded;

    /// <summary>Raises edition names that no entity stands for, with the next save.</summary>
    public void Raise(string name) => raised.Add(name);

    /// <summary>Reserved: every save writes asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Use SaveChangesAsync: a save also writes events and edition numbers.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        WriteEvents();
        await ShownPictures.FollowAsync(this, cancellationToken);
        await FollowedSources.FollowAsync(this, cancellationToken);
        var touched = new TouchedEditions(this);
        touched.FromTracker();
        if (raised.Count == 0 && touched.IsEmpty && !recordedEvents)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var outer = Database.CurrentTransaction;
        var transaction = outer is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        try
        {
            raised.UnionWith(await touched.NamesAsync(cancellationToken));
            var count = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (transaction is not null) await CommitAsync(transaction);
            return count;
        }
        finally
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
    }

    /// <summary>Commits, and only then makes the pages that the change touched untrue: here, and before it returns in all other processes.</summary>
    /// <remarks>Not cancellable: once the commit is under way readers must be told, whatever its caller does.</remarks>
    public async Task CommitAsync(IDbContextTransaction transaction)
    {
        long? change = null;
        try
        {
            change = await WriteEditionNumbersAsync();
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            // Also when the commit reports a failure: it may have happened all the same, and raising once too often costs one render.
            editions.Raise(raised);
            raised.Clear();
            if (recordedEvents) EventsRecorded?.Invoke();
            recordedEvents = false;
        }
        if (change is { } made) await BeHeardAsync(made);
    }

    void WriteEvents()
    {
        foreach (var subject in ChangeTracker.Entries<NewsSubject>().Select(e => e.Entity).ToList())
            foreach (var newsEvent in subject.TakeRecorded())
                Record(newsEvent);
    }

    /// <summary>Records an event that no entity stands for.</summary>
    public void Record(NewsEvent newsEvent)
    {
        Events.Add(newsEvent);
        Note(newsEvent.By, newsEvent.Name, newsEvent.SubjectId, newsEvent.At, newsEvent.Detail);
        recordedEvents = true;
    }

    /// <summary>A line of the journal about what nobody has to react to; written with the next save.</summary>
    public void Note(string by, string act, Guid? subjectId, DateTime at, string? detail = null) =>
        Journal.Add(new JournalLine(at, by, detail is null ? act : $"{act}: {detail}", subjectId));

    /// <summary>Last of all in the transaction, so that on PostgreSQL two writers wait for each other only here, and in no circle.</summary>
    /// <returns>The place of this change among all, where other processes are to hear of it.</returns>
    async Task<long?> WriteEditionNumbersAsync()
    {
        if (raised.Count == 0) return null;
        var names = raised.Order(StringComparer.Ordinal).ToArray();
        if (Database.IsSqlite())
        {
            var json = System.Text.Json.JsonSerializer.Serialize(names);
            await Database.ExecuteSqlAsync($"""
                INSERT INTO "EditionNumbers" ("Name", "Number", "Sequence", "Writer")
                SELECT value, 1, (SELECT coalesce(max("Sequence"), 0) + 1 FROM "EditionNumbers"), {editions.Writer} FROM json_each({json}) WHERE true
                ON CONFLICT ("Name") DO UPDATE SET "Number" = "Number" + 1, "Sequence" = excluded."Sequence", "Writer" = excluded."Writer"
                """);
            return null;
        }
        // The order of changes must be that of their commits, or who has heard of the one would never ask for the other: one at a
        // time from here to the commit. A command of its own, since the next one must see what the one before has committed.
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({(long)WriterLock.EditionNumbers}), pg_notify({Channel}, {editions.Writer})");
        return (await Database.SqlQuery<long>($"""
            INSERT INTO "EditionNumbers" ("Name", "Number", "Sequence", "Writer")
            SELECT unnest({names}), 1, (SELECT coalesce(max("Sequence"), 0) + 1 FROM "EditionNumbers"), {editions.Writer}
            ON CONFLICT ("Name") DO UPDATE SET "Number" = "EditionNumbers"."Number" + 1, "Sequence" = excluded."Sequence", "Writer" = excluded."Writer"
            RETURNING "Sequence" AS "Value"
            """).ToListAsync())[0];
    }
}
