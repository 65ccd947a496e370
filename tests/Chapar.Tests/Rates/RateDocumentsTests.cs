using System.Text;
using Chapar.Rates;
using static Chapar.Tests.Rates.SmallDocuments;

namespace Chapar.Tests.Rates;

public class RateDocumentsTests
{
    static ParsedDocument Read(string source, string text) => RateSources.Of(source).Read(Bytes(text));

    static string Refused(string source, string text) => Assert.Throws<RateDocumentException>(() => Read(source, text)).Message;

    static void Is(ParsedDocument document, int at, string day, params string[] rates)
    {
        ParsedBulletin bulletin = document.Bulletins[at];
        Assert.Equal(day, $"{bulletin.EffectiveOn:yyyy-MM-dd}");
        Assert.Equal(rates, bulletin.Rates.Select(r => FormattableString.Invariant($"{r.Nominal} {r.Currency} {r.Published} {r.UnitValue:0.##########}")));
    }

    [Fact]
    public void Kazakhstan_is_read_by_item_with_dropped_zeros_as_printed()
    {
        Is(Read("nbk", NbkDay), 0, "2026-04-02", "1 USD 474.2 474.2", "100 UZS 3.9 0.039");
        Is(Read("nbk", NbkLatest), 0, "2026-04-02", "1 USD 474.2 474.2");
    }

    [Fact]
    public void Kyrgyzstan_is_read_daily_weekly_and_from_both_histories()
    {
        Is(Read("nbkr", NbkrDaily), 0, "2026-05-24", "1 USD 87,4000 87.4", "1 EUR 101,5000 101.5");
        ParsedDocument weekly = Read("nbkr", NbkrWeekly);
        Is(weekly, 0, "2026-05-23", "10 UZS 0,0725 0.00725", "100 BYR 0,3400 0.0034");
        Assert.Equal(BulletinSeries.Weekly, weekly.Bulletins[0].Series);
        ParsedDocument page = Read("nbkr", NbkrPage);
        Is(page, 0, "2026-03-05", "10 IRR 0,0066 0.00066");
        Is(page, 1, "2026-03-12", "10 IRR 0,0065 0.00065");
        ParsedDocument table = Read("nbkr", NbkrTable);
        Is(table, 0, "2026-01-01", "1 USD 87.4435 87.4435", "1 EUR 102.5000 102.5");
        Is(table, 1, "2026-01-02", "1 USD 87.4435 87.4435");
        Assert.All(page.Bulletins.Concat(table.Bulletins), b => Assert.True(b.IsPartial));
    }

    [Fact]
    public void Uzbekistan_is_read_whole_and_by_one_currency()
    {
        Is(Read("cbu", CbuDay), 0, "2026-04-01", "1 USD 12150.20 12150.2", "10 IRR 0.09 0.009");
        ParsedDocument one = Read("cbu", CbuOne);
        Is(one, 0, "2026-04-01", "1 EUR 14000.00 14000");
        Assert.True(one.Bulletins[0].IsPartial);
    }

    [Fact]
    public void Tajikistan_is_read_in_both_encodings_and_both_forms_of_dates()
    {
        Is(Read("nbt", NbtDay), 0, "2026-05-18", "1 USD 9.3400 9.34", "100 AMD 2.4000 0.024");
        Is(Read("nbt", NbtHistory), 1, "2026-05-19", "10 KZT 0.1980 0.0198");
        Is(RateSources.Of("nbt").Read(Encoding.UTF8.GetBytes(NbtHistory)), 0, "2026-05-18", "10 KZT 0.1970 0.0197");
    }

    [Fact]
    public void Turkmenistan_is_read_with_both_forms_of_dates()
    {
        Is(Read("cbt", CbtDay), 0, "2026-05-20", "1 USD 3.5 3.5", "1000 UZS 0.29 0.00029");
        Is(Read("cbt", CbtDay.Replace("20.05.2026", "2021-05-20", StringComparison.Ordinal)), 0, "2021-05-20", "1 USD 3.5 3.5", "1000 UZS 0.29 0.00029");
    }

