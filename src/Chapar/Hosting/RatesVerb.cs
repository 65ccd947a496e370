using System.CommandLine;
using Chapar.Database;
using Chapar.Rates;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>rates load</c> and <c>rates show</c>: bulletins in, and what the ticker shows.</summary>
static class RatesVerb
{
    public static Command Command => new("rates", "Official exchange rates") { Load, Show };

    static Command Load
    {
        get
        {
            var keys = RateSources.All.Select(s => s.Key).ToArray();
            var source = new Argument<string>("source") { Description = $"The bank: {string.Join(", ", keys)}" };
            source.Validators.Add(given =>
            {
                if (RateSources.Find(given.GetValueOrDefault<string>()) is null)
                    given.AddError($"No rate source is called \"{given.GetValueOrDefault<string>()}\". Known: {string.Join(", ", keys)}.");
            });
            var files = new Argument<string[]>("files") { Description = "Documents of the bank: one day or a history", Arity = ArgumentArity.OneOrMore };
            var release = new Option<bool>("--release") { Description = "Shows what an earlier load of the same files held for a look" };
            var command = new Command("load", "Takes in documents of a bank; loading a file again changes nothing") { source, files, release };
            command.SetAction(async (parsed, stop) =>
            {
                await using var house = await House.OpenAsync(ChaparSettings.Read(parsed.GetValue(Verbs.Data)!));
                await using var scope = house.Services.CreateAsyncScope();
                var report = await RateLoading.LoadAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), RateSources.Find(parsed.GetValue(source)!)!,
                    parsed.GetValue(files)!, Now(house), Console.Out, parsed.GetValue(release), stop);
                await house.FinishAsync(stop);
                return report.ExitCode;
            });
            return command;
        }
    }

    static Command Show
    {
        get
        {
            var json = new Option<bool>("--json") { Description = "For machines" };
            var command = new Command("show", "What the ticker shows") { json };
            command.SetAction(async (parsed, stop) =>
            {
                await using var house = await House.OpenAsync(ChaparSettings.Read(parsed.GetValue(Verbs.Data)!));
                await using var scope = house.Services.CreateAsyncScope();
                await RateShowing.ShowAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), Now(house), Console.Out, parsed.GetValue(json), stop);
                return 0;
            });
            return command;
        }
    }

    static DateTime Now(House house) => house.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
}
