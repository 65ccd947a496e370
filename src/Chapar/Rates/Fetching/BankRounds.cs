using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates.Fetching;

/// <summary>Goes from bank to bank, one after the other, and writes down what came of it.</summary>
public sealed class BankRounds(IServiceScopeFactory scopes, RateCourier courier, FetchOptions options, TimeProvider clock, ILogger<BankRounds> log)
{
    /// <summary>After an error of our own: what is to be asked when is not in the database then.</summary>
    static readonly TimeSpan afterError = TimeSpan.FromMinutes(10);

    /// <summary>Asks the banks that are due, and returns when the next one is. An error of our own at one bank does not keep the others waiting.</summary>
    public async Task<DateTime> RunDueAsync(CancellationToken cancellation)
    {
        DateTime earliest = DateTime.MaxValue;
        foreach (RateSource source in options.Sources)
        {
            DateTime next;
            try
            {
                next = await AskIfDueAsync(source, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Asking {Source} failed; the others are asked", source.Key);
                next = Now + afterError;
            }
            earliest = next < earliest ? next : earliest;
        }
        return earliest;
    }

    async Task<DateTime> AskIfDueAsync(RateSource source, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        NewsDb db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        FetchState? state = await db.FetchStates.AsNoTracking().SingleOrDefaultAsync(s => s.Source == source.Key, cancellation);
        return state?.NextAttemptAt is { } next && next > Now ? next : await AskOnScheduleAsync(db, source, state, cancellation);
    }

    /// <summary>Asks one bank because somebody wants it now; the schedule stays as it is.</summary>
    public async Task<FetchResult> AskNowAsync(NewsDb db, RateSource source, CancellationToken cancellation)
    {
        bool isFirst = !await db.FetchStates.AnyAsync(s => s.Source == source.Key && s.LastAnswerAt != null, cancellation);
        FetchResult result = await courier.LookAsync(db, source, isFirst ? Look.Reread : Look.Latest, cancellation);
        await db.NoteAsync(source, state => state.Note(result, Now), cancellation);
        return result;
    }

    async Task<DateTime> AskOnScheduleAsync(NewsDb db, RateSource source, FetchState? before, CancellationToken cancellation)
    {
        // The first look of a day is the thorough one, whether it is that after midnight or the first after the program was off.
        DateOnly today = source.Today(Now);
        Look look = before?.RereadOn == today ? Look.ForNew : Look.Reread;
        FetchResult result = await courier.LookAsync(db, source, look, cancellation);
        DateOnly? newest = await db.Bulletins.NewestDayAsync(source, cancellation);
        bool isIn = newest >= today.AddDays(source.Fetching.DaysAhead);
        FetchState after = await db.NoteAsync(source, state =>
        {
            bool hasTurned = state.Note(result, Now);
            if (look == Look.Reread && result.Outcome != FetchOutcome.TransportFailure)
                state.HasReread(today);
            state.AskAgainAt(FetchSchedule.Next(source, state.Failures, isIn, Now, options.Chance));
            return hasTurned;
        }, cancellation);
        return after.NextAttemptAt!.Value;
    }

    DateTime Now => clock.GetUtcNow().UtcDateTime;
}
