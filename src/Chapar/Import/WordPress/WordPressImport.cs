using System.Diagnostics;
using Chapar.Database;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Import.WordPress;

/// <summary>
/// Takes a WordPress site in: everything in two passes over its export, in batches of which each is one transaction with its
/// place in the file. So it can be killed and run again, and a second run changes only what has changed.
/// </summary>
public sealed partial class WordPressImport
{
    readonly NewsDb db;
    readonly WordPressImportOptions options;
    readonly IProgress<ImportProgress>? progress;
    readonly DateTime now;
    readonly ImportReport report;
    /// <summary>Items that have come and that the survey does not know by kind and id: the digest of these, with a hash of the address.</summary>
    readonly Dictionary<long, int> seen = [];
    Survey survey = null!;
    Filings filings = null!;
    Signers signers = null!;
    AttachmentPictures pictures = null!;
    ItemConversion conversion = null!;
    ItemDesk desk = null!;
    OldRedirects redirects = null!;
    string source = "";
    int items;

    WordPressImport(NewsDb db, WordPressImportOptions options, TimeProvider clock, IProgress<ImportProgress>? progress)
    {
        (this.db, this.options, this.progress) = (db, options, progress);
        now = clock.GetUtcNow().UtcDateTime;
        report = new ImportReport { IsDryRun = options.DryRun };
    }

    /// <summary>Imports; the report says what became of everything.</summary>
    /// <exception cref="IOException">A file or folder that was named does not exist or cannot be read.</exception>
    /// <exception cref="FormatException">The mapping file is wrong; the message says where.</exception>
    public static async Task<ImportReport> RunAsync(
        NewsDb db, WordPressImportOptions options, TimeProvider clock, IProgress<ImportProgress>? progress = null, CancellationToken stop = default)
    {
        long start = Stopwatch.GetTimestamp();
        WordPressImport import = new(db, options, clock, progress);
        bool detected = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await import.RunAsync(stop);
        }
        catch (WxrException fault)
        {
            import.report.Fail(fault.Message);
        }
        finally
        {
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = detected;
        }
        import.report.Took = Stopwatch.GetElapsedTime(start);
        return import.report;
    }

    async Task RunAsync(CancellationToken stop)
    {
        long length = options.Files.Sum(file => new FileInfo(file).Length);
        survey = Survey.Of(options, now, heap, read => progress?.Report(new ImportProgress(read, 2 * length, "Reading", 0)), stop);
        string site = survey.Site.BlogUrl.Length > 0 ? survey.Site.BlogUrl : survey.Site.Title.Length > 0 ? survey.Site.Title : Path.GetFileName(options.Files[0]);
        source = "wordpress:" + site.Replace("http://", "https://", StringComparison.OrdinalIgnoreCase).ToLowerInvariant();
        string language = options.Language ?? LanguageOf(survey.Site.Language);
        SayWhatTheSurveyFound();
        await PrepareAsync(language, stop);
        long before = length;
        foreach ((string file, long bytes) in survey.Files)
        {
            await TakeFileAsync(file, bytes, before, 2 * length, stop);
            before += bytes;
        }
        await TakeWaitingAsync(stop);
        report.Count("authors new", signers.Created);
        report.Count("sections new", filings.CreatedSections);
        report.Count("places new", filings.CreatedPlaces);
        report.Count("topics new", filings.CreatedTopics);
        report.Count("pictures new", pictures.Added);
        report.Count("files", pictures.Files);
        report.Count("redirects new", redirects.Made);
    }

    string LanguageOf(string siteLanguage)
    {
        string code = siteLanguage.Split('-', '_')[0].ToLowerInvariant();
        return Languages.IsKnown(code) && options.Languages.Contains(code) ? code : options.Languages[0];
    }

    void SayWhatTheSurveyFound()
    {
        foreach ((string file, WxrProblem problem) in survey.Problems)
            report.Add(new ReportLine(problem.IsLoss ? ReportKind.Refused : ReportKind.Note, problem.Reason, problem.SourceId.Length > 0 ? problem.SourceId : file, file, problem.Line, problem.Detail));
        if (survey.Site.Version.Length == 0)
            report.Add(new ReportLine(ReportKind.Note, "the export does not say its version", Path.GetFileName(options.Files[0]), Path.GetFileName(options.Files[0]), 1, ""));
        foreach (IGrouping<string, (string Taxonomy, string Slug)> other in survey.Terms.Keys.GroupBy(key => key.Taxonomy)
            .Where(group => group.Key is not ("category" or "post_tag" or "author" or "ppma_author" or "language" or "post_translations" or "")))
            report.Add(new ReportLine(ReportKind.Skipped, $"terms of the taxonomy {other.Key}", $"taxonomy {other.Key}", "", 0, string.Join(", ", other.Take(5).Select(key => key.Slug))), other.Count());
    }

    async Task PrepareAsync(string language, CancellationToken stop)
    {
        Dictionary<Guid, string> stored = await db.Articles.Where(article => article.Path != null).Select(article => new { article.Id, article.Path })
            .Concat(db.PlainPages.Select(page => new { page.Id, Path = (string?)page.Path })).ToDictionaryAsync(each => each.Id, each => each.Path!, stop);
        Dictionary<(string, string), string> imported = [];
        foreach (var item in await db.ImportedItems.Where(item => item.Source == source && (item.Kind == "post" || item.Kind == "page"))
            .Select(item => new { item.Kind, item.SourceId, item.EntityId }).ToListAsync(stop))
            if (stored.TryGetValue(item.EntityId, out string? path))
                imported[(item.Kind, item.SourceId)] = path;
        SiteAddresses addresses = new(stored.Values, imported, survey, language, options.Languages);
        CategoryMapping mapping = options.MappingFile is null ? CategoryMapping.Default(language) : CategoryMapping.Read(options.MappingFile, language);
        signers = new Signers(db, source, language);
        filings = new Filings(db, source, language, mapping);
        redirects = new OldRedirects(db, addresses, survey, language == options.Languages[0] ? "" : "/" + language, survey.Zone(options.Zone));
        pictures = new AttachmentPictures(db, source, survey, language, options, report, redirects, heap);
        await redirects.ReadFilesAsync(stop);
        await signers.PrepareAsync(survey, stop);
        await filings.PrepareAsync(survey, path => addresses.IsTaken(path), stop);
        await SaveAsync(stop);
        await pictures.PrepareAsync(stop);
        redirects.AddLists(filings, signers);
        redirects.AddAttachments();
        await SaveAsync(stop);
        db.ChangeTracker.Clear();
        await redirects.WriteAsync(stop, async () =>
        {
            await SaveAsync(stop);
            db.ChangeTracker.Clear();
            heap.LookClosely();
        });
        conversion = new ItemConversion(survey, pictures, addresses, language);
        desk = new ItemDesk(db, source, survey, addresses, redirects, options, report, language, now);
        await desk.PrepareAsync(stop);
    }

    Task SaveAsync(CancellationToken stop) => options.DryRun ? Task.CompletedTask : db.SaveChangesAsync(stop);
}
