using Chapar.Database;
using Chapar.Rates;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader.Markets;

/// <summary>All about one pair: its figure, what moved it, a chart and its table, a converter, the value of any day.</summary>
public sealed class PairModel(ReaderDesk desk) : ReaderPage(desk)
{
    public string First { get; private set; } = "";
    public string Second { get; private set; } = "";
    public override bool IsSided => true;
    public ChartRange Range { get; private set; } = ChartRange.Year;

    /// <summary>The range that is shown.</summary>
    public PairHistory History { get; private set; } = null!;

    /// <summary>The value in force today.</summary>
    public PairStep Today { get; private set; } = null!;

    /// <summary>What the bank itself says of the pair; null for a cross.</summary>
    public TickerItem? Official { get; private set; }

    /// <summary>Against the value before, in words and figures; "" where nothing may be said.</summary>
    public string Change { get; private set; } = "";

    /// <summary>Against which: the bank's bulletin before, or a day.</summary>
    public string Since { get; private set; } = "";

    public PairFigures Figures { get; private set; } = null!;
    public RateStatus Status { get; private set; }
    public StepChart Chart { get; private set; } = null!;
    /// <summary>The pair against a week, a month and a year ago; "" where nothing may be said.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>What banks print of the two moneys today, whichever way round.</summary>
    public IReadOnlyList<CrossLeg> Printed { get; private set; } = [];

    public string PairPath => Prefix + RateTexts.Path(First, Second);
    /// <summary>The same pair the other way round.</summary>
    public string InversePath => Prefix + RateTexts.Path(Second, First);
    public CrossRate Rate => History.Rate;
    public string Title => W.Fill("rates-pair", CurrencyNames.Title(First, Language), CurrencyNames.Of(Second, Language));

    public async Task<IActionResult> OnGetAsync(string pair, string? range)
    {
        (First, Second) = (pair[..3].ToUpperInvariant(), pair[4..].ToUpperInvariant());
        if (range == ChartRange.Year.Key) return RedirectPermanent(PairPath);
        if (ChartRange.Find(range) is not { } found || First == Second) return NotFound();
        Range = found;
        Rendering.DependOn(EditionNames.Rates);

        var stop = HttpContext.RequestAborted;
        if (await PairHistory.ReadAsync(Db, First, Second, to => Earlier(Range.From(to), to.AddYears(-1)), Now, Range.IsWhole, stop) is not { } whole) return NotFound();
        var today = whole.To;
        Today = whole.Now;
        if (whole.Rate.Legs is [var only]) Official = await RateTicker.ItemAsync(Asking, only.Source, only.Foreign, await this.BulletinsAsync(Rendering), stop);
        History = Range.IsWhole ? whole.SinceKnown() : whole.Since(Range.From(today));
        Figures = new PairFigures(Today, W);
        Status = Official?.Status ?? RateStatuses.Of(whole.Rate, Now, (await this.BulletinsAsync(Rendering)).Unreadable);
        Chart = StepChart.Of(History, Figures.Units, W);
        Rows = HistoryRow.Of(History, Figures, Range.Key is "month" or "year", this);
        if (Status is RateStatus.Fresh or RateStatus.Carried) Sentence = RateSentences.Of(whole, today, W);
        (Change, Since) = ChangeOf(whole);
        Printed = await PrintedAsync(today, stop);
        Related = [.. RelatedIn(await this.BulletinsAsync(Rendering))];
        Describe();
        return Kept();
    }

    static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    (string Change, string Since) ChangeOf(PairHistory whole)
    {
        if (Official is { Status: RateStatus.Fixed }) return (W["rate-fixed"], "");
        if (Official is { } item) return (whole.Rate.IsPublished ? RateTexts.Change(W, item.Change, isFixed: false) : RateTexts.Turned(W, item), W["rates-since-before"]);
        // Several banks have no bulletin in common: a cross is told against the day of its last other value, and not at all with one of them late.
        return RateTexts.IsStale(Status) || whole.Steps.LastOrDefault(s => s.Day < Today.Day && s.UnitValue != Today.UnitValue) is not { } before
            ? ("", "")
            : (RateTexts.Percent(W, Today.UnitValue / before.UnitValue - 1), W.Fill("rates-since-day", Dates.Day(before.Day)));
    }

