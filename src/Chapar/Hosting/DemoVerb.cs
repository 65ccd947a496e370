using System.CommandLine;
using Chapar.Database;
using Chapar.Database.Demo;
using Chapar.Media;
using Chapar.Newsroom;
using Chapar.Settings;
using Chapar.Staff;

namespace Chapar.Hosting;

/// <summary><c>demo</c>: fills an empty publication with samples.</summary>
static class DemoVerb
{
    public static Command Command
    {
        get
        {
            var staff = new Option<bool>("--staff") { Description = "Also adds one member of the staff for each role and prints their one-time sign-in links" };
            var command = new Command("demo", "Fills an empty publication with sample articles, authors, pictures and rates") { staff };
            command.SetAction((parsed, stop) => FillAsync(parsed, parsed.GetValue(Verbs.Data)!, parsed.GetValue(staff), stop));
            return command;
        }
    }

    static async Task<int> FillAsync(ParseResult parsed, string folder, bool withStaff, CancellationToken stop)
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
        if (withStaff) await AddStaffAsync(parsed, settings, new Roster(db, scope.ServiceProvider.GetRequiredService<TimeProvider>()), stop);
        await house.FinishAsync(stop);
        Console.WriteLine($"The sample publication is in {settings.DataFolder}.");
        return 0;
    }

    /// <summary>Only on request, and by links that work once: nobody is to ship with accounts that everybody knows.</summary>
    static async Task AddStaffAsync(ParseResult parsed, ChaparSettings settings, Roster roster, CancellationToken stop)
    {
        foreach (var (name, role) in new[] { ("Cholpon", Role.Contributor), ("Rustam", Role.Writer), ("Elmira", Role.Editor), ("Parviz", Role.Publisher), ("Aida", Role.Administrator) })
        {
            var (member, refusal) = await roster.AddAsync(name, $"{name.ToLowerInvariant()}@example.org", role, NewsroomLanguages.All[0], "demo", stop);
            if (member is null) throw new InvalidOperationException($"The sample member {name} was refused: {refusal}.");
            await StaffVerb.PrintLinkAsync(parsed, settings, member, await roster.NewLinkAsync(member, "demo", stop));
        }
    }
}
