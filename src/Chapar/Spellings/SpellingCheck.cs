using Chapar.Articles;
using Chapar.Text;

namespace Chapar.Spellings;

/// <summary>A line of the checklist about a spelling, with what the editor needs to put it right.</summary>
/// <param name="Replacement">What would stand there; null when there is nothing to be put in without thinking.</param>
public record SpellingPoint(Sentence Text, string? Replacement, IReadOnlyList<SpellingPlace> Places) : CheckPoint(CheckKind.Spelling, Text);

/// <summary>What the checklist says of the spellings of a story.</summary>
public static class SpellingCheck
{
    /// <summary>More lines than somebody reads: a text in another language than it says would give hundreds.</summary>
    const int Most = 40;

    /// <param name="rules">Of the story's language.</param>
    /// <param name="found">What they found in its lines.</param>
    /// <param name="lines">All of the story, with its working copy laid over it.</param>
    /// <param name="isTold">Whether something else says of a name how it is written.</param>
    internal static IEnumerable<CheckPoint> Of(SpellingRules rules, IReadOnlyList<FoundSpelling> found, IReadOnlyList<TextLine> lines, Func<string, bool> isTold)
    {
        var (wrong, twoWays) = SpellingRules.Sort(found);
        foreach (var (preferred, written) in twoWays)
            yield return new CheckPoint(CheckKind.TwoWays, new Sentence("spelling.two-ways", string.Join(", ", written), preferred));
        foreach (var one in wrong.Take(Most))
            yield return new SpellingPoint(new Sentence("spelling.other", one.Written, one.Preferred, Where(one.Places)), one.Replacement, one.Places);
        foreach (var (usual, other) in OneNameTwoWays.In(lines, rules.Language, word => rules.Knows(word) || isTold(word)).Take(Most))
            yield return new SpellingPoint(new Sentence("spelling.one-name", other.Written, usual.Written), null, other.Places) { Kind = CheckKind.OneName };
    }

    internal static Sentence Where(IReadOnlyList<SpellingPlace> places) => places switch
    {
        [{ Part: StoryPart.Headline }] => new("spelling.in-headline"),
        [{ Part: StoryPart.Deck }] => new("spelling.in-deck"),
        [var only] => new("spelling.in-text", $"{Cut(only.Before)}{only.Written}{CutEnd(only.After)}"),
        _ => Sentence.OfCount("spelling.places", places.Count),
    };

    /// <summary>From the first whole word on, where the line goes on before it.</summary>
    static string Cut(string before) => before.Length == SpellingRules.Around && before.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? "…" + before[(at + 1)..] : before;

    static string CutEnd(string after) => after.Length == SpellingRules.Around && after.LastIndexOf(' ') is > 0 and var at ? after[..at].TrimEnd('.') + "…" : after;
}
