namespace Chapar.Rates.Fetching;

/// <summary>How this publication asks the banks.</summary>
public sealed record FetchOptions
{
    /// <summary>The banks that the schedule, and a command that names none, asks.</summary>
    public required IReadOnlyList<RateSource> Sources { get; init; }

    /// <summary>Whether <c>serve</c> asks the banks by itself.</summary>
    public required bool InBackground { get; init; }

    /// <summary>What is sent as User-Agent: the program and an address at which whoever runs it can be found.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Other base addresses than the banks' own, by source.</summary>
    public required IReadOnlyDictionary<string, Uri> Addresses { get; init; }

    /// <summary>Longest time for one answer, from the question to the last byte; three times that for a history.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Between two requests to one bank, instead of its own <see cref="FetchPlan.Pause"/>.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>Where times are scattered, so that the newspapers of the world do not ask on the same second.</summary>
    public Random Chance { get; init; } = Random.Shared;

    /// <summary>The name of a source's client in the HTTP client factory.</summary>
    public static string ClientOf(RateSource source) => "rates:" + source.Key;

    /// <summary>The whole address of a document.</summary>
    public Uri AddressOf(RateSource source, FetchAddress address) =>
        new(Addresses.GetValueOrDefault(source.Key, source.Fetching.Base), address.Path);
}
