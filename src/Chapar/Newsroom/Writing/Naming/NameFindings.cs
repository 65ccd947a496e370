using System.Globalization;
using Chapar.Articles;
using Chapar.Spellings;
using Chapar.Text;

namespace Chapar.Newsroom.Writing.Naming;

/// <summary>A line of the checklist about a known name, which can be put right, or left by whoever writes.</summary>
/// <param name="Way">The spelling that is left or asked about.</param>
/// <param name="IsLeft">Whether it was left: nothing is to be done.</param>
public sealed record NamePoint(Sentence Text, string? Replacement, IReadOnlyList<SpellingPlace> Places, string Way, bool IsLeft) : SpellingPoint(Text, Replacement, Places);

/// <summary>What the checklist says of the known names of a story.</summary>
/// <param name="Told">The words of the names that it is about: nothing else is told of them.</param>
public sealed record NameFindings(IReadOnlyList<CheckPoint> Points, IReadOnlySet<string> Told)
{
    /// <summary>More lines than somebody reads.</summary>
    const int Most = 40;

    /// <param name="rules">Of the story's language and day.</param>
    /// <param name="other">Of the same list.</param>
    /// <param name="lines">The story; what the house's list of spellings speaks of is skipped.</param>
    /// <param name="left">The ways that its writers have left.</param>
    internal static NameFindings Of(NameRules rules, OtherWays other, IReadOnlyList<TextLine> lines, IReadOnlySet<string> left)
    {
        lines = [.. lines.Where(line => !line.IsTitle).Select(StoryLines.WithoutTitles)];
        var spelled = rules.Spelled.Find(lines).Where(f => !rules.IsPerson(f, lines[f.Line].Text)).ToList();
        List<NameFound> wrong = [.. spelled.Where(f => !f.Pattern.IsPreferred).Select(f => Of(f, lines, f.Pattern.Root))];
        var found = other.In(StoryLines.Without(lines, spelled), spelled.Select(f => f.Pattern.Entry.Id).ToHashSet());
        wrong.AddRange(found.Where(f => f.Preferred is not null));
        var right = spelled.Where(f => f.Pattern.IsPreferred && f.Pattern.Root == f.Pattern.Entry.Preferred).Select(f => (f.Pattern.Entry.Id, f.Written)).ToList();
        var surnames = Surnames.Of(rules, wrong);
        foreach (var one in surnames.Rules.Find(StoryLines.Without(lines, spelled, wrong)))
            if (one.Pattern.IsPreferred) right.Add((one.Pattern.Entry.Id, one.Written));
            else wrong.Add(Of(one, lines, surnames.WayOf(one.Pattern.Root)));
        // As they follow each other in the story.
        var order = lines.Index().DistinctBy(l => l.Item.Text).ToDictionary(l => l.Item.Text, l => l.Index, StringComparer.Ordinal);
        wrong = [.. wrong.OrderBy(f => order[f.In.Text]).ThenBy(f => f.From)];
        List<CheckPoint> points = [.. TwoWays(rules, wrong.Where(f => !left.Contains(f.Way)).ToList(), right), .. wrong.GroupBy(f => (f.Name, f.Written, f.Replacement)).Select(g => Point(rules, [.. g], left)).Take(Most)];
        points.AddRange(Unlisted(other, [.. found.Where(f => f.Preferred is null)], left));
        return new(points, wrong.SelectMany(f => SpellingPattern.WordsOf(f.Written).Select(word => f.Written[word.From..word.To])).ToHashSet(StringComparer.Ordinal));
    }

    static NameFound Of(FoundSpelling found, IReadOnlyList<TextLine> lines, string way) =>
        new(found.Pattern.Entry.Id, way, found.Pattern.Preferred, found.Replacement, lines[found.Line], found.From, found.To);

    static NamePoint Point(NameRules rules, IReadOnlyList<NameFound> found, IReadOnlySet<string> left)
    {
        var (first, places) = (found[0], found.Select(f => SpellingRules.PlaceOf(f.In, f.From, f.To)).ToList());
        if (left.Contains(first.Way)) return new(new Sentence("name.left", first.Written), null, places, first.Way, IsLeft: true) { Kind = CheckKind.NameLeft };
        var where = SpellingCheck.Where(places);
        var said = rules.OldOf(first.Name, first.Way) switch
        {
            { Until: { } until } => new Sentence("name.old", first.Written, Year(until), first.Preferred!, where),
            { From: { } from } => new Sentence("name.early", first.Written, Year(from), first.Preferred!, where),
            _ => new Sentence("name.other", first.Written, first.Preferred!, where),
        };
        return new(said, first.Replacement, places, first.Way, IsLeft: false) { Kind = CheckKind.Name };
    }

    /// <summary>Of names whose old and new form stand side by side nothing is said: that is how they are explained.</summary>
    static IEnumerable<CheckPoint> TwoWays(NameRules rules, IReadOnlyList<NameFound> wrong, IReadOnlyList<(Guid Name, string Written)> right) =>
        from one in wrong
        where rules.OldOf(one.Name, one.Way) is null
        group one by one.Name into name
        let ways = name.DistinctBy(f => f.Way).Select(f => f.Written).Concat(right.Where(r => r.Name == name.Key).Select(r => r.Written).Take(1)).ToList()
        where ways.Count > 1
        select new CheckPoint(CheckKind.TwoWays, new Sentence("name.two-ways", string.Join(", ", ways), name.First().Preferred!));

    /// <summary>Of names that the list does not write in this language it can only be said that they are one.</summary>
    static IEnumerable<CheckPoint> Unlisted(OtherWays other, IReadOnlyList<NameFound> found, IReadOnlySet<string> left)
    {
        foreach (var name in found.GroupBy(f => f.Name))
        {
            var usual = name.MinBy(f => f.Written.Length)!;
            var told = from one in name
                       let way = other.Compare(new(one.Name, IsPerson: true, usual.Written, [], []), one.Written)
                       where way is not null
                       group one by way.Value.Way;
            foreach (var ways in told)
            {
                List<SpellingPlace> places = [.. ways.Select(f => SpellingRules.PlaceOf(f.In, f.From, f.To))];
                yield return left.Contains(ways.Key)
                    ? new NamePoint(new Sentence("name.left", ways.First().Written), null, places, ways.Key, IsLeft: true) { Kind = CheckKind.NameLeft }
                    : new NamePoint(new Sentence("spelling.one-name", ways.First().Written, usual.Written), null, places, ways.Key, IsLeft: false) { Kind = CheckKind.OneName };
            }
        }
    }

    static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);
}
