using System.Globalization;
using Chapar.Text.Search;

namespace Chapar.Tests.Text.Search;

/// <summary>
/// The gates of the study over its public pairs (../shared/language): how many spellings of one name meet, and how many names that are
/// not one. <c>bench/names.sh</c> prints the table.
/// </summary>
public class NameScoreTests
{
    static readonly string Folder = Path.GetFullPath(Path.Combine(House.Sources.Root, "../shared/language"));

    static readonly (string Name, Func<FoldedWord, FoldedWord, bool> Same)[] Rules =
    [
        ("strict key", NamePairs.SameStrict),
        ("skeleton + check", NamePairs.Same),
        ("skeleton alone", (one, other) => one.Names.Any(a => other.Names.Any(b => a.Skeleton == b.Skeleton))),
    ];

    [Fact]
    public void The_spellings_of_a_name_meet_and_other_names_do_not()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "../shared/language is not there: the pairs of the study are not part of the repository");
        var scores = Rules.Select(rule => new Score(Folder, rule.Same)).ToList();
        string[] table = [Score.Heading, .. Rules.Zip(scores, (rule, score) => $"{rule.Name,-18}{score}")];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', table));
        if (Environment.GetEnvironmentVariable("CHAPAR_BENCH_NAMES") is not null)
            foreach (var line in (string[])[.. table, .. scores[1].Findings]) Console.WriteLine(line);
        var checkedScore = scores[1];
        Assert.True(checkedScore.All >= .867, "all");
        Assert.True(checkedScore.People >= .96, "people");
        Assert.True(checkedScore.Bodies >= .92, "bodies");
        Assert.True(checkedScore.Derived >= .97, "derived");
        Assert.True(checkedScore.Places >= .74, "places");
        Assert.Empty(checkedScore.Confused);
        Assert.InRange(checkedScore.FoldedAliases.Count, 0, 1);
    }

    sealed class Score
    {
        public const string Heading = "                    all people places bodies attested derived  groups confused aliases";

        readonly List<NamePair> pairs;
        readonly HashSet<NamePair> met;

        public Score(string folder, Func<FoldedWord, FoldedWord, bool> same)
        {
            bool Meets(NamePair pair) => NamePairs.Match(pair.One, pair.Other, same);
            var all = NamePairs.Variants(folder).ToList();
            pairs = [.. all.Where(pair => !pair.IsAlias)];
            met = [.. pairs.Where(Meets)];
            FoldedAliases = [.. all.Where(pair => pair.IsAlias).Where(Meets)];
            Confused = [.. NamePairs.Different(folder).Where(pair => pair.Kind != "word").Where(Meets)];
        }

        public double All => Share(_ => true);
        public double People => Share(pair => pair.Kind == "person");
        public double Places => Share(pair => pair.Kind == "place");
        public double Bodies => Share(pair => pair.Kind == "institution");
        public double Derived => Share(pair => pair.IsDerived);
        public List<NamePair> Confused { get; }
        public List<NamePair> FoldedAliases { get; }

        public IEnumerable<string> Findings =>
        [
            .. Confused.Select(pair => $"confused  {pair.One} = {pair.Other}"),
            .. FoldedAliases.Select(pair => $"alias     {pair.One} = {pair.Other}"),
            .. pairs.Where(pair => !met.Contains(pair)).Select(pair => $"missed    {pair.One} = {pair.Other} ({pair.Kind}, {pair.Language})"),
        ];

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{All,5:.000}{People,7:.000}{Places,7:.000}{Bodies,7:.000}{Share(pair => !pair.IsDerived),9:.000}{Derived,8:.000}{Whole,8}{Confused.Count,9}{FoldedAliases.Count,8}");

        int Whole => pairs.GroupBy(pair => pair.Group).Count(group => group.All(met.Contains));

        double Share(Func<NamePair, bool> of)
        {
            var counted = pairs.Where(of).ToList();
            return (double)counted.Count(met.Contains) / counted.Count;
        }
    }
}
