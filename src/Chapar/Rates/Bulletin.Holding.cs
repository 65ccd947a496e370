using Chapar.Text;

namespace Chapar.Rates;

public sealed partial class Bulletin
{
    /// <summary>Why it is not shown, said by <see cref="Sentence.InStored"/>; null when it is not held. A refused one keeps it.</summary>
    public string? HeldReason { get; private set; }

    /// <summary>Who refused it, and why; null when nobody did.</summary>
    public string? RefusedReason { get; private set; }

    /// <summary>How many of its rows wait for an editor.</summary>
    public int RowsWaiting { get; private set; }

    /// <summary>Whether the whole or a row of it waits for a look.</summary>
    public bool Waits => (HeldReason is not null && RefusedReason is null) || (IsCurrent && RowsWaiting > 0);

    /// <summary>Keeps it out of sight until somebody has looked at it.</summary>
    public void Hold(Sentence reason) => HeldReason = Sentence.Write([reason]);

    /// <summary>Keeps one row out of sight until somebody has looked at it.</summary>
    public void Hold(string currency, Sentence reason)
    {
        Change(currency, Sentence.Write([reason]));
        RowsWaiting++;
    }

    /// <summary>Keeps it out of sight for good; it stays in the archive.</summary>
    public void Refuse(string reason) => RefusedReason = reason;

    /// <summary>Keeps a waiting row out of sight for good.</summary>
    public void Refuse(string currency, string reason)
    {
        Change(currency, Rate.Refused + reason);
        RowsWaiting--;
    }

    /// <summary>Shows a waiting row: somebody has looked at it.</summary>
    public void Release(string currency)
    {
        Change(currency, null);
        RowsWaiting--;
    }

    /// <summary>The rows that wait for an editor.</summary>
    public IEnumerable<Rate> WaitingRows() => Rates.Where(r => r.HeldReason is not null && !r.IsRefused);

    // A new list, since the rows are kept as one text and a changed one must be seen.
    void Change(string currency, string? reason) =>
        Rates = [.. Rates.Select(r => r.Currency == currency ? r with { HeldReason = reason } : r)];
}
