using Chapar.Suggestions;
using CsCheck;

namespace Chapar.Tests.Suggestions;

/// <summary>The rules of what may stand beside what, whatever the articles are.</summary>
public class SuggestionIndexTests
{
    static readonly Gen<Term[]> SomeTerms = Gen.Int[0, 40].Array[3, 12].Select(hashes => hashes.Distinct().Select(h => new Term(h, (byte)(50 * (1 + h % 5)))).ToArray());

    sealed record Made(Indexed Article, Term[] Terms);

    /// <summary>Articles by four authors in two languages, some of them translations of others.</summary>
    static readonly Gen<Made[]> Newspapers = Gen.Select(SomeTerms, Gen.Int[0, 3], Gen.Int[0, 1000], Gen.Int[0, 5]).Array[2, 60].Select(rows => rows.Select((row, i) =>
        new Made(new Indexed(Id(i), row.Item4 == 0 && i > 0 ? Id(i - 1) : Id(i), row.Item4 < 2 ? "ru" : "en", Id(1000 + row.Item2), DateTime.UnixEpoch.AddDays(row.Item3)), row.Item1)).ToArray());

    static Guid Id(int i) => new(i, 1, 0, new byte[8]);

    static SuggestionIndex IndexOf(IEnumerable<Made> all)
    {
        SuggestionIndex index = new();
        foreach (var made in all) index.Put(made.Article, made.Terms);
        return index;
    }

    static IReadOnlyList<Similar> Offered(SuggestionIndex index, Made of) => index.Choose(of.Article.Id, index.FindSimilar(of.Article.Id, of.Terms));

    [Fact]
    public void Whatever_is_published_an_article_never_suggests_itself_a_translation_or_one_story_twice()
    {
        Newspapers.Sample(all =>
        {
            var index = IndexOf(all);
            var articles = all.ToDictionary(m => m.Article.Id, m => m.Article);
            foreach (var made in all)
            {
                var offered = Offered(index, made).Select(o => articles[o.Id]).ToList();
                Assert.DoesNotContain(made.Article.TranslationGroup, offered.Select(o => o.TranslationGroup));
                Assert.Equal(offered.Count, offered.Select(o => o.TranslationGroup).Distinct().Count());
                Assert.True(offered.Count <= SuggestionIndex.Offered);
            }
        }, iter: 200);
    }

    [Fact]
    public void Those_of_another_language_come_last()
    {
        Newspapers.Sample(all =>
        {
            var index = IndexOf(all);
            var articles = all.ToDictionary(m => m.Article.Id, m => m.Article);
            foreach (var made in all)
            {
                var own = Offered(index, made).Select(o => articles[o.Id].Language == made.Article.Language).ToList();
                Assert.Equal(own.OrderDescending(), own);
            }
        }, iter: 100);
    }

    [Fact]
    public void An_index_from_which_articles_went_and_changed_finds_what_one_made_anew_finds()
    {
        Gen.Select(SomeTerms, SomeTerms, Gen.Int[0, 2]).Array[2, 40].Sample(rows =>
        {
            var before = rows.Select((row, i) => new Made(new Indexed(Id(i), Id(i), "en", Id(i), DateTime.UnixEpoch), row.Item1)).ToList();
            var used = IndexOf(before);
            List<Made> now = [];
            foreach (var (row, made) in rows.Zip(before))
            {
                // Some leave, some are about something else now.
                if (row.Item3 == 1) used.Remove(made.Article.Id);
                else now.Add(made with { Terms = row.Item3 == 0 ? row.Item1 : row.Item2 });
                if (row.Item3 == 2) used.Put(made.Article, row.Item2);
            }
            used.Sweep();
            var anew = IndexOf(now);
            foreach (var made in now) Assert.Equal(Offered(anew, made), Offered(used, made));
        }, iter: 300);
    }

