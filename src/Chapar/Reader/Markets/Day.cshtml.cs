using Chapar.Database;
using Chapar.Rates;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader.Markets;

/// <summary>What a pair was worth on a day.</summary>
public sealed class DayModel(ReaderDesk desk) : ReaderPage(desk)
{
    public string First { get; private set; } = "";
    public string Second { get; private set; } = "";
    public DateOnly Day { get; private set; }

    /// <summary>Null when nothing is known of the day.</summary>
    public CrossRate? Rate { get; private set; }

    public string PairPath => Prefix + RateTexts.Path(First, Second);
    public string Title => W.Fill("rates-pair", CurrencyNames.Title(First, Language), CurrencyNames.Of(Second, Language));

    /// <summary>The value with its units: as printed, or at six significant digits.</summary>
    public (string Value, int Units) Figure => Rate switch
    {
        null => ("", 1),
        { IsPublished: true, Legs: [var leg] } => (RateFormat.Value(leg.Row.Published, Language), leg.Row.Nominal),
        _ => DerivedRate.Of(Rate.UnitValue) is var derived ? (RateFormat.Value(derived.Digits, Language), derived.Units) : default,
    };

    public async Task<IActionResult> OnGetAsync(string pair, string day)
    {
        (First, Second) = (pair[..3].ToUpperInvariant(), pair[4..].ToUpperInvariant());
        if (First == Second || !Currencies.IsActive(First) || !Currencies.IsActive(Second) || AskedDay.OfAddress(day) is not { } on) return NotFound();
        Day = on;
        Rendering.DependOn(EditionNames.Rates);
        var rate = await CrossRate.FindAsync(Db, First, Second, Day, HttpContext.RequestAborted);
        Rate = rate is null || IsUnknown(rate, Day, Now) ? null : rate;
        Head.Title = W.Fill("rates-day-title", $"{First}/{Second}", Dates.Day(Day));
        Head.Description = Rate is null ? W.Fill("rates-unknown-on", $"{First}/{Second}", Dates.Day(Day))
            : W.Fill("rates-pair-description", W.Number(Figure.Units), First, Figure.Value, Second, Dates.Day(Day));
        Head.Canonical = $"{PairPath}/{RateTexts.Machine(Day)}";
        // There are as many as days: those who ask find them, no robot needs to.
        Head.NoIndex = true;
        return Kept();
    }

    /// <summary>Whether the documents of the days before are missing, or the day is not yet set.</summary>
    public static bool IsUnknown(CrossRate rate, DateOnly day, DateTime nowUtc) => rate.Legs.Any(leg =>
        !CentralBankOfTurkmenistan.IsPegged(leg.Source, leg.Foreign)
        && (day.DayNumber - leg.Row.EffectiveOn.DayNumber > PairHistory.LongestRest || (day > leg.Source.Today(nowUtc) && leg.Row.EffectiveOn < day)));
}
