using System.CommandLine;
using Chapar.Database;
using Chapar.Events;
using Chapar.Import.WordPress;
using Chapar.Media;
using Chapar.Search;
using Chapar.Settings;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Chapar.Hosting;

/// <summary><c>import wordpress FILE...</c>: takes the export of another system in, with a report.</summary>
static class ImportVerb
{
    static readonly Argument<string[]> files = new("FILE") { Description = "The export (WXR), or all its parts", Arity = ArgumentArity.OneOrMore };
    static readonly Option<string> media = new("--media") { Description = "Copy of the old site's uploads folder" };
    static readonly Option<string> mapping = new("--mapping") { Description = "Which category becomes which section, place or topic (JSON; see docs/formats.md)" };
    static readonly Option<string> language = new("--language") { Description = $"Language of articles that do not say theirs: {string.Join(", ", Languages.All)}" };
    static readonly Option<string> zone = new("--time-zone") { Description = "Zone of dates without UTC, such as Asia/Bishkek" };
    static readonly Option<string[]> types = new("--as-article") { Description = "A post type of a plugin to import as articles" };
    static readonly Option<bool> dryRun = new("--dry-run") { Description = "Says what would happen and writes nothing" };
    static readonly Option<bool> json = new("--json") { Description = "The whole report as JSON" };

    public static Command Command
    {
        get
        {
            Command wordpress = new("wordpress", "Takes a WordPress export in; again changes only what has changed") { files, media, mapping, language, zone, types, dryRun, json };
            wordpress.SetAction(RunAsync);
            return new Command("import", "Takes articles in from another system") { wordpress };
        }
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        ChaparSettings settings = ChaparSettings.Read(parsed.GetValue(Verbs.Data)!);
        if (Wrong(parsed, settings) is { } wrong)
        {
            await Console.Error.WriteLineAsync(wrong);
            return 2;
        }
        await using House house = await House.OpenAsync(settings);
        await using AsyncServiceScope scope = house.Services.CreateAsyncScope();
        NewsDb db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        TimeProvider clock = house.Services.GetRequiredService<TimeProvider>();
        WordPressImportOptions options = new()
        {
            Files = parsed.GetValue(files)!,
            MediaFolder = parsed.GetValue(media),
            MappingFile = parsed.GetValue(mapping),
            Language = parsed.GetValue(language),
            Languages = settings.Publication.Languages,
            Zone = parsed.GetValue(zone) is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : null,
            ArticleTypes = parsed.GetValue(types) ?? [],
            DryRun = parsed.GetValue(dryRun),
            AddFile = house.Services.GetRequiredService<Downloads>().TakeInAsync,
            AddPicture = async (news, file, cancelled) =>
            {
                // Asked for with the first picture: an import without any never loads libvips, which is 8 MB.
                PictureStore store = house.Services.GetRequiredService<PictureStore>();
                Intake intake = await store.TakeInAsync(file, clock.GetUtcNow().UtcDateTime, cancelled);
                if (!intake.IsTaken) throw new InvalidDataException(intake.Refusal.ToString());
                string digest = intake.Picture.Digest;
                return news.Pictures.Local.FirstOrDefault(p => p.Digest == digest)
                    ?? await news.Pictures.FirstOrDefaultAsync(p => p.Digest == digest, cancelled) ?? news.Pictures.Add(intake.Picture).Entity;
            },
        };
        ImportReport report;
        try
        {
            report = await WatchedAsync(parsed.GetValue(json), async bars =>
            {
                ImportReport made = await WordPressImport.RunAsync(db, options, clock, bars, stop);
                if (options.DryRun || made.Fatal is not null) return made;
                // What the import knew of the old site is let go before the index is made. It stands on the stack still while this goes
                // straight on from its last step: with SQLite nothing in between ever waits.
                await Task.Yield();
                HeapWatch heap = new();
                heap.LookClosely();
                await house.FinishAsync(new Finishing(bars, heap), stop);
                if (made["articles new"] + made["articles updated"] >= SearchParts.Many) await SearchParts.JoinAsync(db, stop);
                return made;
            });
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted. The same command goes on where it was.");
            return 1;
        }
        Console.Write(parsed.GetValue(json) ? report.ToJson() + "\n" : report.ToText());
        return report.ExitCode;
    }

    static string? Wrong(ParseResult parsed, ChaparSettings settings)
    {
        if (parsed.GetValue(files)!.FirstOrDefault(file => !File.Exists(file)) is { } missing) return $"There is no file {missing}.";
        if (parsed.GetValue(media) is { } folder && !Directory.Exists(folder)) return $"There is no folder {folder}.";
        if (parsed.GetValue(mapping) is { } map && !File.Exists(map)) return $"There is no file {map}.";
        if (parsed.GetValue(language) is { } code && !settings.Publication.Languages.Contains(code))
            return $"--language {code}: the publication appears in {string.Join(", ", settings.Publication.Languages)} (publication:languages).";
        if (parsed.GetValue(zone) is { } name && !TimeZoneInfo.TryFindSystemTimeZoneById(name, out _)) return $"--time-zone {name} is not known: give a name such as Asia/Bishkek.";
        return null;
    }

    /// <summary>Shows bars on the error output while a person watches.</summary>
    static async Task<ImportReport> WatchedAsync(bool isForMachine, Func<ImportBars?, Task<ImportReport>> import)
    {
        if (isForMachine || Console.IsErrorRedirected) return await import(null);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => import(new ImportBars(context)));
    }

    /// <summary>Index and suggestions after a large import: told to who watches, and kept as small as the import was.</summary>
    sealed class Finishing(IProgress<DeliveriesDone>? bars, HeapWatch heap) : IProgress<DeliveriesDone>
    {
        public void Report(DeliveriesDone value)
        {
            bars?.Report(value);
            // Several reactions report side by side.
            lock (heap) heap.LookClosely();
        }
    }
}