    [Fact]
    public void Of_two_that_say_the_same_the_nearer_in_time_stands_first()
    {
        SomeTerms.Where(terms => terms.Length > 1).Sample(terms =>
        {
            var all = new[] { 0, 700, 3 }.Select((day, i) => new Made(new Indexed(Id(i), Id(i), "en", Id(i), DateTime.UnixEpoch.AddDays(day)), terms)).ToArray();
            // Enough others that what these share is rare.
            var index = IndexOf([.. all, .. Enumerable.Range(10, 30).Select(i => new Made(new Indexed(Id(i), Id(i), "en", Id(i), DateTime.UnixEpoch), [new Term(1000 + i, 50)]))]);
            Assert.Equal([Id(2), Id(1)], Offered(index, all[0]).Select(o => o.Id));
        }, iter: 50);
    }

    [Fact]
    public void After_four_by_one_author_come_those_by_others_and_then_the_rest()
    {
        Term[] terms = [new(1, 100), new(2, 100), new(3, 100)];
        var all = Enumerable.Range(0, 8).Select(i => new Made(new Indexed(Id(i), Id(i), "en", Id(i < 7 ? 100 : 101), DateTime.UnixEpoch.AddDays(i)), terms)).ToList();
        var index = IndexOf([.. all, .. Enumerable.Range(10, 30).Select(i => new Made(new Indexed(Id(i), Id(i), "en", Id(i), DateTime.UnixEpoch), [new Term(1000 + i, 50)]))]);
        Assert.Equal([1, 2, 3, 4, 7, 5, 6], Offered(index, all[0]).Select(o => BitConverter.ToInt32(o.Id.ToByteArray())));
    }

    [Fact]
    public void What_tells_a_story_again_stands_behind_what_tells_another_side()
    {
        Term[] mine = [.. Enumerable.Range(0, 12).Select(i => new Term(i * 7919, 100))];
        Made Of(int id, int from, int to) => new(new Indexed(Id(id), Id(id), "en", Id(id), DateTime.UnixEpoch), [.. mine[from..to]]);
        // Two that share the same two thirds, one that shares less but another part.
        Made[] all = [new(new Indexed(Id(0), Id(0), "en", Id(0), DateTime.UnixEpoch), mine), Of(1, 0, 8), Of(2, 0, 8), Of(3, 7, 12)];
        var index = IndexOf([.. all, .. Enumerable.Range(10, 60).Select(i => new Made(new Indexed(Id(i), Id(i), "en", Id(i), DateTime.UnixEpoch), [new Term(-i, 50)]))]);
        Assert.Equal(3, BitConverter.ToInt32(Offered(index, all[0])[1].Id.ToByteArray()));
    }

    [Fact]
    public void What_is_read_beside_an_article_rises_and_what_nobody_reads_stays()
    {
        Term[] mine = [.. Enumerable.Range(0, 6).Select(i => new Term(i, 100))];
        Made Of(int id, int count) => new(new Indexed(Id(id), Id(id), "en", Id(id), DateTime.UnixEpoch), mine[..count]);
        Made[] all = [Of(0, 6), Of(1, 5), Of(2, 3), Of(3, 2)];
        var index = IndexOf([.. all, .. Enumerable.Range(10, 60).Select(i => new Made(new Indexed(Id(i), Id(i), "en", Id(i), DateTime.UnixEpoch), [new Term(-i, 50)]))]);
        var similar = index.FindSimilar(Id(0), mine);
        IEnumerable<int> Numbers(Dictionary<Guid, double>? read) => index.Choose(Id(0), similar, read).Select(o => BitConverter.ToInt32(o.Id.ToByteArray()));

        Assert.Equal([1, 2, 3], Numbers(null));
        Assert.Equal([1, 3, 2], Numbers(new() { [Id(3)] = .9 }));
        Assert.Equal([1, 2, 3, 20], Numbers(new() { [Id(20)] = .3, [Id(0)] = 1 }));
    }

    [Fact]
    public void Terms_survive_being_stored() =>
        Gen.Select(Gen.Int, Gen.Byte[1, 255]).Select(t => new Term(t.Item1, t.Item2)).Array[0, 100].Sample(terms => Assert.Equal(terms, Fingerprints.Unpack(Fingerprints.Pack(terms))));
}
