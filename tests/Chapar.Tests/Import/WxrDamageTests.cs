using System.Diagnostics;
using System.Text;
using Chapar.Import.WordPress;
using static Chapar.Tests.Import.WxrText;

namespace Chapar.Tests.Import;

/// <summary>Files that were cut off, flipped and filled with rubbish on their way: what stands around the damage is kept.</summary>
public class WxrDamageTests
{
    const int Items = 12;

    static readonly byte[] whole = Encoding.UTF8.GetBytes(WxrText.File([.. Enumerable.Range(1, Items).Select(id =>
        Item(id, $"Story {id}", $"<p>Words <b>of</b> story {id} &amp; more.</p><!-- wp:image {{\"id\":{id}}} --><img src=\"a.jpg\"><!-- /wp:image -->", extra: Meta("_key", "value") + Category("category", "news", "News")))]));

    /// <summary>Where each item begins and ends.</summary>
    static readonly (int Start, int End)[] places = [.. Enumerable.Range(1, Items).Select(id =>
    {
        int start = whole.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"<item><title><![CDATA[Story {id}]]"));
        return (start, start + whole.AsSpan(start).IndexOf("</item>"u8) + 7);
    })];

    /// <summary>Ids that come out; null when the file is refused as a whole.</summary>
    static List<long>? Ids(byte[] bytes)
    {
        Stopwatch watch = Stopwatch.StartNew();
        try
        {
            return [.. Read(bytes).OfType<WxrItem>().Select(item => item.Id)];
        }
        catch (WxrException)
        {
            return null;
        }
        finally
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    [Theory, MemberData(nameof(Seeds))]
    public void A_file_cut_off_anywhere_keeps_all_items_before_the_cut(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 20; round++)
        {
            int cut = random.Next(places[0].End, whole.Length);
            List<long>? ids = Ids(whole[..cut]);
            Assert.NotNull(ids);
            Assert.Subset(ids.ToHashSet(), Enumerable.Range(1, Items).Where(id => places[id - 1].End <= cut).Select(id => (long)id).ToHashSet());
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Damage_in_one_item_costs_that_item_and_at_most_the_next(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 20; round++)
        {
            byte[] damaged = [.. whole];
            int hit = random.Next(1, Items - 1);
            for (int flips = random.Next(1, 12); flips > 0; flips--)
                damaged[random.Next(places[hit].Start, places[hit].End)] = (byte)random.Next(256);
            List<long>? ids = Ids(damaged);
            // A flipped sign can make "<!DOCTYPE": no chance. Anything else keeps the others.
            Assert.NotNull(ids);
            Assert.Subset(ids.ToHashSet(), Enumerable.Range(1, Items).Where(id => id != hit + 1 && id != hit + 2).Select(id => (long)id).ToHashSet());
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Control_bytes_anywhere_in_the_words_lose_no_item(int seed)
    {
        Random random = new(seed);
        List<byte> damaged = [.. whole];
        for (int i = 0; i < 40; i++)
            damaged.Insert(IndexOfWords(damaged, random), (byte)random.Next(0, 9));
        Assert.Equal(Enumerable.Range(1, Items).Select(id => (long)id), Ids([.. damaged]));
    }

    static int IndexOfWords(List<byte> bytes, Random random)
    {
        byte[] all = [.. bytes];
        List<int> found = [];
        for (int at = 0; all.AsSpan(at).IndexOf("Words "u8) is int next and >= 0; at += next + 6)
            found.Add(at + next + 6);
        return found[random.Next(found.Count)];
    }

    [Fact]
    public void Deep_nesting_ends()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 20_000)), open = string.Concat(Enumerable.Repeat("<a:b>", 20_000));
        Assert.Equal([1, 3], Ids(Encoding.UTF8.GetBytes(WxrText.File(Item(1, "One", deep), Item(2, "Two", extra: open), Item(3, "Three")))));
    }

    [Fact]
    public void Many_unclosed_sections_end()
    {
        string sections = string.Concat(Enumerable.Repeat("<![CDATA[ ", 5_000)), ends = string.Concat(Enumerable.Repeat("]]> ", 5_000));
        List<long>? ids = Ids(Encoding.UTF8.GetBytes(WxrText.File(Item(1, "One"), Item(2, "Two", sections), Item(3, "Three", ends), Item(4, "Four"))));
        Assert.NotNull(ids);
        Assert.Contains(1, ids);
        Assert.Contains(4, ids);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Rubbish_is_refused_or_read_and_never_an_error(int seed)
    {
        Random random = new(seed);
        byte[] rubbish = new byte[random.Next(0, 20_000)];
        random.NextBytes(rubbish);
        Assert.Null(Ids(rubbish));
        string[] parts = ["<item>", "</item>", "<channel>", "<rss>", "<![CDATA[", "]]>", "<!--", "-->", "<wp:post_id>", "</wp:post_id>", "7", "&", "<", ">", "<?", "?>", "\0", "\"", "<wp:author>", "</channel>", "<title>", "</title>"];
        _ = Ids(Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(Enumerable.Range(0, 400).Select(_ => parts[random.Next(parts.Length)]))));
    }
}
