using System.CommandLine;
using Chapar.Rates;

namespace Chapar.Hosting;

/// <summary><c>rates rebuild</c>: what is made from the bulletins, made anew.</summary>
static partial class RatesVerb
{
    static Command Rebuild
    {
        get
        {
            var command = new Command("rebuild", "Makes the histories that charts and tables read anew from the bulletins; changes no value");
            command.SetAction((parsed, stop) => WithHouseAsync(parsed, async (house, db) =>
            {
                var years = await RateYears.RebuildAsync(db, stop);
                await house.FinishAsync(stop);
                await Workplace.Of(parsed).Output.WriteLineAsync(FormattableString.Invariant($"{years} years of currencies made from the bulletins."));
                return 0;
            }));
            return command;
        }
    }
}
