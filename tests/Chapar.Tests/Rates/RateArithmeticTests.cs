using System.Globalization;
using System.Numerics;
using Chapar.Rates;
using CsCheck;

namespace Chapar.Tests.Rates;

public class RateArithmeticTests
{
    static readonly DateOnly day = new(2026, 11, 24);

    /// <summary>A row as banks print them: up to eight digits, four decimals, for 1 to 10,000 units.</summary>
    static readonly Gen<RatePoint> rows = Gen.Select(Gen.Long[1, 99_999_999], Gen.OneOf((int[])[1, 10, 100, 1000, 10_000])).Select((digits, nominal) =>
    {
        string published = (digits / 10_000m).ToString("F4", CultureInfo.InvariantCulture);
        return new RatePoint(day, published, nominal, PublishedText.UnitValue(published, nominal), false);
    });

    /// <summary>Amounts with up to two decimals.</summary>
    static readonly Gen<decimal> amounts = Gen.Long[0, 1_000_000_000_000].Select(n => n / 100m);

    static readonly string[] languages = ["en", "ru", "kk", "ky", "uz", "uz-Cyrl", "tg", "tk"];
    static readonly string[] machines = ["", "en-US", "ru-RU", "kk-KZ", "ky-KG", "uz-Latn-UZ", "tg-TJ", "tk-TM", "fa-IR", "sv-SE", "ar-EG", "de-CH"];

    static CrossLeg Leg(string from, string to, RatePoint row, bool isInverse) => new(NationalBankOfTheKyrgyzRepublic.Source, from, to, row, isInverse);

    static CrossRate Cross(params CrossLeg[] legs) => new(legs[0].From, legs[^1].To, day, legs);

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public void There_and_back_is_where_one_began_within_half_a_coin() => Gen.Select(rows, amounts).Sample((row, amount) =>
    {
        Conversion there = Conversion.Of(amount, Cross(Leg("USD", "KGS", row, false)));
        Conversion back = Conversion.Of(Number(there.Result!), Cross(Leg("KGS", "USD", row, true)));
        // Half a tyiyn is as many cents as the rate says, and the way back is rounded once more.
        Assert.InRange(Math.Abs(Number(back.Result!) - amount), 0, (0.005m / row.UnitValue) + 0.005m);
    });

    [Fact]
    public void The_inverse_of_an_inverse_is_the_published_value_to_its_last_digit() => rows.Sample(row =>
    {
        decimal inverse = Cross(Leg("KGS", "USD", row, true)).UnitValue;
        Assert.Equal(Number(row.Published), Math.Round(1 / inverse * row.Nominal, row.Decimals, MidpointRounding.AwayFromZero));
    });

    [Fact]
    public void A_cross_is_the_quotient_of_its_rows_and_its_way_back_is_its_inverse() => Gen.Select(rows, rows).Sample((a, b) =>
    {
        CrossRate there = Cross(Leg("KGS", "USD", a, true), Leg("USD", "KZT", b, false)), back = Cross(Leg("KZT", "USD", b, true), Leg("USD", "KGS", a, false));
        Assert.Equal(DerivedRate.Text(b.UnitValue / a.UnitValue), DerivedRate.Text(there.UnitValue));
        Assert.InRange(Math.Abs((there.UnitValue * back.UnitValue) - 1), 0, 0.000_000_000_000_1m);
    });

    [Fact]
    public void A_conversion_is_rounded_as_exact_fractions_are_half_away_from_zero() => Gen.Select(rows, rows, amounts, Gen.Bool).Sample((a, b, amount, isNegative) =>
    {
        decimal signed = isNegative ? -amount : amount;
        string result = Conversion.Of(signed, Cross(Leg("KGS", "USD", a, true), Leg("USD", "KZT", b, false))).Result!;
        // In hundredths: amount x b / a, with all decimals moved out of the way.
        BigInteger over = (BigInteger)(amount * 100) * (BigInteger)(b.UnitValue * 100_000_000), under = (BigInteger)(a.UnitValue * 100_000_000);
        BigInteger coins = ((2 * over) + under) / (2 * under);
        Assert.Equal(isNegative ? -coins : coins, (BigInteger)(Number(result) * 100));
    });

