using Chapar.Rates;
using Chapar.Rates.Fetching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chapar.Tests.Rates.Fetching;

/// <summary>The rounds of the schedule, for some banks only and with a chance that is always the same.</summary>
static class Rounds
{
    public static BankRounds Of(Newsroom newsroom, params string[] sources) => Of(newsroom, newsroom.Site.Clock, sources);

    public static BankRounds Of(Newsroom newsroom, TimeProvider clock, params string[] sources)
    {
        IServiceProvider services = newsroom.Site.Services;
        FetchOptions options = Options(newsroom, sources);
        RateCourier courier = new(new BankLine(services.GetRequiredService<IHttpClientFactory>(), options, clock), options, clock, NullLogger<RateCourier>.Instance);
        return new(services.GetRequiredService<IServiceScopeFactory>(), courier, options, clock, NullLogger<BankRounds>.Instance);
    }

    public static FetchOptions Options(Newsroom newsroom, params string[] sources) => newsroom.Site.Services.GetRequiredService<FetchOptions>() with
    {
        Sources = [.. sources.Select(RateSources.Of)],
        InBackground = true,
        Chance = new Random(11),
    };
}
