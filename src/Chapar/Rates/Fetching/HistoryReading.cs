using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates.Fetching;

/// <summary><c>rates fetch SOURCE --from DAY</c>: a bank's archive, document by document, with a pause between them. Interrupted, the same
/// command goes on behind the last document that is done.</summary>
public sealed class HistoryReading(RateCourier courier, TimeProvider clock)
{
    /// <summary>How often a document that does not come is asked for before the reading stops.</summary>
    const int Tries = 3;

    /// <summary>A line of progress is printed after so many documents of one day; after each one of many days.</summary>
    const int DaysInLine = 30;

    /// <summary>Reads from a day until today; false when it stopped early or a document was wrong.</summary>
    public async Task<bool> ReadAsync(NewsDb db, RateSource source, DateOnly from, TextWriter to, CancellationToken cancellation)
    {
        DateOnly first = from < source.Fetching.Since ? source.Fetching.Since : from;
        FetchAddress[] all = [.. source.Fetching.History(first, source.Today(clock.GetUtcNow().UtcDateTime))];
        int done = await DoneAsync(db, source, first, all, cancellation);
        if (done > 0)
            await to.WriteLineAsync($"{source.Key}: goes on behind {all[done - 1].Path}");
        int wrong = 0, held = 0, taken = 0;
        for (; done < all.Length; done++)
        {
            FetchAddress address = all[done];
            FetchResult result = await PatientlyAsync(db, source, address, first, cancellation);
            if (result.Outcome == FetchOutcome.TransportFailure)
            {
                await to.WriteLineAsync($"{source.Key}: stopped at {address.Path}: {result}. The same command goes on there.");
                return false;
            }
            wrong += result.Outcome == FetchOutcome.WrongDocument ? 1 : 0;
            held += result.Outcome == FetchOutcome.Held ? 1 : 0;
            taken += result.Outcome == FetchOutcome.NewBulletin ? 1 : 0;
            if (result.Outcome is FetchOutcome.WrongDocument or FetchOutcome.Held)
                await to.WriteLineAsync($"{source.Key} {address.Path}: {result}");
            await db.NoteAsync(source, state => { state.HistoryIsAt(first, address.Path); return false; }, cancellation);
            db.ChangeTracker.Clear();
            if (address.IsHistory || (done + 1) % DaysInLine == 0 || done + 1 == all.Length)
                await to.WriteLineAsync(FormattableString.Invariant($"{source.Key}: {done + 1} of {all.Length} documents, {100 * (done + 1) / all.Length} %{(address.To is { } day ? $", up to {day:yyyy-MM-dd}" : "")}"));
        }
        await db.NoteAsync(source, state => { state.HistoryIsDone(); return false; }, cancellation);
        await to.WriteLineAsync($"{source.Key}: from {first:yyyy-MM-dd} on: {taken} documents with news, {held} with something held, {wrong} wrong");
        return wrong == 0;
    }

    static async Task<int> DoneAsync(NewsDb db, RateSource source, DateOnly first, FetchAddress[] all, CancellationToken cancellation)
    {
        FetchState? state = await db.FetchStates.AsNoTracking().SingleOrDefaultAsync(s => s.Source == source.Key && s.HistoryFrom == first, cancellation);
        return 1 + Array.FindIndex(all, a => a.Path == state?.HistoryDone);
    }

    async Task<FetchResult> PatientlyAsync(NewsDb db, RateSource source, FetchAddress address, DateOnly first, CancellationToken cancellation)
    {
        for (int tries = 1; ; tries++)
        {
            await courier.PauseAsync(source, cancellation);
            FetchResult result = await courier.BringAsync(db, source, address, first, cancellation);
            if (result.Outcome != FetchOutcome.TransportFailure || tries == Tries)
                return result;
        }
    }
}
