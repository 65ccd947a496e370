namespace Chapar.Rates.Fetching;

/// <summary>What is known of asking one bank; a row a source. It outlives the program, so that a restart neither forgets a back-off nor asks
/// everybody at once.</summary>
public sealed class FetchState
{
    /// <summary>Longest <see cref="Detail"/> that is kept.</summary>
    public const int LongestDetail = 500;

    // For EF Core.
    FetchState() { }

    public FetchState(string source) => Source = source;

    /// <summary>Key of the source.</summary>
    public string Source { get; private set; } = "";

    public DateTime? LastAttemptAt { get; private set; }

    /// <summary>When the bank last answered as it should, be it with nothing.</summary>
    public DateTime? LastAnswerAt { get; private set; }

    /// <summary>What came of the last attempt.</summary>
    public FetchOutcome Outcome { get; private set; }

    /// <summary>The particulars of the last attempt, one line.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Attempts in a row at which the bank could not be read.</summary>
    public int Failures { get; private set; }

    /// <summary>When the background schedule asks again; null when it never ran.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    /// <summary>The day at the bank on which its last two weeks were read again.</summary>
    public DateOnly? RereadOn { get; private set; }

    /// <summary>The first day of a history that is being read; null when none is.</summary>
    public DateOnly? HistoryFrom { get; private set; }

    /// <summary>The path of the last document of that history which is done.</summary>
    public string? HistoryDone { get; private set; }

    public FetchResult Result => new(Outcome, Detail);

    /// <summary>Writes down what came of an attempt. True when the bank has come to be, or has ceased to be, one that cannot be read.</summary>
    public bool Note(FetchResult result, DateTime now)
    {
        bool wasFailing = Outcome.IsFailure();
        LastAttemptAt = now;
        Outcome = result.Outcome;
        Detail = result.Detail.Length > LongestDetail ? result.Detail[..LongestDetail] : result.Detail;
        Failures = Outcome.IsFailure() ? Failures + 1 : 0;
        if (!Outcome.IsFailure())
            LastAnswerAt = now;
        return wasFailing != Outcome.IsFailure();
    }

    public void AskAgainAt(DateTime at) => NextAttemptAt = at;

    public void HasReread(DateOnly today) => RereadOn = today;

    /// <summary>The history from this day is done up to this document; the same command goes on behind it.</summary>
    public void HistoryIsAt(DateOnly from, string path) => (HistoryFrom, HistoryDone) = (from, path);

    public void HistoryIsDone() => (HistoryFrom, HistoryDone) = (null, null);
}
