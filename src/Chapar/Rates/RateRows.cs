using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Chapar.Rates;

/// <summary>The rows of a bulletin as one text, as they are kept: a row a line, <c>USD 87,4500</c>, with <c>*10</c> for a nominal other than 1,
/// <c>@</c> and a document's id where it is not the bulletin's, <c>?</c> and a reason last where it is held. A fifth of the space of a
/// table with a line for each value, and still read by people.</summary>
static class RateRows
{
    public static string Write(IEnumerable<Rate> rates)
    {
        StringBuilder text = new();
        foreach (Rate rate in rates)
        {
            text.Append(rate.Currency).Append(' ').Append(rate.Published);
            if (rate.Nominal != 1)
                text.Append(CultureInfo.InvariantCulture, $" *{rate.Nominal}");
            if (rate.DocumentId is { } document)
                text.Append(" @").Append(Base64Url.EncodeToString(document.ToByteArray(bigEndian: true)));
            if (rate.HeldReason is not null)
                text.Append(" ?").Append(rate.HeldReason.ReplaceLineEndings(" "));
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Texts that are remembered: the bulletins in force, those before and those to come are read again after each change of any of them.</summary>
    const int Most = 100;

    static readonly ConcurrentDictionary<string, IReadOnlyList<Rate>> read = new(StringComparer.Ordinal);

    /// <summary>What <see cref="Write"/> wrote; nothing else is expected. Rows never change, so the same text is the same rows.</summary>
    public static IReadOnlyList<Rate> Read(string text)
    {
        if (read.TryGetValue(text, out IReadOnlyList<Rate>? known))
            return known;
        // A backfill reads thousands, each once.
        if (read.Count >= Most)
            read.Clear();
        return read[text] = Parse(text);
    }

    static List<Rate> Parse(string text)
    {
        List<Rate> rates = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
            if (line.Length > 0)
                rates.Add(Row(line));
        return rates;
    }

    static Rate Row(ReadOnlySpan<char> line)
    {
        string? reason = Cut(ref line, " ?"), document = Cut(ref line, " @"), units = Cut(ref line, " *");
        int nominal = units is null ? 1 : int.Parse(units, NumberStyles.None, CultureInfo.InvariantCulture);
        string published = line[4..].ToString();
        return new(Currencies.Known(line[..3]), nominal, published, PublishedText.UnitValue(published, nominal))
        {
            HeldReason = reason,
            DocumentId = document is null ? null : new Guid(Base64Url.DecodeFromChars(document), bigEndian: true),
        };
    }

    /// <summary>Takes what follows a mark off the line; null where the mark is not.</summary>
    static string? Cut(ref ReadOnlySpan<char> line, string mark)
    {
        int at = line.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
            return null;
        string cut = line[(at + mark.Length)..].ToString();
        line = line[..at];
        return cut;
    }
}
