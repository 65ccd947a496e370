namespace Chapar.Rates;

/// <summary>What loading documents did, in counts of bulletins.</summary>
/// <param name="Refusals">Whole documents and single bulletins that were not taken, each with its file and its reason.</param>
/// <param name="Doubts">Bulletins and rows that wait for somebody to look at them, each with its reason.</param>
public sealed record RateLoadReport(
    int Loaded, int Restated, int Completed, int Unchanged, int Held, int Released, int Nothing,
    IReadOnlyList<string> Refusals, IReadOnlyList<string> Doubts)
{
    /// <summary>0 when everything was taken, 1 when something was refused. What is held was taken.</summary>
    public int ExitCode => Refusals.Count == 0 ? 0 : 1;

    public override string ToString()
    {
        List<string> parts = [];
        Say(Loaded, "loaded");
        Say(Restated, "restated");
        Say(Completed, "completed");
        Say(Unchanged, "unchanged");
        Say(Held, "held");
        Say(Released, "released");
        Say(Nothing, "without publication");
        Say(Refusals.Count, "refused");
        return parts.Count == 0 ? "nothing to do" : string.Join(", ", parts);

        void Say(int count, string what)
        {
            if (count > 0)
                parts.Add(FormattableString.Invariant($"{count} {what}"));
        }
    }
}
