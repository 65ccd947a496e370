using System.CommandLine;
using Chapar.Reader;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>serve</c>: the site.</summary>
static class ServeVerb
{
    public static Command Command
    {
        get
        {
            var urls = new Option<string>("--urls") { Description = "Where to listen", DefaultValueFactory = _ => "http://localhost:5080" };
            var command = new Command("serve", "Serves the site; brings an embedded database up to date by itself") { urls };
            command.SetAction(async (parsed, stop) =>
            {
                var settings = ChaparSettings.Read(parsed.GetValue(Verbs.Data)!);
                var addresses = parsed.GetValue(urls)!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                if (addresses.Select(ListenAddress.Hindrance).FirstOrDefault(hindrance => hindrance is not null) is { } hindrance)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(hindrance);
                    return 2;
                }
                // On a core of their own, while the house is put together.
                var opening = Task.Run(() => House.BringUpToDateAsync(settings), stop);
                var rehearsal = Task.Run(async () =>
                {
                    await opening;
                    await ReadingRehearsal.RunAsync(settings);
                }, stop);
                await using var app = ChaparApp.Build(settings);
                foreach (var url in addresses) app.Urls.Add(url);
                await opening;
                await app.StartAsync(stop);
                Console.WriteLine($"{settings.Publication.Name} is served on {string.Join(", ", app.Urls)}");
                await rehearsal;
                await app.WaitForShutdownAsync(stop);
                return 0;
            });
            return command;
        }
    }
}
