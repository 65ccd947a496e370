using System.CommandLine;
using Chapar.Database;
using Chapar.Import;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Hosting;

/// <summary><c>names load FILE</c>: the list of known people, places and institutions.</summary>
static class NamesVerb
{
    /// <summary>Raised when the starting list is another: it is then loaded into every publication once more.</summary>
    const int StarterEdition = 2;

    public static Command Command
    {
        get
        {
            var file = new Argument<FileInfo?>("file") { Description = "One entry a line: kind | key | en Preferred; Other | ru ...", Arity = ArgumentArity.ZeroOrOne };
            var starter = new Option<bool>("--starter") { Description = "The list that the program brings with it" };
            var load = new Command("load", "Adds and changes known names; twice is once, and what the house has changed stays") { file, starter };
            load.SetAction((parsed, stop) => LoadAsync(parsed, parsed.GetValue(file), parsed.GetValue(starter), stop));
            return new Command("names", "The people, places and institutions that search knows by every name") { load };
        }
    }

    static string Starter => Path.Combine(AppContext.BaseDirectory, "Names", "starter.txt");

    /// <summary>Gives a new publication the starting list, and every other one when it is another than before.</summary>
    public static async Task BeginAsync(NewsDb db, TimeProvider clock, CancellationToken stop = default)
    {
        var state = await SearchState.OfAsync(db, stop);
        if (state.Names == StarterEdition) return;
        state.Load(StarterEdition);
        try
        {
            await NamesFile.LoadAsync(db, await File.ReadAllTextAsync(Starter, stop), clock.GetUtcNow().UtcDateTime, stop);
        }
        catch (DbUpdateException)
        {
            // Another process, or a mirror that opens the site for itself, began at the same instant: its list is the same.
            db.ChangeTracker.Clear();
            if (!await db.SearchStates.AnyAsync(s => s.Names == StarterEdition, stop)) throw;
        }
    }

    static async Task<int> LoadAsync(ParseResult parsed, FileInfo? file, bool isStarter, CancellationToken stop)
    {
        if (file is null != isStarter) throw new SettingsException("Say either a file or --starter.");
        var path = file?.FullName ?? Starter;
        if (!File.Exists(path)) throw new SettingsException($"There is no {path}.");
        await using var house = await House.OpenAsync(ChaparSettings.Read(parsed.GetValue(Verbs.Data)!));
        await using var scope = house.Services.CreateAsyncScope();
        var report = await NamesFile.LoadAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), await File.ReadAllTextAsync(path, stop), scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, stop);
        foreach (var refused in report.Refused) await Workplace.Of(parsed).Error.WriteLineAsync(refused);
        await house.FinishAsync(stop);
        await Workplace.Of(parsed).Output.WriteLineAsync($"{report.Added} added, {report.Changed} changed, {report.Same} as they were, {report.Kept} of the house's own, {report.Refused.Count} refused.");
        return report.Refused.Count == 0 ? 0 : 1;
    }
}
