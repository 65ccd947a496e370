using System.Globalization;
using Chapar.Database;

namespace Chapar.Rates;

/// <summary>Why an amount was not converted.</summary>
public enum ConversionProblem
{
    None,

    /// <summary>One of the two is not an active currency code.</summary>
    UnknownMoney,

    /// <summary>No official row joins the two on that day.</summary>
    NoRate,

    /// <summary>The result has more digits than can be told exactly.</summary>
    TooLarge,
}

/// <summary>An amount of one money told in another, by the official rates of a day.</summary>
/// <param name="Amount">As asked.</param>
/// <param name="From">The money one has.</param>
/// <param name="To">The money one gets.</param>
/// <param name="On">The day.</param>
/// <param name="Rate">The rate used, with its path; null with a problem other than TooLarge.</param>
/// <param name="Result">With a point: at the minor digits of <paramref name="To"/>, half away from zero; XDR and the like at six
/// significant digits. Null with a problem.</param>
/// <param name="Problem">Why there is no result.</param>
public sealed record Conversion(decimal Amount, string From, string To, DateOnly On, CrossRate? Rate, string? Result, ConversionProblem Problem)
{
    /// <summary>Results from here on are refused: with their minor digits they would no longer be exact.</summary>
    const decimal TooMuch = 100_000_000_000_000_000_000m;

    /// <summary>The problem in English, for machines and logs; null when there is none.</summary>
    public string? Sentence => Problem switch
    {
        ConversionProblem.None => null,
        ConversionProblem.UnknownMoney => $"{(Currencies.IsActive(From) ? To : From)} is not the code of a currency in use (ISO 4217).",
        ConversionProblem.NoRate => $"No official rate joins {From} and {To} on {RateFormat.Day(On)}.",
        _ => $"{Amount.ToString(CultureInfo.InvariantCulture)} {From} is more {To} than can be told exactly: ask for less.",
    };

    /// <summary>Converts an amount by the rows in force on a day.</summary>
    /// <param name="db">The database.</param>
    /// <param name="amount">Any decimal; a negative one stays negative.</param>
    /// <param name="from">Currency code, in any case; SDR is XDR.</param>
    /// <param name="to">Currency code, in any case; SDR is XDR.</param>
    /// <param name="on">The day.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<Conversion> MakeAsync(NewsDb db, decimal amount, string from, string to, DateOnly on, CancellationToken cancellation = default)
    {
        (from, to) = (Currencies.Code(from), Currencies.Code(to));
        Conversion none = new(amount, from, to, on, null, null, ConversionProblem.UnknownMoney);
        if (!Currencies.IsActive(from) || !Currencies.IsActive(to))
            return none;
        return await CrossRate.FindAsync(db, from, to, on, cancellation) is { } rate
            ? Of(amount, rate)
            : none with { Problem = ConversionProblem.NoRate };
    }

    /// <summary>Converts an amount by a rate already found.</summary>
    public static Conversion Of(decimal amount, CrossRate rate)
    {
        Conversion conversion = new(amount, rate.From, rate.To, rate.On, rate, null, ConversionProblem.None);
        try
        {
            decimal result = rate.Times(amount);
            return Math.Abs(result) < TooMuch
                ? conversion with { Result = Text(result, rate.To) }
                : conversion with { Problem = ConversionProblem.TooLarge };
        }
        catch (OverflowException)
        {
            return conversion with { Problem = ConversionProblem.TooLarge };
        }
    }

    /// <summary>Never "-0.00": a decimal has no signed zero once it is rounded.</summary>
    static string Text(decimal value, string currency)
    {
        if (Currencies.MinorDigits(currency) is not { } digits)
            return DerivedRate.Text(value);
        decimal rounded = Math.Round(value, digits, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0m : rounded).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
