using System.CommandLine;
using Chapar.Database;
using Chapar.Import;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>spellings load FILE</c>: the house's list from a CSV file.</summary>
static class SpellingsVerb
{
    public static Command Command
    {
        get
        {
            var file = new Argument<FileInfo>("file") { Description = "CSV with the columns entry, kind, language, preferred, others, note" };
            var load = new Command("load", "Adds and changes entries of the house's list of spellings; twice is once") { file };
            load.SetAction((parsed, stop) => LoadAsync(parsed, parsed.GetValue(file)!, stop));
            return new Command("spellings", "How the house writes names and words") { load };
        }
    }

    static async Task<int> LoadAsync(ParseResult parsed, FileInfo file, CancellationToken stop)
    {
        if (!file.Exists) throw new SettingsException($"There is no {file.FullName}.");
        await using var house = await House.OpenExistingAsync(ChaparSettings.Read(parsed.GetValue(Verbs.Data)!));
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        SpellingsReport report;
        try
        {
            report = await SpellingsFile.LoadAsync(db, await File.ReadAllTextAsync(file.FullName, stop), scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, stop);
        }
        catch (FormatException e)
        {
            throw new SettingsException($"{file.FullName}: {e.Message}");
        }
        foreach (var refused in report.Refused) await Console.Error.WriteLineAsync(refused);
        Console.WriteLine($"{report.Added} added, {report.Changed} changed, {report.Same} as they were, {report.Refused.Count} refused.");
        return report.Refused.Count == 0 ? 0 : 1;
    }
}
