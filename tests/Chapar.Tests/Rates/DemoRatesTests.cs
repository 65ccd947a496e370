using Chapar.Database;
using Chapar.Database.Demo;
using Chapar.Rates;
using Microsoft.EntityFrameworkCore;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates;

public class DemoRatesTests
{
    [Fact]
    public async Task The_sample_publication_has_real_rates_under_their_true_dates_and_says_that_they_are_old()
    {
        await using RatesWorld world = await OpenAsync();
        int filled = await FillAsync();
        Assert.True(filled > 400);
        Assert.Equal(filled, await FillAsync());

        TickerItem som = await world.TickerAsync("KGS", "2026-11-24T06:00");
        Assert.Equal(("87.4500", RateStatus.Late, new DateOnly(2026, 8, 22)), (som.Published!, som.Status, som.EffectiveOn!.Value));
        Assert.Equal(("+0,0009", "<0,01\u00A0%"), (som.Change!.AbsoluteText("ru"), som.Change.PercentText("ru")));
        TickerItem sum = await world.TickerAsync("UZS", "2026-11-24T06:00");
        Assert.Equal(("12\u00A0142,10", "\u221252,11", "\u22120,43\u00A0%"), (sum.Value("ru"), sum.Change!.AbsoluteText("ru"), sum.Change.PercentText("ru")));
        Assert.Equal(RateStatus.Late, (await world.TickerAsync("TJS", "2026-11-24T06:00")).Status);
        Assert.Equal(RateStatus.Late, (await world.TickerAsync("KZT", "2026-11-24T06:00")).Status);
        Assert.Equal(RateStatus.Fixed, (await world.TickerAsync("TMT", "2026-11-24T06:00")).Status);

        RatesTable table = await world.TableAsync("2026-11-24T06:00");
        Assert.All(table.Sources, s => Assert.NotEmpty(s.Rates));
        Assert.Equal(["USD", "EUR", "RUB", "KZT", "TJS", "UZS", "TMT"], table.Sources[0].Rates.Select(r => r.Currency));

        async Task<int> FillAsync()
        {
            await using NewsDb db = world.Db();
            await DemoRates.FillAsync(db, Utc("2026-11-24T04:00"), cancellation: TestContext.Current.CancellationToken);
            return await db.Bulletins.CountAsync(TestContext.Current.CancellationToken);
        }
    }
}
