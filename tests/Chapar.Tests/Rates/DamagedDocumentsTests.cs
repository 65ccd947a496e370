using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Chapar.Rates;

namespace Chapar.Tests.Rates;

public partial class DamagedDocumentsTests
{
    /// <summary>Bytes that matter to the formats, so that damage reaches deeper than the first check.</summary>
    static readonly byte[] telling = [.. "<>&\"'/=0123456789.,-:[]{}\\nulEe \n\r\t!?"u8, 0, 0x80, 0x98, 0xC3, 0xD0, 0xFF];

    static readonly string[] sources = ["nbk", "nbkr", "cbu", "nbt", "cbt", "cbr", "ecb"];

    public static TheoryData<string> Sources => [.. sources];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Damage_of_any_kind_is_refused_or_read_and_never_anything_else(string source) => Each(source, 3000, Damaged);

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_document_cut_anywhere_has_no_value_that_was_not_in_it(string source) =>
        EachText(source, text => Enumerable.Range(0, text.Length).Select(length => text[..length]));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_byte_turned_anywhere_has_no_value_that_is_not_printed_in_it(string source) =>
        EachText(source, text => Enumerable.Range(0, text.Length * 8).Select(bit => (byte[])[.. text[..(bit / 8)], (byte)(text[bit / 8] ^ (1 << (bit % 8))), .. text[(bit / 8 + 1)..]]));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_doubled_element_never_becomes_a_second_value(string source)
    {
        foreach ((_, string text) in SmallDocuments.All.Where(d => d.Source == source))
            foreach (Match element in Element().Matches(text))
            {
                string doubled = text.Insert(element.Index, element.Value);
                if (Read(source, SmallDocuments.Bytes(doubled)) is { } document)
                    Assert.All(document.Bulletins, b => Assert.Equal(b.Rates.Count, b.Rates.Select(r => r.Currency).Distinct().Count()));
            }
    }

    static void EachText(string source, Func<byte[], IEnumerable<byte[]>> damage)
    {
        foreach ((_, string text) in SmallDocuments.All.Where(d => d.Source == source))
            foreach (byte[] damaged in damage(SmallDocuments.Bytes(text)))
                Read(source, damaged);
    }

    static void Each(string source, int seeds, Func<byte[], Random, byte[]> damage)
    {
        foreach ((_, string text) in SmallDocuments.All.Where(d => d.Source == source))
            for (int seed = 0; seed < seeds; seed++)
                Read(source, damage(SmallDocuments.Bytes(text), new Random(seed)));
    }

    /// <summary>Reads what was damaged: null when it is refused in words. Whatever is read must stand in the bytes as it is told, for as many units, and
    /// be above zero.</summary>
    static ParsedDocument? Read(string source, byte[] damaged)
    {
        Stopwatch watch = Stopwatch.StartNew();
        try
        {
            ParsedDocument document = RateSources.Of(source).Read(damaged);
            string printed = Encoding.Latin1.GetString(damaged);
            foreach (ParsedRate rate in document.Bulletins.SelectMany(b => b.Rates))
            {
                Assert.True(rate.UnitValue > 0 && rate.Nominal > 0, rate.ToString());
                Assert.True(IsPrinted(printed, rate), $"{source}: {rate} does not stand in {printed}");
            }
            return document;
        }
        catch (RateDocumentException e)
        {
            Assert.StartsWith(source + ": ", e.Message, StringComparison.Ordinal);
            return null;
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
        {
            Assert.Fail($"{source}: {e}\n{Encoding.Latin1.GetString(damaged)}");
            return null;
        }
        finally
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{source}: a damaged document took {watch.Elapsed}");
        }
    }

    // An XML or JSON escape may spell a digit; then the raw text proves nothing.
    static bool IsPrinted(string printed, ParsedRate rate) =>
        printed.Contains('&', StringComparison.Ordinal) || printed.Contains('\\', StringComparison.Ordinal)
        || (printed.Contains(rate.Published, StringComparison.Ordinal)
            && (rate.Nominal == 1 || printed.Contains(rate.Nominal.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    static byte[] Damaged(byte[] bytes, Random random)
    {
        List<byte> damaged = [.. bytes];
        for (int i = random.Next(1, 6); i > 0 && damaged.Count > 8; i--)
        {
            int at = random.Next(damaged.Count), length = Math.Min(random.Next(1, 30), damaged.Count - at);
            switch (random.Next(5))
            {
                case 0: damaged[at] = telling[random.Next(telling.Length)]; break;
                case 1: damaged[at] = (byte)random.Next(256); break;
                case 2: damaged.RemoveRange(at, length); break;
                case 3: damaged.InsertRange(at, damaged.GetRange(random.Next(damaged.Count - length + 1), length)); break;
                default: damaged.RemoveRange(at, damaged.Count - at); break;
            }
        }
        return [.. damaged];
    }

    // An element with its content, a JSON row, a line of a table.
    [GeneratedRegex(@"<(\w+)[^>]*>[^<]*</\1>|<(item|Currency|Valute|Record|rate)\b.*?</\2>|<Cube [^>]*/>|\{[^}]*\},?|^\d{4}-.*\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Element();
}
