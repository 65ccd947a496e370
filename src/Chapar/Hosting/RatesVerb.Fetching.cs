using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chapar.Database;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>rates fetch</c> and <c>rates status</c>: the banks are asked, and what came of it.</summary>
static partial class RatesVerb
{
    public static JsonSerializerOptions Readable { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    static Command Fetch
    {
        get
        {
            var source = new Argument<string?>("source") { Description = "One bank; all of them when not given", Arity = ArgumentArity.ZeroOrOne };
            source.Validators.Add(given => Known(given, given.GetValueOrDefault<string?>()));
            var from = new Option<DateOnly?>("--from")
            {
                Description = "Reads the bank's archive from this day on, such as 2015-01-01; interrupted, the same command goes on where it was",
                CustomParser = given =>
                {
                    if (DateOnly.TryParseExact(given.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
                    given.AddError($"--from is \"{given.Tokens[0].Value}\": give a day such as 2015-01-01.");
                    return null;
                },
            };
            var command = new Command("fetch", "Asks the banks for their bulletins") { source, from };
            command.Validators.Add(given =>
            {
                if (given.GetResult(from) is not null && given.GetResult(source) is not { Tokens.Count: > 0 }) given.AddError("--from needs a source: the archives are read one by one.");
            });
            command.SetAction((parsed, stop) => WithHouseAsync(parsed, async (house, db) =>
            {
                var options = house.Services.GetRequiredService<FetchOptions>();
                var one = parsed.GetValue(source) is { } key ? RateSources.Of(key) : null;
                if (one is not null && !options.Sources.Contains(one))
                    throw new SettingsException($"{one.Name} is no bank and its values are only indicative: it is asked when rates:indicative is true.");
                try
                {
                    return one is not null && parsed.GetValue(from) is { } day
                        ? await house.Services.GetRequiredService<HistoryReading>().ReadAsync(db, one, day, Workplace.Of(parsed).Output, stop) ? 0 : 1
                        : await FetchAsync(house, db, one is null ? options.Sources : [one], Workplace.Of(parsed).Output, stop);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    await Workplace.Of(parsed).Error.WriteLineAsync("Interrupted. The same command goes on where it was.");
                    return 1;
                }
            }));
            return command;
        }
    }

    static async Task<int> FetchAsync(House house, NewsDb db, IReadOnlyList<RateSource> sources, TextWriter output, CancellationToken stop)
    {
        bool failed = false;
        var turn = db.Editions.Turn;
        foreach (var source in sources)
        {
            var result = await house.Services.GetRequiredService<BankRounds>().AskNowAsync(db, source, stop);
            await output.WriteLineAsync($"{source.Key}: {result}");
            failed |= result.Outcome.IsFailure();
        }
        if (db.Editions.Turn != turn) await house.FinishAsync(stop);
        return failed ? 1 : 0;
    }

    static Command Status
    {
        get
        {
            var json = new Option<bool>("--json") { Description = "For machines" };
            var command = new Command("status", "How it stands with each source: last bulletin, last attempt, next one") { json };
            command.SetAction((parsed, stop) => WithHouseAsync(parsed, async (house, db) =>
            {
                var (output, options) = (Workplace.Of(parsed).Output, house.Services.GetRequiredService<FetchOptions>());
                var all = await SourceStanding.ReadAsync(db, options, Now(house), stop);
                if (parsed.GetValue(json)) await output.WriteLineAsync(JsonSerializer.Serialize(all, Readable));
                else foreach (var standing in all) await output.WriteLineAsync(standing.ToString());
                return 0;
            }));
            return command;
        }
    }
}
