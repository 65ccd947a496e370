using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Rates;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>One money of the region in a week.</summary>
/// <param name="Before">In force when the week began; null when unknown.</param>
/// <param name="After">In force when it ended; null when the bank's documents are missing.</param>
/// <param name="Low">The lowest of the week.</param>
/// <param name="High">The highest of the week.</param>
public sealed record DigestLine(string Currency, RateSource Source, PairStep? Before, PairStep? After, PairStep? Low, PairStep? High, bool IsFixed);

/// <summary>The weekly digest of rates: the text of a draft that an editor reads, mends and publishes; nothing publishes it by itself.</summary>
/// <param name="Body">A sentence for each money of the region, then a table; the figures are those of their day and change only when a bank corrects them.</param>
public sealed partial record RatesDigest(string Headline, string Deck, BodyTree Body)
{
    /// <summary>Where the figure goes in a sentence.</summary>
    const string Figure = "\u0001";

    /// <summary>The five moneys of the region in the week that begins on a Monday.</summary>
    public static async Task<IReadOnlyList<DigestLine>> ReadAsync(NewsDb db, DateOnly monday, CancellationToken stop)
    {
        List<DigestLine> lines = [];
        foreach (var currency in RateTicker.Currencies)
        {
            var source = RateSources.All.Single(s => s.HomeCurrency == currency);
            var (from, to) = (monday.AddDays(-1), monday.AddDays(6));
            var series = await RateHistory.ReadAsync(db, source, "USD", from, to, stop);
            if (series.Latest is not { } latest)
            {
                lines.Add(new(currency, source, null, null, null, null, false));
                continue;
            }
            CrossRate rate = new("USD", currency, to, [new(source, "USD", currency, latest, IsInverse: false)]);
            var history = PairHistory.Of(rate, [series], from, to);
            // Sunday's value is what the week began with.
            var week = history.Since(monday);
            lines.Add(new(currency, source, history.InForceOn(from), history.InForceOn(to), week.Lowest, week.Highest, CentralBankOfTurkmenistan.IsPegged(source, "USD")));
        }
        return lines;
    }

    /// <summary>The text; null when no bank's documents of the week are there.</summary>
    /// <param name="monday">The first day of the week.</param>
    /// <param name="lines">One for each money.</param>
    /// <param name="words">Of the article's language.</param>
    /// <param name="day">How a day is written.</param>
    public static RatesDigest? Write(DateOnly monday, IReadOnlyList<DigestLine> lines, Words words, Func<DateOnly, string> day)
    {
        if (lines.All(l => l.After is null || l.IsFixed)) return null;
        var sunday = monday.AddDays(6);
        var known = lines.Where(l => l.After is not null && !l.IsFixed).ToList();
        return new RatesDigest(
            words.Fill("digest-headline", day(monday), day(sunday)),
            words.Fill("digest-deck", words.Count("digest-moved", known.Count(l => l.Before is { } b && b.UnitValue != l.After!.UnitValue))),
            new BodyTree([.. lines.Select(l => Sentence(l, sunday, words)), Table(lines.Where(l => l.After is not null), sunday, words)]));
    }

    static Paragraph Sentence(DigestLine line, DateOnly sunday, Words words)
    {
        var money = CurrencyNames.Of(line.Currency, words.Language);
        var text = line switch
        {
            { IsFixed: true, After: not null } => words.Fill("digest-fixed", money, Figure, line.Currency),
            { After: null } => words.Fill("digest-missing", money, RateTexts.Bank(words, line.Source)),
            { Before: null } => words.Fill("digest-first", money, Figure, line.Currency),
            { Before: { } b, After: { } a } when b.UnitValue == a.UnitValue => words.Fill("digest-same", money, Figure, line.Currency),
            _ => Moved(line.Before!.UnitValue, line.After!.UnitValue),
        };
        var parts = (char.ToUpperInvariant(text[0]) + text[1..]).Split(Figure);
        if (parts.Length == 1) return new Paragraph([new TextRun(parts[0])]);
        return new Paragraph([new TextRun(parts[0]), Quoted(line, sunday), new TextRun(parts[1])]);

        // The same rule as on the pages: weaker and stronger are said of the money itself.
        string Moved(decimal before, decimal after) =>
            words.Fill(after > before ? "digest-weaker" : "digest-stronger", money, RateTexts.By(words, before / after - 1), Figure, line.Currency);
    }

    static RateInline Quoted(DigestLine line, DateOnly on) => new($"usd-{line.Currency.ToLowerInvariant()}", on);

    static TableBlock Table(IEnumerable<DigestLine> lines, DateOnly sunday, Words words)
    {
        TableCell Head(string key) => new(true, 1, 1, Line(words[key]));
        string Value(PairStep? step) => step?.Row is { } row ? RateFormat.Value(row.Published, words.Language) : "–";
        return new(words["digest-table"],
        [
            new TableRow([Head("rates-currency"), Head("rates-last"), Head("rates-change"), Head("rates-lowest"), Head("rates-highest")]),
            .. lines.Select(l => new TableRow([
                new TableCell(true, 1, 1, Line(l.Currency)),
                new TableCell(false, 1, 1, [new Paragraph([Quoted(l, sunday)])]),
                Cell(l.IsFixed ? words["rate-fixed"] : l.Before is { } before ? RateTexts.Percent(words, l.After!.UnitValue / before.UnitValue - 1) : "–"),
                Cell(Value(l.Low)), Cell(Value(l.High))])),
        ]);
    }

    static TableCell Cell(string text) => new(false, 1, 1, Line(text));

    static IReadOnlyList<Node> Line(string text) => [new Paragraph([new TextRun(text)])];
}
