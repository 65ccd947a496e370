using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Chapar.Text;

namespace Chapar.Rates;

/// <summary>All values of one bank for one day. No value is ever overwritten: what a bank restates is a new revision, and readers see that it
/// was corrected. Rows that were not there before are added.</summary>
public sealed partial class Bulletin
{
    // For EF Core.
    Bulletin() { }

    /// <summary>A bulletin that is not yet shown: <see cref="Show"/> or <see cref="Hold(Sentence)"/> it.</summary>
    /// <param name="parsed">What the document says.</param>
    /// <param name="document">The document it was read from.</param>
    /// <param name="revision">1 for the first of its day.</param>
    /// <param name="fetchedAt">When it was taken.</param>
    /// <param name="kept">Rows of the revision before that the document says nothing about.</param>
    public Bulletin(ParsedBulletin parsed, RateDocument document, int revision, DateTime fetchedAt, IEnumerable<Rate>? kept = null)
    {
        Id = Guid.CreateVersion7(fetchedAt);
        Source = parsed.Source;
        Series = parsed.Series;
        HomeCurrency = parsed.HomeCurrency;
        Quotation = parsed.Quotation;
        EffectiveOn = parsed.EffectiveOn;
        DocumentId = document.Id;
        PublishedAt = document.PublishedAt;
        Revision = revision;
        FetchedAt = fetchedAt;
        Rates = [.. parsed.Rates.Select(r => new Rate(r)), .. kept ?? []];
        ValuesDigest = DigestOf(Rates);
    }

    public Guid Id { get; private set; }

    /// <summary>Key of the source.</summary>
    public string Source { get; private set; } = "";

    public BulletinSeries Series { get; private set; }

    /// <summary>ISO 4217 code of the bank's own money.</summary>
    public string HomeCurrency { get; private set; } = "";

    /// <summary>Which way round its values are.</summary>
    public Quotation Quotation { get; private set; }

    /// <summary>The day the values are valid for, in the bank's own calendar.</summary>
    public DateOnly EffectiveOn { get; private set; }

    /// <summary>When the bank published it, where it says so.</summary>
    public DateTime? PublishedAt { get; private set; }

    public DateTime FetchedAt { get; private set; }

    /// <summary>The document it was read from.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>1 for the first of its day, then one more with each restatement.</summary>
    public int Revision { get; private set; }

    /// <summary>True for the one revision of its day that readers see.</summary>
    public bool IsCurrent { get; private set; }

    /// <summary>True when another value than this was shown before for the same day.</summary>
    public bool IsCorrection { get; private set; }

    /// <summary>SHA-256 of the values for one unit. The banks stamp old values with new dates on weekends: equal digests are one setting.</summary>
    public string ValuesDigest { get; private set; } = "";

    /// <summary>The rows in the document's order, held ones among them.</summary>
    public IReadOnlyList<Rate> Rates { get; private set; } = [];

    /// <summary>The row of a currency that may be shown.</summary>
    public Rate? Of(string currency) => Rates.FirstOrDefault(r => r.Currency == currency && r.HeldReason is null);

    /// <summary>A row of it as a point of a history.</summary>
    public RatePoint Point(Rate rate) => new(EffectiveOn, rate.Published, rate.Nominal, rate.UnitValue, IsCorrection);

    /// <summary>What the bank said in it, for judging it or others anew: all rows but those that somebody has refused.</summary>
    public ParsedBulletin Parsed() =>
        new(Source, EffectiveOn, HomeCurrency, Quotation, Series, IsPartial: true, [.. Rates.Where(r => !r.IsRefused).Select(r => r.Parsed)]);

    /// <summary>Makes it the one readers see, in place of the revision they saw before.</summary>
    public void Show(Bulletin? before)
    {
        if (before is not null)
        {
            before.IsCurrent = false;
            IsCorrection = before.IsCorrection || before.Contradicts(Rates.Select(r => (r.Currency, r.UnitValue)));
        }
        HeldReason = null;
        IsCurrent = true;
    }

    /// <summary>Adds rows of which it said nothing, each with the document it came from.</summary>
    public void Complete(IEnumerable<ParsedRate> rows, RateDocument document)
    {
        Rates = [.. Rates, .. rows.Select(r => new Rate(r) { DocumentId = document.Id == DocumentId ? null : document.Id })];
        ValuesDigest = DigestOf(Rates);
    }

    /// <summary>Whether any of these values differs from its own of the same currency. Rows that only one side has do not count.</summary>
    public bool Contradicts(IEnumerable<(string Currency, decimal UnitValue)> values) =>
        values.Any(v => Rates.Any(r => r.Currency == v.Currency && r.UnitValue != v.UnitValue));

    /// <summary>The digest of values, whatever their order, nominal or dropped zeros.</summary>
    public static string DigestOf(IEnumerable<Rate> rates)
    {
        StringBuilder text = new();
        foreach (Rate rate in rates.OrderBy(r => r.Currency, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{rate.Currency}={rate.UnitValue:0.############################};");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text.ToString())));
    }
}
