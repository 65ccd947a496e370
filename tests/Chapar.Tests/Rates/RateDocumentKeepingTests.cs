using Chapar.Database;
using Chapar.Rates;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates;

public class RateDocumentKeepingTests
{
    [Fact]
    public void What_is_told_by_another_document_comes_back_byte_for_byte() =>
        Gen.Select(Gen.Byte[1, 4].Array[0, 400], Gen.Byte[1, 4].Array[0, 40], Gen.Int[0, 400], Gen.Int[0, 60]).Sample((basis, inserted, at, removed) =>
        {
            int from = Math.Min(at, basis.Length), to = Math.Min(from + removed, basis.Length);
            byte[] bytes = [.. basis[..from], .. inserted, .. basis[to..]];
            Assert.Equal(bytes, DocumentDelta.Read(basis, DocumentDelta.Write(basis, bytes)));
        });

    [Fact]
    public async Task The_page_of_the_next_day_is_kept_as_what_is_new_in_it()
    {
        await using RatesWorld world = await OpenAsync();
        string[] codes = ["GBP", "CHF", "JPY", "AED", "TRY", "CNY", "KZT", "UZS", "TJS", "RUB"];
        string[] days = [.. Enumerable.Range(11, 9).Select(day => Page(day))];
        await world.LoadAsync("nbkr", "2026-05-20T06:00", days);
        await using NewsDb db = world.Db();
        List<RateDocument> kept = await db.RateDocuments.OrderBy(d => d.FileName).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Null(kept[0].BaseId);
        Assert.All(kept.Skip(1), d => Assert.Equal(kept[0].Id, d.BaseId));
        Assert.All(kept.Skip(1), d => Assert.InRange(d.Compressed.Length, 1, kept[0].Compressed.Length * 3 / 4));
        Assert.Equal(days.Select(SmallDocuments.Bytes), kept.Select(d => d.Raw(d.BaseId is null ? null : kept[0])));
        Assert.All(kept, d => Assert.Equal(RateDocument.DigestOf(d.Raw(d.BaseId is null ? null : kept[0])), d.Digest));
        Assert.Throws<ArgumentException>(() => kept[1].Raw());

        string Page(int day) => Kyrgyz($"{day}.05.2026", $"87,{day}00").Replace("</CurrencyRates>",
            string.Concat(codes.Select((c, i) => $"<Currency ISOCode=\"{c}\"><Nominal>1</Nominal><Value>{i + 1},{day}{i}0</Value></Currency>")) + "</CurrencyRates>", StringComparison.Ordinal);
    }
}