    /// <summary>For a later day, where the bank has set it.</summary>
    public string? Later => Official?.Next is { } next && Rate.IsPublished
        ? W.Fill("rates-later", Dates.Day(next.EffectiveOn), RateFormat.Value(next.Published, Language) + (RateTexts.Change(W, next.Change, isFixed: false) is { Length: > 0 } change ? ", " + change : ""))
        : null;

    /// <summary>The banks of both moneys, where they print the other.</summary>
    async Task<IReadOnlyList<CrossLeg>> PrintedAsync(DateOnly today, CancellationToken stop)
    {
        List<CrossLeg> printed = [];
        foreach (var source in RateSources.All.Where(s => s.HomeCurrency == First || s.HomeCurrency == Second))
        {
            var foreign = source.HomeCurrency == First ? Second : First;
            // Mostly it is the row that the pair is made from.
            var known = Rate.Legs.FirstOrDefault(l => l.Source == source && l.Foreign == foreign)?.Row;
            if ((known ?? (await RateHistory.ReadAsync(Db, source, foreign, today, today, stop)).Latest) is { } row)
                printed.Add(new(source, First, Second, row, IsInverse: (source.Quotation == Quotation.HomePerForeign) == (source.HomeCurrency == First)));
        }
        return printed;
    }

    void Describe()
    {
        Head.Title = W.Fill("rates-pair-title", Title, $"{First}/{Second}");
        Head.Description = W.Fill("rates-pair-description", Per(Figures.Units), First, Figures.Value(Today), Second, Dates.Day(Today.Day));
        Head.Canonical = Range.Under(PairPath);
        Head.Feeds = $"{Prefix}/rates";
        // What no bank prints and few ask for needs no robot.
        Head.NoIndex = Range != ChartRange.Year || (!Rate.IsPublished && !(Currencies.Main.Contains(First) && Currencies.Main.Contains(Second)));
        Head.Translations = [.. Publication.Languages.Select(l => (l, Publication.Prefix(l) + RateTexts.Path(First, Second)))];
    }

    /// <summary>For how many units the figure is: "1,000".</summary>
    public string Per(int units) => W.Number(units);

    /// <summary>The rows of the table under the chart: each value of a short span; of a long one the last, lowest and highest of each month.</summary>
    public IReadOnlyList<HistoryRow> Rows { get; private set; } = [];

    /// <summary>The chart in one sentence.</summary>
    public string ChartText => History.Lowest is not { } low ? "" : W.Fill("rates-chart", $"{First}/{Second}", Dates.Day(History.From), Dates.Day(History.To),
        Figures.Value(low), Figures.Value(History.Highest!));

    /// <summary>Other pairs of interest: the other moneys of the region in this one, the world's in this one.</summary>
    public IReadOnlyList<(string Path, string Name)> Related { get; private set; } = [];

    /// <summary>Those of which something was loaded: the others have no page.</summary>
    IEnumerable<(string Path, string Name)> RelatedIn(BulletinsInForce bulletins)
    {
        var printing = RateSources.All.Where(s => bulletins.Of(s).Now is not null).Select(s => s.HomeCurrency).Append(CentralBankOfTurkmenistan.Source.HomeCurrency).ToHashSet();
        return from money in RateTicker.Bases.Concat(RateTicker.Currencies)
               where money != First && money != Second && (RateTicker.Bases.Contains(money) ? printing.Count > 1 : printing.Contains(money))
               select (Prefix + RateTexts.Path(money, Second), $"{money}/{Second}");
    }
}
