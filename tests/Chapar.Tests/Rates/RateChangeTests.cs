using System.Globalization;
using Chapar.Rates;
using CsCheck;

namespace Chapar.Tests.Rates;

public class RateChangeTests
{
    static Rate Usd(string published, int nominal = 1) =>
        new("USD", nominal, published, decimal.Parse(published.Replace(',', '.'), CultureInfo.InvariantCulture) / nominal);

    static readonly Gen<decimal> unitValues = Gen.Long[1, 99_999_999_999].Select(n => n / 10_000m);

    static Rate Printed(decimal value) => Usd(value.ToString("F4", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("97,6945", "103,1214", "+5,4269", "+5,55\u00A0%")]
    [InlineData("478.77", "474.2", "\u22124,57", "\u22120,95\u00A0%")]
    [InlineData("12194.21", "13416.49", "+1\u00A0222,28", "+10,02\u00A0%")]
    [InlineData("100000.00", "100000.01", "+0,01", "<0,01\u00A0%")]
    [InlineData("80.00", "80.10", "+0,10", "+0,13\u00A0%")] // 0.125 is rounded away from zero
    [InlineData("80.00", "79.90", "\u22120,10", "\u22120,13\u00A0%")]
    [InlineData("87,4500", "87.45", "", "")]
    public void A_change_is_told_at_the_printed_digits_and_in_percent(string before, string after, string absolute, string percent)
    {
        RateChange change = RateChange.Between(Usd(before), Usd(after));
        Assert.Equal(absolute, change.AbsoluteText("ru"));
        Assert.Equal(percent, change.PercentText("ru"));
    }

    [Fact]
    public void Another_nominal_is_no_move()
    {
        RateChange change = RateChange.Between(Usd("0.4", 1000), Usd("4", 10_000));
        Assert.Equal(Movement.Unchanged, change.Movement);
        Assert.Equal(0, change.Percent);
    }

    [Fact]
    public void The_nominal_never_matters() => Gen.Select(unitValues, unitValues, Gen.OneOf((int[])[1, 10, 100, 1000]), Gen.OneOf((int[])[1, 10, 100, 1000])).Sample((a, b, n, m) =>
    {
        RateChange one = RateChange.Between(Printed(a), Printed(b));
        RateChange other = RateChange.Between(new Rate("USD", n, "1.0000", a), new Rate("USD", m, "1.0000", b));
        Assert.Equal((one.Movement, one.Percent), (other.Movement, other.Percent));
    });

    [Fact]
    public void The_way_back_is_the_way_there_turned_round() => Gen.Select(unitValues, unitValues).Sample((a, b) =>
    {
        RateChange there = RateChange.Between(Printed(a), Printed(b)), back = RateChange.Between(Printed(b), Printed(a));
        Assert.Equal(there.Absolute, -back.Absolute);
        Assert.Equal(there.Movement, back.Movement switch { Movement.Up => Movement.Down, Movement.Down => Movement.Up, _ => Movement.Unchanged });
    });

    [Fact]
    public void No_language_and_no_culture_of_the_machine_ever_prints_a_signed_zero() =>
        Gen.Select(unitValues, Gen.Int[-3, 3], Gen.OneOf((string[])["en", "ru", "kk", "ky", "uz", "uz-Cyrl", "tg", "tk"]), Gen.OneOf((string[])["", "ru-RU", "tg-TJ", "fa-IR", "sv-SE", "ar-EG"]))
            .Sample((value, step, language, machine) =>
            {
                CultureInfo before = CultureInfo.CurrentCulture;
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(machine);
                try
                {
                    decimal next = value + step / 10_000m;
                    if (next <= 0)
                        return;
                    RateChange change = RateChange.Between(Printed(value), Printed(next));
                    foreach (string text in (string[])[change.AbsoluteText(language), change.PercentText(language)])
                        if (text.Length > 0 && text[0] != '<')
                            Assert.Contains(text, c => c is >= '1' and <= '9');
                    Assert.Equal(change.Movement == Movement.Unchanged, change.PercentText(language).Length == 0);
                }
                finally
                {
                    CultureInfo.CurrentCulture = before;
                }
            });

    [Theory]
    [InlineData("12142.10", "ru", "12\u00A0142,10")]
    [InlineData("12142.10", "uz", "12\u00A0142,10")]
    [InlineData("12142.10", "en", "12,142.10")]
    [InlineData("87,4500", "kk", "87,4500")]
    [InlineData("87,4500", "en-GB", "87.4500")]
    [InlineData("3.5", "tk", "3,5")]
    [InlineData("86", "ky", "86")]
    [InlineData("1234567.8", "tg", "1\u00A0234\u00A0567,8")]
    public void A_published_value_keeps_exactly_its_digits(string published, string language, string shown) =>
        Assert.Equal(shown, RateFormat.Value(published, language));

    [Theory]
    [InlineData("ru", "+1,23\u00A0%")]
    [InlineData("tk", "+1,23\u00A0%")]
    [InlineData("kk", "+1,23%")]
    [InlineData("uz", "+1,23%")]
    [InlineData("en", "+1.23%")]
    public void Percent_signs_stand_as_the_language_puts_them(string language, string shown) =>
        Assert.Equal(shown, new RateChange(Movement.Up, 1, 2, 1.23m).PercentText(language));
}
