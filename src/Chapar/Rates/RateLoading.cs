using Chapar.Database;

namespace Chapar.Rates;

/// <summary><c>rates load SOURCE FILE...</c>: documents of a bank from files. Loading the same file again changes nothing.</summary>
public static class RateLoading
{
    /// <summary>Loads the files, says on <paramref name="log"/> what became of each, and returns the whole. A file that cannot be read or
    /// believed is refused with its reason and does not stop the others.</summary>
    /// <param name="releaseHeld">Shows what an earlier load of the same files held for a look.</param>
    public static async Task<RateLoadReport> LoadAsync(
        NewsDb db, RateSource source, IEnumerable<string> files, DateTime now, TextWriter log, bool releaseHeld = false, CancellationToken cancellation = default)
    {
        List<RateLoadReport> reports = [];
        foreach (string file in files)
        {
            RateLoadReport report = await LoadOneAsync(db, source, file, now, releaseHeld, cancellation);
            await log.WriteLineAsync($"{source.Key} {Path.GetFileName(file)}: {report}");
            foreach (string line in report.Refusals.Concat(report.Doubts))
                await log.WriteLineAsync($"  {line}");
            reports.Add(report);
            db.ChangeTracker.Clear();
        }
        RateLoadReport all = new(
            reports.Sum(r => r.Loaded), reports.Sum(r => r.Restated), reports.Sum(r => r.Completed), reports.Sum(r => r.Unchanged),
            reports.Sum(r => r.Held), reports.Sum(r => r.Released), reports.Sum(r => r.Nothing),
            [.. reports.SelectMany(r => r.Refusals)], [.. reports.SelectMany(r => r.Doubts)]);
        await log.WriteLineAsync($"{source.Name}, {reports.Count} {(reports.Count == 1 ? "file" : "files")}: {all}");
        return all;
    }

    static async Task<RateLoadReport> LoadOneAsync(NewsDb db, RateSource source, string file, DateTime now, bool releaseHeld, CancellationToken cancellation)
    {
        BulletinDesk desk = new(db, source, now);
        string name = Path.GetFileName(file);
        try
        {
            byte[] bytes = await ReadAsync(source, file, cancellation);
            RateDocument? document = await db.RateDocuments.KnownAsync(source, bytes, cancellation);
            ParsedDocument parsed = source.Read(bytes);
            if (parsed.IsNoPublication)
                return desk.Report(nothing: 1);
            if (document is not null && releaseHeld)
                await desk.ReleaseAsync(document, cancellation);
            document ??= db.RateDocuments.Add(new(source.Key, name, bytes, now)).Entity;
            await desk.TakeAsync(parsed.Bulletins, document, cancellation);
            await desk.SaveAsync("rates", cancellation);
            return desk.Report();
        }
        catch (Exception e) when (e is RateDocumentException or IOException or UnauthorizedAccessException)
        {
            return desk.Report() with { Refusals = [$"{name}: {e.Message}"] };
        }
    }

    static async Task<byte[]> ReadAsync(RateSource source, string file, CancellationToken cancellation)
    {
        long length = new FileInfo(file).Length;
        return length <= DocumentText.History
            ? await File.ReadAllBytesAsync(file, cancellation)
            : throw new RateDocumentException(source.Key, $"the file has {length} bytes, more than the {DocumentText.History} that are read");
    }
}
