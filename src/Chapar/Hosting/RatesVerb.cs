using System.CommandLine;
using Chapar.Database;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>rates load</c>, <c>rates show</c>: bulletins in, and what the ticker shows.</summary>
static partial class RatesVerb
{
    public static Command Command => new("rates", "Official exchange rates") { Fetch, Status, Held, Accept, Refuse, Load, Show, Rebuild, Digest };

    static Command Load
    {
        get
        {
            var source = new Argument<string>("source") { Description = $"The bank: {Keys}" };
            source.Validators.Add(given => Known(given, given.GetValueOrDefault<string>()));
            var files = new Argument<string[]>("files") { Description = "Documents of the bank: one day or a history", Arity = ArgumentArity.OneOrMore };
            var release = new Option<bool>("--release") { Description = "Shows what an earlier load of the same files held for a look" };
            var command = new Command("load", "Takes in documents of a bank; loading a file again changes nothing") { source, files, release };
            command.SetAction((parsed, stop) => WithHouseAsync(parsed, async (house, db) =>
            {
                var report = await RateLoading.LoadAsync(db, RateSources.Of(parsed.GetValue(source)!), parsed.GetValue(files)!, Now(house), Workplace.Of(parsed).Output, parsed.GetValue(release), stop);
                await house.FinishAsync(stop);
                return report.ExitCode;
            }));
            return command;
        }
    }

    static Command Show
    {
        get
        {
            var json = new Option<bool>("--json") { Description = "For machines" };
            var command = new Command("show", "What the ticker shows") { json };
            command.SetAction((parsed, stop) => WithHouseAsync(parsed, async (house, db) =>
            {
                var output = Workplace.Of(parsed).Output;
                await RateShowing.ShowAsync(db, Now(house), output, parsed.GetValue(json), stop);
                if (!parsed.GetValue(json)) await IndicativeRates.ShowAsync(db, house.Services.GetRequiredService<FetchOptions>().Sources, Now(house), output, stop);
                return 0;
            }));
            return command;
        }
    }

    static string Keys => string.Join(", ", RateSources.All.Concat(RateSources.Indicative).Select(s => s.Key));

    static void Known(System.CommandLine.Parsing.ArgumentResult given, string? key)
    {
        if (key is not null && RateSources.Find(key) is null) given.AddError($"No rate source is called \"{key}\". Known: {Keys}.");
    }

    static async Task<int> WithHouseAsync(ParseResult parsed, Func<House, NewsDb, Task<int>> work)
    {
        await using var house = await House.OpenAsync(ChaparSettings.Read(parsed.GetValue(Verbs.Data)!), clock: Workplace.Of(parsed).Clock);
        await using var scope = house.Services.CreateAsyncScope();
        return await work(house, scope.ServiceProvider.GetRequiredService<NewsDb>());
    }

    static DateTime Now(House house) => house.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
}
