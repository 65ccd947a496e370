using Chapar.Rates;

namespace Chapar.Database.Demo;

/// <summary>Fills the sample publication with real official rates under their real dates: more than a year of Kyrgyz ones, and two days of
/// every source. They are old, and the ticker says so; a sample must not invent rates.</summary>
public static class DemoRates
{
    /// <summary>Loads <c>rates-nbkr-usd.csv</c> (a day a line) and <c>rates-latest.csv</c> (a value a line) from the folder of the sample
    /// data, by default the one beside the program. Filling again changes nothing.</summary>
    public static async Task FillAsync(NewsDb db, DateTime now, string? folder = null, CancellationToken cancellation = default)
    {
        folder ??= Path.Combine(AppContext.BaseDirectory, "Database", "Demo");
        string history = Path.Combine(folder, "rates-nbkr-usd.csv"), latest = Path.Combine(folder, "rates-latest.csv");
        await TakeAsync(db, NationalBankOfTheKyrgyzRepublic.Source, history, Days(await LinesAsync(history, cancellation)), now, cancellation);
        foreach (IGrouping<string, string[]> source in (await LinesAsync(latest, cancellation)).Skip(1).GroupBy(cells => cells[0]))
            await TakeAsync(db, RateSources.Of(source.Key), latest, Values(RateSources.Of(source.Key), source), now, cancellation);
    }

    static async Task TakeAsync(NewsDb db, RateSource source, string file, IEnumerable<ParsedBulletin> bulletins, DateTime now, CancellationToken cancellation)
    {
        byte[] bytes = await File.ReadAllBytesAsync(file, cancellation);
        RateDocument document = await db.RateDocuments.KnownAsync(source, bytes, cancellation)
            ?? db.RateDocuments.Add(new(source.Key, Path.GetFileName(file), bytes, now)).Entity;
        BulletinDesk desk = new(db, source, now);
        await desk.TakeAsync([.. bulletins], document, cancellation);
        await desk.SaveAsync("demo", cancellation);
        db.ChangeTracker.Clear();
    }

    static IEnumerable<ParsedBulletin> Days(List<string[]> lines)
    {
        string[] currencies = [.. lines[0].Skip(1).Select(c => c.ToUpperInvariant())];
        foreach (string[] cells in lines.Skip(1))
            yield return Bulletin(NationalBankOfTheKyrgyzRepublic.Source, cells[0], BulletinSeries.Daily,
                currencies.Select((currency, i) => Rate(currency, "1", cells[i + 1])));
    }

    static IEnumerable<ParsedBulletin> Values(RateSource source, IEnumerable<string[]> lines) =>
        from cells in lines
        group Rate(cells[2], cells[3], cells[4]) by (Day: cells[1], Series: source.IsWeekly(cells[2]) ? BulletinSeries.Weekly : BulletinSeries.Daily) into day
        select Bulletin(source, day.Key.Day, day.Key.Series, day);

    static ParsedBulletin Bulletin(RateSource source, string day, BulletinSeries series, IEnumerable<ParsedRate> rates) =>
        new(source.Key, DateOnly.ParseExact(day, "yyyy-MM-dd"), source.HomeCurrency, source.Quotation, series, IsPartial: true, [.. rates]);

    static ParsedRate Rate(string currency, string nominal, string published) =>
        ParsedRate.Of("demo", currency, nominal, published, '.');

    /// <summary>The cells of the lines that are no remark.</summary>
    static async Task<List<string[]>> LinesAsync(string file, CancellationToken cancellation) =>
        [.. (await File.ReadAllLinesAsync(file, cancellation)).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(','))];
}