    [Fact]
    public void Russia_is_read_with_scientific_unit_rates_and_by_history()
    {
        Is(Read("cbr", CbrDay), 0, "2026-03-18", "1 USD 81,9000 81.9", "1000000 IRR 58,8139 0.0000588139");
        Is(Read("cbr", CbrHistory), 0, "2026-03-03", "10000 UZS 67,4000 0.00674");
    }

    [Fact]
    public void The_European_bank_is_read_from_xml_and_csv()
    {
        ParsedDocument xml = Read("ecb", EcbDay);
        Is(xml, 1, "2026-03-18", "1 USD 1.1500 1.15", "1 JPY 163.36 163.36");
        Assert.Equal(Quotation.ForeignPerHome, xml.Bulletins[0].Quotation);
        ParsedDocument csv = Read("ecb", EcbCsv);
        Is(csv, 0, "2026-03-17", "1 USD 1.1531 1.1531", "1 CNY 7.94 7.94");
        Assert.Single(csv.Bulletins);
    }

    [Fact]
    public void Frankfurter_is_read_by_the_day_of_each_row_with_the_digits_as_sent()
    {
        ParsedDocument document = Read("frank", FrankRows);
        Is(document, 0, "2026-04-01", "1 UZS 12142.1 12142.1");
        Is(document, 1, "2026-04-02", "1 KZT 475.10 475.1");
        Assert.All(document.Bulletins, b => Assert.Equal((Quotation.ForeignPerHome, "USD", true), (b.Quotation, b.HomeCurrency, b.IsPartial)));
        Assert.Contains("against \"EUR\", expected USD", Refused("frank", FrankRows.Replace("\"USD\"", "\"EUR\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("\"rate\" is missing or not a number", Refused("frank", FrankRows.Replace("475.10", "\"475\"", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("not a plain number", Refused("frank", FrankRows.Replace("475.10", "4.75e2", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("not JSON", Refused("frank", "<html/>"), StringComparison.Ordinal);
        Assert.True(Read("frank", "[]").IsNoPublication);
    }

    [Theory]
    [InlineData("nbk", NbkNothing)]
    [InlineData("nbk", "<rates></rates>")]
    [InlineData("nbk", "<rates/>")]
    [InlineData("cbu", "[]")]
    [InlineData("ecb", "")]
    [InlineData("ecb", "CURRENCY,TIME_PERIOD,OBS_VALUE\n")]
    public void A_day_without_publication_is_no_error(string source, string text) => Assert.True(Read(source, text).IsNoPublication);

    [Theory]
    [InlineData("nbk", "", "empty")]
    [InlineData("nbkr", "", "empty")]
    [InlineData("cbu", "", "not JSON")]
    [InlineData("nbt", "   ", "empty")]
    [InlineData("nbk", "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>", "HTML page")]
    [InlineData("cbu", "<!DOCTYPE html><html></html>", "not JSON")]
    [InlineData("ecb", "<html><body>maintenance</body></html>", "root element is <html>")]
    [InlineData("nbt", "<html><body>help</body></html>", "root element is <html>")]
    [InlineData("cbr", "<ValCurs>Error in parameters</ValCurs>", "Error in parameters")]
    [InlineData("nbk", "<rates><error>closed</error></rates>", "unknown <error>")]
    [InlineData("cbu", """{"error":"x"}""", "expected an array")]
    [InlineData("cbu", """[{"Ccy":"USD"}]""", "\"Date\" is missing")]
    [InlineData("cbu", """[{"Ccy":"USD","Nominal":1,"Rate":"1.00","Date":"01.04.2026"}]""", "\"Nominal\" is missing or not a string")]
    [InlineData("nbk", """<?xml version="1.0" encoding="koi8-r"?><rates/>""", "koi8-r")]
    [InlineData("nbk", """<!DOCTYPE rates [<!ENTITY a "1">]><rates>&a;</rates>""", "not well-formed")]
    [InlineData("ecb", "CURRENCY,OBS_VALUE\nUSD,1\n", "no column TIME_PERIOD")]
    [InlineData("nbkr", "date,USD\n2026-01-01\n", "line 2 has 1 cells")]
    public void A_document_that_is_not_the_banks_is_refused_in_words(string source, string text, string says) =>
        Assert.Contains(says, Refused(source, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("nbkr", NbkrDaily, "87,4000", "87.4000", "USD: \"87.4000\" is not a plain number with \",\"")]
    [InlineData("nbkr", NbkrDaily, "87,4000", "-87,4000", "not a plain number")]
    [InlineData("nbkr", NbkrDaily, "87,4000", "0,0000", "not above zero")]
    [InlineData("nbkr", NbkrDaily, "<Nominal>1<", "<Nominal>0<", "nominal \"0\"")]
    [InlineData("nbkr", NbkrDaily, "<Nominal>1<", "<Nominal>1.1<", "nominal \"1.1\"")]
    [InlineData("nbkr", NbkrDaily, "24.05.2026", "31.02.2026", "31.02.2026")]
    [InlineData("nbkr", NbkrDaily, "ISOCode=\"EUR\"", "ISOCode=\"USD\"", "USD is there twice")]
    [InlineData("nbkr", NbkrDaily, "ISOCode=\"USD\"", "ISOCode=\"GBP\"", "no USD row")]
    [InlineData("nbkr", NbkrDaily, "ISOCode=\"USD\"", "ISOCode=\"usd\"", "\"usd\" is not a currency code")]
    [InlineData("nbkr", NbkrDaily, "Daily Exchange", "Hourly Exchange", "Hourly")]
    [InlineData("nbkr", NbkrPage, "selected ", "", "no chosen option")]
    [InlineData("nbkr", NbkrPage, "10 Иранский", "Иранский", "nominal \"Иранский\"")]
    [InlineData("cbu", CbuDay, "\"Date\":\"01.04.2026\"}]", "\"Date\":\"02.04.2026\"}]", "2 different days")]
    [InlineData("cbu", CbuDay, "12150.20", "12,150.20", "USD")]
    [InlineData("cbr", CbrDay, "81,9</VunitRate>", "8,19</VunitRate>", "VunitRate")]
    [InlineData("cbr", CbrHistory, "ID=\"R01717\"", "ID=\"R99999\"", "R99999")]
    [InlineData("nbt", NbtDay, "<Nominal>1</Nominal>", "", "<Nominal> is missing")]
    [InlineData("cbt", CbtDay, "<rate_tmt>3.5</rate_tmt>", "<rate_tmt>3.5</rate_tmt><rate_tmt>3.6</rate_tmt>", "<rate_tmt> is there twice")]
    [InlineData("ecb", EcbDay, "2026-03-17", "2026-03-18", "there twice")]
    [InlineData("ecb", EcbCsv, "K,D,CNY,EUR", "K,D,CNY,USD", "expected EUR")]
    public void A_wrong_field_is_named(string source, string text, string right, string wrong, string says)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.Contains(says, Refused(source, text.Replace(right, wrong, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_of_one_bank_is_not_taken_for_that_of_another()
    {
        foreach ((string from, string text) in All.Where(d => !RateSources.Of(d.Source).Read(Bytes(d.Text)).IsNoPublication))
            foreach (RateSource other in RateSources.All.Where(s => s.Key != from))
                Assert.Throws<RateDocumentException>(() => other.Read(Bytes(text)));
    }

    [Fact]
    public void A_document_larger_than_the_cap_is_not_read()
    {
        string padded = NbkDay.Replace("<generator>", "<generator>" + new string('x', DocumentText.OneDay), StringComparison.Ordinal);
        Assert.Contains("more than the", Refused("nbk", padded), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_before_it_can_hurt() =>
        Assert.Contains("nested deeper", Refused("nbt", string.Concat(Enumerable.Repeat("<a>", 50_000))), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_goes_before_everything() =>
        Assert.Single(RateSources.Of("nbk").Read((byte[])[0xEF, 0xBB, 0xBF, .. Bytes(NbkDay)]).Bulletins);
}
