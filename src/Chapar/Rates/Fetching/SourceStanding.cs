using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates.Fetching;

/// <summary>How it stands with one source, for <c>rates status</c> and <c>/health/rates</c>.</summary>
/// <param name="Source">Its key.</param>
/// <param name="Name">The bank.</param>
/// <param name="Official">False for an indicative one.</param>
/// <param name="Status">fresh, carried, late, failing, fixed or missing: what readers see.</param>
/// <param name="LastBulletin">The day of the newest bulletin that is shown.</param>
/// <param name="LastAttempt">UTC; null when it was never asked.</param>
/// <param name="LastAnswer">UTC: when the bank last answered as it should, be it with nothing.</param>
/// <param name="Outcome">The words for what came of the last attempt.</param>
/// <param name="Detail">The particulars.</param>
/// <param name="Failures">Failed attempts in a row.</param>
/// <param name="NextAttempt">UTC; null when the schedule does not run.</param>
/// <param name="Held">Bulletins and rows that wait for somebody's look.</param>
public sealed record SourceStanding(
    string Source, string Name, bool Official, string Status, DateOnly? LastBulletin, DateTime? LastAttempt, DateTime? LastAnswer,
    string Outcome, string Detail, int Failures, DateTime? NextAttempt, int Held)
{
    /// <summary>All sources that are switched on.</summary>
    public static async Task<IReadOnlyList<SourceStanding>> ReadAsync(NewsDb db, FetchOptions options, DateTime nowUtc, CancellationToken cancellation = default)
    {
        Dictionary<string, FetchState> states = await db.FetchStates.AsNoTracking().ToDictionaryAsync(s => s.Source, cancellation);
        ILookup<string, HeldRate> held = (await HeldRates.ListAsync(db, cancellation)).ToLookup(h => h.Source.Key);
        List<SourceStanding> all = [];
        foreach (RateSource source in options.Sources)
        {
            FetchState? state = states.GetValueOrDefault(source.Key);
            DateOnly? newest = await db.Bulletins.Shown(source.Key).MaxAsync(b => (DateOnly?)b.EffectiveOn, cancellation);
            RateStatus status = newest is { } day ? RateStatuses.Of(source, day, nowUtc, state?.Failures > 0)
                : source == CentralBankOfTurkmenistan.Source ? RateStatus.Fixed : RateStatus.Missing;
            all.Add(new(source.Key, source.Name, source.IsOfficial, RateWords.Key(status)["rate-".Length..], newest, state?.LastAttemptAt, state?.LastAnswerAt,
                (state?.Outcome ?? FetchOutcome.NotAsked).Words(), state?.Detail ?? "", state?.Failures ?? 0,
                options.InBackground ? state?.NextAttemptAt : null, held[source.Key].Count()));
        }
        return all;
    }

    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        string bulletin = LastBulletin is { } day ? FormattableString.Invariant($"bulletin for {day:yyyy-MM-dd}") : "no bulletin";
        string asked = LastAttempt is { } at ? FormattableString.Invariant($"asked {at:yyyy-MM-dd HH:mm} UTC: {Outcome}{(Detail.Length > 0 ? $" ({Detail})" : "")}") : Outcome;
        string failures = Failures > 1 ? FormattableString.Invariant($", the {Failures} last times in vain") : "";
        string next = NextAttempt is { } then ? FormattableString.Invariant($"; next {then:yyyy-MM-dd HH:mm} UTC") : "";
        string waiting = Held > 0 ? FormattableString.Invariant($"; {Held} held, see rates held") : "";
        return $"{Source,-5} {Status,-8} {bulletin}; {asked}{failures}{next}{waiting}{(Official ? "" : "; indicative, not official")}";
    }
}
