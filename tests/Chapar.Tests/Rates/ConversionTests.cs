using System.Globalization;
using Chapar.Database;
using Chapar.Rates;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates;

public class ConversionTests
{
    const string Noon = "2026-05-20T06:00";

    static async Task<Conversion> ConvertAsync(RatesWorld world, decimal amount, string from, string to)
    {
        await using NewsDb db = world.Db();
        return await Conversion.MakeAsync(db, amount, from, to, new(2026, 5, 20), TestContext.Current.CancellationToken);
    }

    /// <summary>"KGS -> USD (NBKR, 24.11.2026) -> KZT (NBK, 25.11.2026)".</summary>
    static string Way(CrossRate rate) =>
        rate.From + string.Concat(rate.Legs.Select(l => $" -> {l.To} ({l.Source.Key.ToUpperInvariant()}, {RateFormat.Day(l.Row.EffectiveOn)})"));

    static async Task<RatesWorld> LoadedAsync()
    {
        RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("20.05.2026", "87,4500", "101,5000").Replace("</CurrencyRates>",
            "<Currency ISOCode=\"KZT\"><Nominal>1</Nominal><Value>0,1800</Value></Currency></CurrencyRates>", StringComparison.Ordinal));
        await world.LoadAsync("nbk", Noon, SmallDocuments.NbkDay);
        await world.LoadAsync("ecb", Noon, SmallDocuments.EcbDay);
        return world;
    }

    [Theory]
    [InlineData("USD", "KGS", "100", "8745.00", "USD -> KGS (NBKR, 20.05.2026)")]
    [InlineData("KGS", "USD", "100", "1.14", "KGS -> USD (NBKR, 20.05.2026)")]
    [InlineData("EUR", "KGS", "1.5", "152.25", "EUR -> KGS (NBKR, 20.05.2026)")]
    [InlineData("KGS", "KZT", "1000", "5422.53", "KGS -> USD (NBKR, 20.05.2026) -> KZT (NBK, 02.04.2026)")]
    [InlineData("USD", "EUR", "115", "100.00", "USD -> EUR (ECB, 18.03.2026)")]
    [InlineData("EUR", "USD", "100", "115.00", "EUR -> USD (ECB, 18.03.2026)")]
    [InlineData("JPY", "TMT", "10000", "246.39", "JPY -> EUR (ECB, 18.03.2026) -> USD (ECB, 18.03.2026) -> TMT (CBT, 01.01.2015)")]
    [InlineData("USD", "JPY", "1", "142", "USD -> EUR (ECB, 18.03.2026) -> JPY (ECB, 18.03.2026)")]
    [InlineData("usd", "USD", "-1.005", "-1.01", "USD")]
    public async Task An_amount_is_converted_by_official_rows_and_the_way_is_named(string from, string to, string amount, string result, string path)
    {
        await using RatesWorld world = await LoadedAsync();
        Conversion conversion = await ConvertAsync(world, decimal.Parse(amount, CultureInfo.InvariantCulture), from, to);
        Assert.Equal((result, path, null), (conversion.Result, Way(conversion.Rate!), conversion.Sentence));
    }

    [Fact]
    public async Task Two_moneys_of_the_region_without_both_dollars_are_joined_by_one_banks_row()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbk", Noon, SmallDocuments.NbkDay);
        Conversion conversion = await ConvertAsync(world, 1000m, "UZS", "KZT");
        Assert.Equal(("39.00", "UZS -> KZT (NBK, 02.04.2026)", true), (conversion.Result, Way(conversion.Rate!), conversion.Rate!.IsPublished));
    }

    [Theory]
    [InlineData("USD", "ABC", "1", ConversionProblem.UnknownMoney, "ABC is not the code of a currency in use (ISO 4217).")]
    [InlineData("BYR", "USD", "1", ConversionProblem.UnknownMoney, "BYR is not the code of a currency in use (ISO 4217).")]
    [InlineData("UAH", "USD", "1", ConversionProblem.NoRate, "No official rate joins UAH and USD on 20.05.2026.")]
    [InlineData("USD", "KGS", "79228162514264337593543950335", ConversionProblem.TooLarge, "79228162514264337593543950335 USD is more KGS than can be told exactly: ask for less.")]
    [InlineData("USD", "KGS", "2000000000000000000", ConversionProblem.TooLarge, "2000000000000000000 USD is more KGS than can be told exactly: ask for less.")]
    public async Task What_cannot_be_converted_is_said_in_a_sentence(string from, string to, string amount, ConversionProblem problem, string sentence)
    {
        await using RatesWorld world = await LoadedAsync();
        Conversion conversion = await ConvertAsync(world, decimal.Parse(amount, CultureInfo.InvariantCulture), from, to);
        Assert.Equal((problem, sentence, null), (conversion.Problem, conversion.Sentence, conversion.Result));
    }

    [Theory]
    [InlineData("0.0000823581", 1000, "0.0823581")]
    [InlineData("0.011435105774728", 1, "0.0114351")]
    [InlineData("0.00999999", 10, "0.0999999")]
    [InlineData("0.0000001", 10000, "0.00100000")]
    [InlineData("1", 1, "1.00000")]
    [InlineData("0.9999996", 1, "1.00000")]
    [InlineData("12142.1", 1, "12142.1")]
    [InlineData("1234565", 1, "1234570")]
    [InlineData("999999.5", 1, "1000000")]
    [InlineData("0.0100000049", 1, "0.0100000")]
    public void A_derived_value_has_six_digits_for_the_fewest_units_that_make_it_readable(string value, int units, string digits) =>
        Assert.Equal(new DerivedRate(units, digits), DerivedRate.Of(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("KGS", 2)]
    [InlineData("XDR", null)]
    [InlineData("BYR", null)]
    public void An_amount_has_the_minor_digits_of_its_money(string code, int? digits) => Assert.Equal(digits, Currencies.MinorDigits(code));
}
