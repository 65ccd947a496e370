using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chapar.Rates;
using Chapar.Text;

namespace Chapar.Hosting;

/// <summary><c>rates held</c>, <c>rates accept</c> and <c>rates refuse</c>: what waits for an editor's look, until the newsroom has a page for it.</summary>
static partial class RatesVerb
{
    const string By = "command line";

    static Command Held
    {
        get
        {
            var json = new Option<bool>("--json") { Description = "For machines" };
            var command = new Command("held", "What waits for a look, with the value that is shown in its place") { json };
            command.SetAction((parsed, stop) => WithHouseAsync(parsed, async (_, db) =>
            {
                var output = Workplace.Of(parsed).Output;
                var waiting = await HeldRates.ListAsync(db, stop);
                if (parsed.GetValue(json)) await output.WriteLineAsync(JsonSerializer.Serialize(waiting.Select(ForMachines), Readable));
                else if (waiting.Count == 0) await output.WriteLineAsync("Nothing waits.");
                else foreach (var held in waiting) await output.WriteLineAsync(ForPeople(held));
                return 0;
            }));
            return command;
        }
    }

    static Command Accept
    {
        get
        {
            var id = Id;
            var command = new Command("accept", "Shows what was held") { id };
            command.SetAction((parsed, stop) => WithHouseAsync(parsed, async (house, db) =>
                await AnsweredAsync(parsed, house, await HeldRates.AcceptAsync(db, parsed.GetValue(id)!, By, Now(house), stop), $"{parsed.GetValue(id)} is shown.", stop)));
            return command;
        }
    }

    static Command Refuse
    {
        get
        {
            var (id, reason) = (Id, new Option<string>("--reason") { Description = "Why; it is kept with the value", Required = true });
            var command = new Command("refuse", "Leaves what was held out of sight for good") { id, reason };
            command.SetAction((parsed, stop) => WithHouseAsync(parsed, async (house, db) =>
                await AnsweredAsync(parsed, house, await HeldRates.RefuseAsync(db, parsed.GetValue(id)!, parsed.GetValue(reason)!, By, Now(house), stop), $"{parsed.GetValue(id)} is refused.", stop)));
            return command;
        }
    }

    static Argument<string> Id => new("id") { Description = "As \"rates held\" lists it, such as cbu-2026-04-01-1-TMT" };

    static async Task<int> AnsweredAsync(ParseResult parsed, House house, string? refusal, string done, CancellationToken stop)
    {
        if (refusal is not null)
        {
            await Workplace.Of(parsed).Error.WriteLineAsync(refusal);
            return 1;
        }
        await house.FinishAsync(stop);
        await Workplace.Of(parsed).Output.WriteLineAsync(done);
        return 0;
    }

    static string ForPeople(HeldRate held)
    {
        string waits = held.Held is { } value ? Said(value) : "no dollar";
        string shown = held.Before is { } before ? $"{Said(before)} of {before.EffectiveOn:yyyy-MM-dd} is shown" : "nothing is shown";
        return string.Create(CultureInfo.InvariantCulture,
            $"{held.Id}: {(held.IsWholeBulletin ? "the bulletin" : "the row")} for {held.EffectiveOn:yyyy-MM-dd} waits with {held.Currency} {waits}; {shown}; {held.Why(Words.In("en"))}; came {held.FetchedAt:yyyy-MM-dd HH:mm} UTC");
    }

    static string Said(RatePoint point) => point.Nominal == 1 ? point.Published : string.Create(CultureInfo.InvariantCulture, $"{point.Published} for {point.Nominal}");

    static object ForMachines(HeldRate held) => new
    {
        held.Id,
        Source = held.Source.Key,
        Effective = held.EffectiveOn,
        WholeBulletin = held.IsWholeBulletin,
        held.Currency,
        Held = held.Held?.Published,
        HeldPer = held.Held?.Nominal,
        Shown = held.Before?.Published,
        ShownPer = held.Before?.Nominal,
        ShownEffective = held.Before?.EffectiveOn,
        Reason = held.Why(Words.In("en")),
        held.FetchedAt,
    };
}
