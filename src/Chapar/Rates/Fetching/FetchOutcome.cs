namespace Chapar.Rates.Fetching;

/// <summary>What came of asking a bank. The three ways of having nothing are three: a holiday is no failure, and a failure must not pass for a
/// holiday. In order of weight: of several documents the heaviest is told.</summary>
public enum FetchOutcome
{
    /// <summary>Never asked.</summary>
    NotAsked,

    /// <summary>The bank answered in its own form that it has published nothing.</summary>
    NoPublication,

    /// <summary>What the bank says is stored already.</summary>
    NothingNew,

    /// <summary>A new or restated bulletin is shown.</summary>
    NewBulletin,

    /// <summary>A bulletin came that nobody sees before an editor has looked at it.</summary>
    Held,

    /// <summary>A document came that is not what the bank publishes.</summary>
    WrongDocument,

    /// <summary>No document came.</summary>
    TransportFailure,
}

/// <summary>What came of asking, with the particulars as one line.</summary>
public sealed record FetchResult(FetchOutcome Outcome, string Detail = "")
{
    /// <summary>"wrong document: nbkr: the document is an HTML page".</summary>
    public override string ToString() => Detail.Length == 0 ? Outcome.Words() : $"{Outcome.Words()}: {Detail}";

    /// <summary>One result of several: the heaviest, with the particulars of all that weigh as much.</summary>
    public static FetchResult Of(IReadOnlyCollection<FetchResult> results)
    {
        if (results.Count == 0)
            return new(FetchOutcome.NothingNew);
        FetchOutcome outcome = results.Max(r => r.Outcome);
        return new(outcome, string.Join("; ", results.Where(r => r.Outcome == outcome && r.Detail.Length > 0).Select(r => r.Detail).Distinct()));
    }
}

/// <summary>The words of the outcomes: the same in the log, in commands and in the health check.</summary>
public static class FetchOutcomes
{
    public static string Words(this FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.NotAsked => "not asked yet",
        FetchOutcome.NoPublication => "no publication",
        FetchOutcome.NothingNew => "nothing new",
        FetchOutcome.NewBulletin => "a new bulletin",
        FetchOutcome.Held => "held for a look",
        FetchOutcome.WrongDocument => "wrong document",
        _ => "transport failure",
    };

    /// <summary>Whether the bank could not be read.</summary>
    public static bool IsFailure(this FetchOutcome outcome) => outcome is FetchOutcome.WrongDocument or FetchOutcome.TransportFailure;
}
