namespace Chapar.Rates;

/// <summary>The sources, in the order they are shown. A new one is a file with its <see cref="RateSource"/>, and a line here.</summary>
public static class RateSources
{
    /// <summary>The official ones.</summary>
    public static IReadOnlyList<RateSource> All { get; } =
    [
        NationalBankOfTheKyrgyzRepublic.Source,
        NationalBankOfKazakhstan.Source,
        NationalBankOfTajikistan.Source,
        CentralBankOfUzbekistan.Source,
        CentralBankOfTurkmenistan.Source,
        BankOfRussia.Source,
        EuropeanCentralBank.Source,
    ];

    /// <summary>Those that are no bank's own word: never among <see cref="All"/>, so that no list of official rates can hold one.</summary>
    public static IReadOnlyList<RateSource> Indicative { get; } = [Frankfurter.Source];

    /// <summary>The source of this key, or null.</summary>
    public static RateSource? Find(string key) => All.Concat(Indicative).FirstOrDefault(s => s.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The source of a key that was stored.</summary>
    public static RateSource Of(string key) => Find(key) ?? throw new ArgumentException($"No rate source is called {key}.", nameof(key));

    /// <summary>The day it is at the banks of two moneys: the earlier one, on which both have a value. UTC's where neither has a bank here.</summary>
    public static DateOnly Today(string first, string second, DateTime nowUtc) =>
        All.Where(s => s.HomeCurrency == first || s.HomeCurrency == second).Select(s => s.Today(nowUtc)).DefaultIfEmpty(DateOnly.FromDateTime(nowUtc)).Min();
}
