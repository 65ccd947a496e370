using System.Globalization;
using Chapar.Articles;
using Chapar.Import;
using Chapar.Search;
using Chapar.Text;
using Chapar.Tests.Text.Search;

namespace Chapar.Tests.Search;

/// <summary>
/// The whole search over the public pairs of ../shared/language, with the starting list of names: an index with one short article for each
/// spelling, each spelling as a query. <c>bench/names.sh</c> prints the table.
/// </summary>
public class NameSearchScoreTests
{
    const int Seen = 10;

    static readonly string Folder = Path.GetFullPath(Path.Combine(House.Sources.Root, "../shared/language"));

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    sealed record Spelling(string Group, string Kind, string Text, string Language);

    [Fact]
    public async Task A_name_finds_its_other_spellings_and_no_other_name()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "../shared/language is not there: the pairs of the study are not part of the repository");
        List<Spelling> spellings = [.. NamePairs.Spellings(Folder).Select(s => new Spelling(s.Group, s.Kind.Replace("-alias", "", StringComparison.Ordinal), s.Name, Language(s.Language, s.Name))).DistinctBy(s => (s.Group, s.Text))];
        List<string> lines = ["                    recall precision"];
        Dictionary<string, (double Recall, double Precision)> scores = [];
        List<string> findings = [];
        await using (var site = await StartAsync(spellings))
        {
            foreach (var withNames in (bool[])[true, false])
            {
                var found = await FoundAsync(site, spellings, withNames);
                foreach (var kind in (string[])["person", "place", "institution"])
                {
                    var of = spellings.Where(s => s.Kind == kind && spellings.Count(other => other.Group == s.Group) > 1).ToList();
                    var (recall, precision) = (of.Average(s => Recall(s, found[s], spellings)), of.Average(s => Precision(s, found[s])));
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"{kind + (withNames ? "" : ", list off"),-19}{recall,7:.000}{precision,10:.000}"));
                    if (withNames) scores[kind] = (recall, precision);
                }
                if (!withNames) continue;
                findings.AddRange(from s in spellings from other in spellings where s.Group == other.Group && s != other && !found[s].Contains(other) && found[s].Count < Seen select $"missed  {s.Text} > {other.Text} ({s.Kind}, {other.Language})");
                findings.AddRange(from s in spellings from other in found[s] where other.Group != s.Group select $"strange {s.Text} > {other.Text}");
            }
        }
        var merged = await MergedAsync();
        lines.Add($"confusables merged {merged.Count}: {string.Join(", ", merged)}");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', lines.Concat(findings)));
        if (Environment.GetEnvironmentVariable("CHAPAR_BENCH_NAMES") is not null)
            foreach (var line in lines.Concat(findings)) Console.WriteLine(line);
        foreach (var (kind, (recall, precision)) in scores)
        {
            Assert.True(recall >= .95, $"{kind}: recall {recall}");
            Assert.True(precision >= .95, $"{kind}: precision {precision}");
        }
        Assert.Empty(merged);
    }

    static async Task<List<string>> MergedAsync()
    {
        var pairs = NamePairs.Different(Folder).Where(p => p.Kind != "word").ToList();
        List<Spelling> spellings = [.. pairs.SelectMany(p => new[] { p.One, p.Other }).Distinct().Select(text => new Spelling(text, "", text, Language("", text)))];
        await using var site = await StartAsync(spellings);
        var found = await FoundAsync(site, spellings, withNames: true);
        var byText = spellings.ToDictionary(s => s.Text);
        return [.. pairs.Where(p => found[byText[p.One]].Contains(byText[p.Other]) || found[byText[p.Other]].Contains(byText[p.One])).Select(p => $"{p.One} = {p.Other}")];
    }

    static double Recall(Spelling of, List<Spelling> found, List<Spelling> all)
    {
        var others = all.Count(s => s.Group == of.Group && s != of);
        return Math.Min(1, (double)found.Count(s => s.Group == of.Group && s != of) / Math.Min(others, Seen - 1));
    }

    static double Precision(Spelling of, List<Spelling> found) => found.Count == 0 ? 1 : (double)found.Count(s => s.Group == of.Group) / found.Count;

    static async Task<Site> StartAsync(List<Spelling> spellings)
    {
        var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await site.ChangeAsync(db =>
        {
            db.AttachRange(world.Aigul, world.Politics);
            foreach (var (index, spelling) in spellings.Index())
            {
                var article = new Article(spelling.Language, Format.News, site.Now);
                article.Write($"{index}", "", World.Body($"1. {spelling.Text}."), site.Now);
                article.FileUnder(world.Politics, site.Now);
                article.Sign([(world.Aigul, BylineRole.Writer)], site.Now);
                Assert.Null(article.Publish($"/2026/11/{index}", "test", site.Now, site.Now.AddSeconds(-index)));
                db.Add(article);
            }
            return Task.CompletedTask;
        });
        await site.ChangeAsync(async db => await NamesFile.LoadAsync(db, await File.ReadAllTextAsync(Path.Combine(House.Sources.Root, "src/Chapar/Names/starter.txt"), Stop), site.Now, Stop));
        await site.DispatchAsync();
        return site;
    }

    static Task<Dictionary<Spelling, List<Spelling>>> FoundAsync(Site site, List<Spelling> spellings, bool withNames) => site.ChangeAsync(async db =>
    {
        var headlines = db.Articles.Select(a => new { a.Id, a.Headline }).ToDictionary(a => a.Id, a => spellings[int.Parse(a.Headline, CultureInfo.InvariantCulture)]);
        Dictionary<Spelling, List<Spelling>> found = [];
        foreach (var spelling in spellings)
            found[spelling] = [.. (await SearchQuery.FindAsync(db, new SearchRequest(spelling.Text) { PageSize = Seen, WithNames = withNames }, Stop)).Ids.Select(id => headlines[id])];
        return found;
    });

    /// <summary>Languages that the site does not speak count as the one nearest.</summary>
    static string Language(string declared, string text) =>
        Languages.IsKnown(declared.Split('-')[0]) ? declared.Split('-')[0] : declared == "kaa" ? "kk" : text.Any(c => c is >= '\u0400' and < '\u0530') ? "ru" : "en";
}
