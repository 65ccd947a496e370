using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Import.WordPress;

public sealed partial class WordPressImport
{
    /// <summary>Items that have changed, on their way: converted on one core while the batch before is written on another.</summary>
    /// <param name="Before">What is remembered of them, by kind and id.</param>
    /// <param name="Checkpoint">The file they stand in; null when they come from the store.</param>
    /// <param name="Offset">How far in that file they reach.</param>
    sealed record Batch(
        List<PreparedItem> Items, Dictionary<(string, string), ImportedItem> Before, string? Checkpoint, long Offset, bool IsFinished, Task Conversion);

    Batch? underWay;
    readonly HeapWatch heap = new();

    async Task TakeFileAsync(string file, long bytes, long before, long total, CancellationToken stop)
    {
        string name = Path.GetFileName(file), key = CheckpointOf(file, bytes);
        long from = await db.ImportCheckpoints.Where(checkpoint => checkpoint.File == key && !checkpoint.IsFinished).Select(checkpoint => checkpoint.Offset).FirstOrDefaultAsync(stop);
        if (from > 0 && !options.DryRun)
            report.Add(new ReportLine(ReportKind.Note, "an interrupted import went on", name, name, 0, string.Create(CultureInfo.InvariantCulture, $"at byte {from}")));
        List<PreparedItem> batch = [];
        foreach (WxrItem item in WxrReader.Read(file).OfType<WxrItem>())
        {
            stop.ThrowIfCancellationRequested();
            heap.Look();
            ItemState state = ItemState.Of(item, options, now);
            PreparedItem prepared = new(item, name, state);
            bool isAgain = state.IsWanted && !Identify(prepared);
            if (item.Offset < from && !options.DryRun)
                continue;
            items++;
            if (item.Comments > 0)
                report.Count("comments not imported", item.Comments);
            if (isAgain)
                desk.Say(prepared, ReportKind.Skipped, "the same item once more in the export", prepared.SourceId);
            else if (state.IsWanted)
                batch.Add(prepared);
            else if (item.Type == "attachment" && !state.IsHidden)
                report.Count("attachments");
            else
                desk.Say(prepared, ReportKind.Skipped, state.Reason, WordPressText.Plain(item.Title));
            if (batch.Count < options.BatchSize)
                continue;
            await TakeBatchAsync(batch, key, item.Offset + 1, stop);
            batch.Clear();
            progress?.Report(new ImportProgress(before + item.Offset, total, "Importing", items));
        }
        await TakeBatchAsync(batch, key, bytes, stop, isFinished: true);
        await WriteLastAsync(stop);
        progress?.Report(new ImportProgress(before + bytes, total, "Importing", items));
    }

    /// <summary>
    /// False for an item that has come before, as in the parts of one export that overlap. Exports put together by hand use an
    /// id twice for different items: the later one then goes by id and address.
    /// </summary>
    bool Identify(PreparedItem item)
    {
        string address = item.Item.Link + item.Item.Slug;
        int hash = string.GetHashCode(address, StringComparison.Ordinal);
        // Nearly all are known to the survey, which has room for it.
        bool isKnown = survey.Items.TryGetValue(item.Item.Id, out SurveyedItem? known) && (known.Type == "page" ? "page" : "post") == item.Kind;
        long key = isKnown ? 0 : Digest.Of($"{item.Kind} {item.SourceId}");
        if (isKnown ? known!.Come(hash) : seen.TryAdd(key, hash))
            return true;
        if ((isKnown ? known!.CameWith : seen[key]) == hash && item.Item.Id > 0)
            return false;
        item.SharesId = true;
        item.SourceId = $"{item.SourceId} {address} {item.Item.Title}";
        return seen.TryAdd(Digest.Of($"{item.Kind} {item.SourceId}"), hash);
    }

    /// <summary>Whether an article has come in this run.</summary>
    bool HasCome(string sourceId) => seen.ContainsKey(Digest.Of($"post {sourceId}"))
        || long.TryParse(sourceId, CultureInfo.InvariantCulture, out long id) && survey.Items.GetValueOrDefault(id) is { HasCome: true, Type: not "page" };

    /// <summary>Name, length and first bytes: the same file again, wherever it lies now.</summary>
    string CheckpointOf(string file, long bytes)
    {
        byte[] start = new byte[64 << 10];
        using FileStream stream = File.OpenRead(file);
        int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return string.Create(CultureInfo.InvariantCulture, $"{source}|{Path.GetFileName(file)}|{bytes}|{Convert.ToHexStringLower(SHA256.HashData(start.AsSpan(0, read)))[..16]}");
    }

    async Task TakeBatchAsync(List<PreparedItem> batch, string? checkpoint, long offset, CancellationToken stop, bool isFinished = false)
    {
        // Converting asks what pictures and addresses there are: neither may change meanwhile.
        if (underWay is not null)
        {
            await underWay.Conversion;
            if (!options.DryRun)
                await Breath.TakeAsync(db, stop);
        }
        string[] ids = [.. batch.Select(item => item.SourceId)];
        var before = await db.ImportedItems.AsNoTracking().Where(item => item.Source == source && (item.Kind == "post" || item.Kind == "page") && ids.Contains(item.SourceId))
            .ToDictionaryAsync(item => (item.Kind, item.SourceId), stop);
        bool IsAsBefore(PreparedItem item) => before.GetValueOrDefault((item.Kind, item.SourceId))?.Digest is { } mark
            && (mark == item.Digest || !pictures.MayBringMore && mark.StartsWith(item.Digest + "+", StringComparison.Ordinal));
        List<PreparedItem> changed = [.. batch.Where(item => !IsAsBefore(item))];
        report.Count("items unchanged", batch.Count - changed.Count);
        await PrepareItemsAsync(changed, before, stop);
        Batch next = new(changed, before, checkpoint, offset, isFinished, Task.Run(() => Parallel.ForEach(changed, ConvertItem), stop));
        await WriteLastAsync(stop);
        underWay = next;
    }

