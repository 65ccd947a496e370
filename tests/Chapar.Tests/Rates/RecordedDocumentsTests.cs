using System.Globalization;
using System.Text.Json;
using Chapar.Rates;

namespace Chapar.Tests.Rates;

public class RecordedDocumentsTests
{
    [Fact]
    public void Every_recorded_document_is_read_exactly_as_expected()
    {
        using JsonDocument expected = JsonDocument.Parse(Samples.Read("expected.json"));
        int read = 0;
        foreach (JsonProperty file in expected.RootElement.EnumerateObject())
        {
            RateSource source = RateSources.Of(file.Name.Split('/')[0]);
            ParsedDocument document = source.Read(Samples.Read(file.Name));
            string told = file.Value.GetProperty("quote").GetString()!;
            Assert.Equal(told, source.Quotation == Quotation.ForeignPerHome ? source.HomeCurrency + "-base" : source.HomeCurrency);
            ParsedBulletin? bulletin = document.Bulletins.SingleOrDefault();
            DateOnly? day = bulletin?.EffectiveOn ?? document.NothingOn;
            Assert.Equal(file.Value.GetProperty("effective_date").GetString(), day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Assert.Equal(file.Value.GetProperty("count").GetInt32(), bulletin?.Rates.Count ?? 0);
            foreach (JsonProperty rate in file.Value.GetProperty("rates").EnumerateObject())
            {
                ParsedRate row = bulletin!.Rates.Single(r => r.Currency == rate.Name);
                Assert.Equal(rate.Value.GetProperty("published").GetString(), row.Published.Replace(',', '.'));
                Assert.Equal(rate.Value.GetProperty("per").GetInt32(), row.Nominal);
                string unit = (row.UnitValue / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
                Assert.Equal(rate.Value.GetProperty("unit").GetString(), unit);
            }
            read++;
        }
        Assert.Equal(24, read);
    }

    /// <summary>The files that expected.json leaves out: histories.</summary>
    [Theory]
    [InlineData("nbkr/history_usd_2022-03_composed.html", 6, "2022-03-04", "2022-03-12", "USD", "104,9772")]
    [InlineData("nbkr/history/official_2021.csv", 182, "2021-07-03", "2021-12-31", "RUB", "1.1409")]
    [InlineData("nbkr/history/official_2026.csv", 233, "2026-01-01", "2026-08-22", "EUR", "102.3777")]
    [InlineData("nbt/export_xml_dynamic_KZT_2026-05-18_2026-05-19_composed.xml", 2, "2026-05-18", "2026-05-19", "KZT", "0.1986")]
    [InlineData("cbr/XML_dynamic_USD_2026-03-01_2026-03-19.xml", 12, "2026-03-03", "2026-03-19", "USD", null)]
    [InlineData("cbr/XML_dynamic_UZS_2026-03-01_2026-03-19.xml", 12, "2026-03-03", "2026-03-19", "UZS", null)]
    [InlineData("cbr/XML_dynamic_TMT_2026-03-01_2026-03-19.xml", 12, "2026-03-03", "2026-03-19", "TMT", null)]
    [InlineData("cbr/XML_dynamic_KGS_2026-03-01_2026-03-19.xml", 12, "2026-03-03", "2026-03-19", "KGS", null)]
    [InlineData("cbr/XML_dynamic_KZT_2026-03-01_2026-03-19.xml", 12, "2026-03-03", "2026-03-19", "KZT", null)]
    [InlineData("cbr/XML_dynamic_TJS_2026-03-01_2026-03-19.xml", 12, "2026-03-03", "2026-03-19", "TJS", null)]
    [InlineData("ecb/data-api_EXR_2026-02-17_2026-03-18.csv", 22, "2026-02-17", "2026-03-18", "USD", "1.15")]
    [InlineData("ecb/eurofxref-hist-90d_2020-12-10_first12days.xml", 12, "2020-11-25", "2020-12-10", "USD", "1.2115")]
    public void Every_recorded_history_is_read(string file, int bulletins, string first, string last, string currency, string? published)
    {
        ParsedDocument document = RateSources.Of(file.Split('/')[0]).Read(Samples.Read(file));
        Assert.Equal(bulletins, document.Bulletins.Count);
        Assert.Equal(DateOnly.Parse(first, CultureInfo.InvariantCulture), document.Bulletins[0].EffectiveOn);
        Assert.Equal(DateOnly.Parse(last, CultureInfo.InvariantCulture), document.Bulletins[^1].EffectiveOn);
        ParsedRate row = document.Bulletins[^1].Rates.Single(r => r.Currency == currency);
        if (published is not null)
            Assert.Equal(published, row.Published);
    }

    [Fact]
    public void The_recorded_fragment_of_a_history_page_is_refused_since_it_names_no_currency() =>
        Assert.Contains("no chosen option", Assert.Throws<RateDocumentException>(
            () => NationalBankOfTheKyrgyzRepublic.Source.Read(Samples.Read("nbkr/history_usd_2005-06_fragment.html"))).Message, StringComparison.Ordinal);
}