    [Fact]
    public void Another_nominal_is_no_other_rate() => Gen.Select(Gen.Long[1, 9_999_999], Gen.OneOf((int[])[10, 100, 1000]), amounts).Sample((digits, times, amount) =>
    {
        string one = (digits / 10_000m).ToString("F4", CultureInfo.InvariantCulture), many = (digits * times / 10_000m).ToString("F4", CultureInfo.InvariantCulture);
        RatePoint single = new(day, one, 1, PublishedText.UnitValue(one, 1), false), multiple = new(day, many, times, PublishedText.UnitValue(many, times), false);
        Assert.Equal(Movement.Unchanged, RateChange.Between(single, multiple).Movement);
        Assert.Equal(Conversion.Of(amount, Cross(Leg("UZS", "KGS", single, false))).Result, Conversion.Of(amount, Cross(Leg("UZS", "KGS", multiple, false))).Result);
    });

    [Fact]
    public void A_derived_value_has_six_significant_digits_no_exponent_and_is_right_to_half_of_the_last() => Gen.Select(Gen.Long[1, long.MaxValue], Gen.Int[0, 22]).Sample((digits, decimals) =>
    {
        decimal value = digits;
        for (int i = 0; i < decimals; i++)
            value /= 10;
        DerivedRate derived = DerivedRate.Of(value);
        string text = derived.Digits.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        Assert.DoesNotContain(derived.Digits, c => c is 'E' or 'e' or '-' or ',');
        Assert.True(text.Length == 6 || text[6..].All(c => c == '0'), derived.Digits);
        decimal shown = Number(derived.Digits), exact = value * derived.Units;
        Assert.InRange(Math.Abs(shown - exact) / exact, 0, 0.000_005m);
        Assert.True(derived.Units == 10_000 || shown >= 0.01m, derived.ToString());
        Assert.True(derived.Units == 1 || exact / 10 < 0.01m, derived.ToString());
    });

    [Fact]
    public void Percent_is_rounded_half_away_from_zero() => Gen.Select(Gen.Long[1, 999_999], Gen.Long[1, 999_999]).Sample((a, b) =>
    {
        RatePoint before = new(day, a.ToString(CultureInfo.InvariantCulture), 1, a, false), after = new(day, b.ToString(CultureInfo.InvariantCulture), 1, b, false);
        BigInteger move = 10_000 * ((BigInteger)b - a), rounded = ((2 * BigInteger.Abs(move)) + a) / (2 * (BigInteger)a);
        Assert.Equal((move < 0 ? -1 : 1) * (decimal)rounded / 100, RateChange.Between(before, after).Percent);
    });

    [Theory]
    [InlineData("ru", "<0,01\u00A0%")]
    [InlineData("tk", "<0,01\u00A0%")]
    [InlineData("kk", "<0,01%")]
    [InlineData("ky", "<0,01%")]
    [InlineData("uz", "<0,01%")]
    [InlineData("tg", "<0,01%")]
    [InlineData("en", "<0.01%")]
    public void A_move_too_small_for_the_digits_is_said_to_be_small_and_not_to_be_none(string language, string text)
    {
        RatePoint before = new(day, "100000.00", 1, 100_000m, false), after = new(day, "100000.01", 1, 100_000.01m, false), down = new(day, "99999.99", 1, 99_999.99m, false);
        Assert.Equal((text, text), (RateChange.Between(before, after).PercentText(language), RateChange.Between(before, down).PercentText(language)));
    }

    [Fact]
    public void No_culture_of_the_machine_changes_a_digit_and_no_zero_has_a_sign()
    {
        RatePoint row = new(day, "87,4500", 1, 87.45m, false), small = new(day, "0,0001", 10_000, 0.000_000_01m, false);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string?[] expected = [];
            foreach (string machine in machines)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(machine);
                string?[] texts =
                [
                    Conversion.Of(-0.00001m, Cross(Leg("USD", "KGS", row, false))).Result, Conversion.Of(-1234567.5m, Cross(Leg("USD", "KGS", row, false))).Result,
                    Conversion.Of(-1m, Cross(Leg("UZS", "XDR", small, false))).Result, Conversion.Of(0m, Cross(Leg("UZS", "XDR", small, false))).Result,
                    DerivedRate.Of(1 / 87.45m).ToString(),
                    .. languages.SelectMany(l => (string[])[RateFormat.Value("12142,10", l), RateFormat.Value(-0.001m, 2, l), RateFormat.Move(-0.00m, 2, l), RateChange.Between(row, row).PercentText(l), RateFormat.Percent(-0.001m, l)]),
                ];
                Assert.DoesNotContain(texts, t => t is "-0" or "-0.00" or "-0,00" or "\u22120,00");
                Assert.All(texts, t => Assert.DoesNotContain(t!, c => char.IsDigit(c) && !char.IsAsciiDigit(c)));
                if (expected.Length == 0)
                    expected = texts;
                Assert.Equal(expected, texts);
            }
            Assert.Equal(["0.00", "-107962927.88"], expected.Take(2));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
