using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chapar.Rates;

/// <summary>All values of one bank for one day. Never overwritten: what a bank restates is a new revision, and readers see that it was
/// corrected.</summary>
public sealed class Bulletin
{
    // For EF Core.
    Bulletin() { }

    /// <summary>A bulletin that is not yet shown: <see cref="Show"/> or <see cref="Hold"/> it.</summary>
    public Bulletin(ParsedBulletin parsed, Guid documentId, int revision, DateTime fetchedAt)
    {
        Id = Guid.CreateVersion7(fetchedAt);
        Source = parsed.Source;
        Series = parsed.Series;
        HomeCurrency = parsed.HomeCurrency;
        EffectiveOn = parsed.EffectiveOn;
        DocumentId = documentId;
        Revision = revision;
        FetchedAt = fetchedAt;
        Rates = [.. parsed.Rates.Select(r => new Rate(r))];
        ValuesDigest = DigestOf(parsed.Rates);
    }

    public Guid Id { get; private set; }

    /// <summary>Key of the source.</summary>
    public string Source { get; private set; } = "";

    public BulletinSeries Series { get; private set; }

    /// <summary>ISO 4217 code of the bank's own money.</summary>
    public string HomeCurrency { get; private set; } = "";

    /// <summary>The day the values are valid for, in the bank's own calendar.</summary>
    public DateOnly EffectiveOn { get; private set; }

    /// <summary>When the bank published it, where it says so.</summary>
    public DateTime? PublishedAt { get; private set; }

    public DateTime FetchedAt { get; private set; }

    /// <summary>The document it was read from.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>1 for the first of its day, then one more with each restatement or completion.</summary>
    public int Revision { get; private set; }

    /// <summary>True for the one revision of its day that readers see.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>True when it says another value than was shown before for the same day.</summary>
    public bool IsCorrection { get; private set; }

    /// <summary>Why it waits for an editor; null when it does not.</summary>
    public string? HeldReason { get; private set; }

    /// <summary>SHA-256 of the values for one unit. The banks stamp old values with new dates on weekends: equal digests are one setting.</summary>
    public string ValuesDigest { get; private set; } = "";

    public List<Rate> Rates { get; private set; } = [];

    /// <summary>The row of a currency that may be shown.</summary>
    public Rate? Of(string currency) => Rates.FirstOrDefault(r => r.Currency == currency && r.HeldReason is null);

    /// <summary>Makes it the one readers see, in place of the revision they saw before.</summary>
    public void Show(Bulletin? before)
    {
        if (before is not null)
        {
            before.IsCurrent = false;
            IsCorrection = before.Contradicts(Rates.Select(r => (r.Currency, r.UnitValue)));
        }
        HeldReason = null;
        IsCurrent = true;
    }

    /// <summary>Keeps it out of sight until somebody has looked at it.</summary>
    public void Hold(string reason) => HeldReason = reason;

    /// <summary>Whether any of these values differs from its own of the same currency. Rows that only one side has do not count.</summary>
    public bool Contradicts(IEnumerable<(string Currency, decimal UnitValue)> values) =>
        values.Any(v => Rates.Any(r => r.Currency == v.Currency && r.UnitValue != v.UnitValue));

    /// <summary>The digest of values, whatever their order, nominal or dropped zeros.</summary>
    public static string DigestOf(IEnumerable<ParsedRate> rates)
    {
        StringBuilder text = new();
        foreach (ParsedRate rate in rates.OrderBy(r => r.Currency, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{rate.Currency}={rate.UnitValue:0.############################};");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString())));
    }
}
