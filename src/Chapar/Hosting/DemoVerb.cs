using System.CommandLine;
using Chapar.Database;
using Chapar.Database.Demo;
using Chapar.Media;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>demo</c>: fills an empty publication with samples.</summary>
static class DemoVerb
{
    public static Command Command
    {
        get
        {
            var command = new Command("demo", "Fills an empty publication with sample articles, authors, pictures and rates");
            command.SetAction((parsed, stop) => FillAsync(parsed.GetValue(Verbs.Data)!, stop));
            return command;
        }
    }

    static async Task<int> FillAsync(string folder, CancellationToken stop)
    {
        // The samples are in seven languages: a folder without settings becomes a publication that speaks them.
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "chapar.json");
        if (!File.Exists(file)) File.Copy(Path.Combine(AppContext.BaseDirectory, "Database", "Demo", "chapar.json"), file);
        var settings = ChaparSettings.Read(folder);
        await using var house = await House.OpenAsync(settings);
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var options = new DemoOptions
        {
            Languages = settings.Publication.Languages,
            Zone = settings.Publication.Zone,
            Pictures = scope.ServiceProvider.GetRequiredService<PictureStore>(),
        };
        if (await DemoPublication.FillAsync(db, options, scope.ServiceProvider.GetRequiredService<TimeProvider>(), stop) is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal.ToString());
            return 1;
        }
        await house.FinishAsync(stop);
        Console.WriteLine($"The sample publication is in {settings.DataFolder}.");
        return 0;
    }
}
