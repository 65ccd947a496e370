using System.Net;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary>The lines to the banks, as the settings want them.</summary>
static class Fetching
{
    /// <summary>More is a loop, or a parking page.</summary>
    const int MostRedirects = 5;

    public static void AddFetching(this IServiceCollection services, ChaparSettings settings)
    {
        FetchOptions options = OptionsOf(settings);
        services.AddSingleton(options);
        services.AddSingleton<BankLine>();
        services.AddSingleton<RateCourier>();
        services.AddSingleton<BankRounds>();
        services.AddSingleton<HistoryReading>();
        foreach (RateSource source in RateSources.All.Concat(RateSources.Indicative))
        {
            IHttpClientBuilder client = services.AddHttpClient(FetchOptions.ClientOf(source), c => c.Timeout = Timeout.InfiniteTimeSpan);
            client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                MaxConnectionsPerServer = 1,
                MaxAutomaticRedirections = MostRedirects,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = options.Limit,
                // The guard before the Bank of Russia sets one and redirects until it is sent back.
                UseCookies = true,
            });
            // A second try mends a dropped connection; a bank that is down is the schedule's matter.
            client.AddStandardResilienceHandler(line =>
            {
                line.Retry.MaxRetryAttempts = 2;
                line.Retry.Delay = options.Pause is { } pause && pause < options.Limit / 10 ? pause : options.Limit / 10;
                line.Retry.MaxDelay = options.Limit;
                line.AttemptTimeout.Timeout = options.Limit;
                line.TotalRequestTimeout.Timeout = options.Limit * 4;
                line.CircuitBreaker.SamplingDuration = options.Limit * 4;
            });
        }
    }

    /// <exception cref="SettingsException">An address is given for a source that does not exist.</exception>
    static FetchOptions OptionsOf(ChaparSettings settings)
    {
        Dictionary<string, Uri> addresses = [];
        foreach ((string key, string address) in settings.Rates.Addresses)
        {
            RateSource source = RateSources.Find(key) ?? throw new SettingsException(
                $"rates:addresses:{key} is for no source: known are {string.Join(", ", RateSources.All.Concat(RateSources.Indicative).Select(s => s.Key))}.");
            addresses[source.Key] = new(address);
        }
        return new()
        {
            Sources = [.. RateSources.All, .. settings.Rates.Indicative ? RateSources.Indicative : []],
            InBackground = settings.Rates.Fetch,
            UserAgent = $"Mozilla/5.0 (compatible; Chapar/1.0; +{settings.Publication.BaseUrl})",
            Addresses = addresses,
            Limit = TimeSpan.FromSeconds(settings.Rates.Seconds),
            Pause = settings.Rates.PauseSeconds is { } pause ? TimeSpan.FromSeconds(pause) : null,
        };
    }
}
