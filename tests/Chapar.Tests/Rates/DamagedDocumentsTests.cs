using System.Diagnostics;
using Chapar.Rates;

namespace Chapar.Tests.Rates;

public class DamagedDocumentsTests
{
    /// <summary>Bytes that matter to the formats, so that damage reaches deeper than the first check.</summary>
    static readonly byte[] telling = [.. "<>&\"'/=0123456789.,-:[]{}\\nulEe \n\r\t!?"u8, 0, 0x80, 0x98, 0xC3, 0xD0, 0xFF];

    [Fact]
    public void Damage_of_any_kind_is_refused_or_read_and_never_anything_else()
    {
        Stopwatch watch = Stopwatch.StartNew();
        foreach ((string source, string text) in SmallDocuments.All)
            for (int seed = 0; seed < 1500; seed++)
            {
                byte[] damaged = Damaged(SmallDocuments.Bytes(text), new Random(seed));
                try
                {
                    ParsedDocument document = RateSources.Of(source).Read(damaged);
                    Assert.All(document.Bulletins, b => Assert.All(b.Rates, r => Assert.True(r.UnitValue > 0 && r.Nominal > 0)));
                }
                catch (RateDocumentException e)
                {
                    Assert.StartsWith(source + ": ", e.Message, StringComparison.Ordinal);
                }
                catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
                {
                    Assert.Fail($"{source}, seed {seed}: {e}");
                }
            }
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"The damaged documents took {watch.Elapsed}.");
    }

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
}