    /// <summary>Writes the batch that is under way, and waits for that.</summary>
    async Task WriteLastAsync(CancellationToken stop)
    {
        if (underWay is not { } batch)
            return;
        underWay = null;
        await batch.Conversion;
        foreach (PreparedItem item in batch.Items.Where(item => item.Fault is not null))
            desk.Say(item, ReportKind.Refused, "could not be converted", item.Fault!);
        batch.Items.RemoveAll(item => item.Fault is not null);
        // Whether it still waits for as many pictures as before shows only now.
        report.Count("items unchanged", batch.Items.RemoveAll(item => batch.Before.GetValueOrDefault((item.Kind, item.SourceId))?.Digest == item.Mark));
        await WriteAsync(batch.Items, batch.Before, batch.Checkpoint, batch.Offset, batch.IsFinished, stop);
    }

    /// <summary>Files, signs and gives an address.</summary>
    async Task PrepareItemsAsync(List<PreparedItem> changed, Dictionary<(string, string), ImportedItem> before, CancellationToken stop)
    {
        foreach (PreparedItem item in changed)
        {
            await pictures.TakeAddressesAsync(item.Item, item.State.IsPublic, stop);
            item.Path = desk.PathOf(item, isNew: !before.ContainsKey((item.Kind, item.SourceId)));
            if (item.State.IsPage || item.IsFromStore)
                continue;
            item.Filing = filings.Of(item.Item);
            item.Signers = signers.Of(item.Item, who => desk.Say(item, ReportKind.Note, "creator without a name: signed by the house", who));
        }
        await SaveAsync(stop);
    }

    void ConvertItem(PreparedItem item)
    {
        try
        {
            conversion.Convert(item);
            item.Original = item.Packed();
            item.Lead = conversion.LeadOf(item.Item) is { } lead ? pictures.Get(lead) : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            item.Fault = $"{fault.GetType().Name}: {fault.Message}";
        }
    }

    async Task WriteAsync(
        IReadOnlyList<PreparedItem> changed, Dictionary<(string, string), ImportedItem> before, string? checkpoint, long offset, bool isFinished, CancellationToken stop)
    {
        try
        {
            List<Action> said = await desk.ApplyAsync(changed, before, stop);
            if (!options.DryRun)
            {
                if (checkpoint is not null)
                    await ReachedAsync(checkpoint, offset, isFinished, stop);
                await db.SaveChangesAsync(stop);
            }
            foreach (Action line in said)
                line();
            db.ChangeTracker.Clear();
        }
        catch (DbUpdateException fault) when (changed.Count > 0)
        {
            db.ChangeTracker.Clear();
            if (changed.Count == 1)
            {
                desk.Say(changed[0], ReportKind.Refused, "could not be stored", (fault.InnerException ?? fault).Message);
                return;
            }
            // One of them does not fit: each on its own, so that only that one is lost, and named.
            foreach (PreparedItem item in changed)
                await WriteAsync([item], await StoredAsync(item, stop), checkpoint: null, 0, false, stop);
            await WriteAsync([], [], checkpoint, offset, isFinished, stop);
        }
    }

    Task<Dictionary<(string, string), ImportedItem>> StoredAsync(PreparedItem item, CancellationToken stop) =>
        db.ImportedItems.AsNoTracking().Where(stored => stored.Source == source && stored.Kind == item.Kind && stored.SourceId == item.SourceId)
            .ToDictionaryAsync(stored => (stored.Kind, stored.SourceId), stop);

    async Task ReachedAsync(string key, long offset, bool isFinished, CancellationToken stop)
    {
        ImportCheckpoint? checkpoint = await db.ImportCheckpoints.FindAsync([key], stop);
        if (checkpoint is null)
            db.ImportCheckpoints.Add(checkpoint = new ImportCheckpoint(key));
        checkpoint.Reached(offset, isFinished);
    }

    /// <summary>Articles of earlier runs that wait for pictures, when this one has brought some.</summary>
    async Task TakeWaitingAsync(CancellationToken stop)
    {
        if (pictures.Learned == 0 || options.DryRun)
            return;
        string[] waiting = await db.ImportedItems.Where(item => item.Source == source && item.Kind == "post" && EF.Functions.Like(item.Digest, "%+%")).Select(item => item.SourceId).ToArrayAsync(stop);
        foreach (string[] ids in waiting.Where(id => !HasCome(id)).Chunk(options.BatchSize))
        {
            List<ImportedItem> stored = await db.ImportedItems.AsNoTracking().Where(item => item.Source == source && item.Kind == "post" && ids.Contains(item.SourceId)).ToListAsync(stop);
            List<PreparedItem> batch = [];
            foreach (ImportedItem item in stored)
                if (item.Original is not null && JsonSerializer.Deserialize<WxrItem>(Packed.Open(item.Original)) is { } kept
                    && !kept.Content.Contains("<!-- wp:block ", StringComparison.Ordinal)) // its reusable blocks stand in the other file
                    batch.Add(new PreparedItem(kept with { Line = 0 }, "", ItemState.Of(kept, options, now), item.Digest.Split('+')[0]) { SourceId = item.SourceId });
            await TakeBatchAsync(batch, null, 0, stop);
        }
        await WriteLastAsync(stop);
    }
}
