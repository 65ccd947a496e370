using System.Text.RegularExpressions;
using Chapar.Spellings;

namespace Chapar.Newsroom.Writing.Naming;

/// <summary>The lines of a story without what is not its own to spell.</summary>
static partial class StoryLines
{
    /// <summary>Addresses, hashtags and account names stay as they are; so do titles in quotation marks, which begin with a capital and end without a comma or full stop, unlike speech.</summary>
    public static TextLine WithoutTitles(TextLine line)
    {
        List<(int, int)> skipped = [.. line.Skipped];
        foreach (var match in Address().EnumerateMatches(line.Text)) skipped.Add((match.Index, match.Index + match.Length));
        foreach (var match in Title().EnumerateMatches(line.Text)) skipped.Add((match.Index, match.Index + match.Length));
        return line with { Skipped = skipped };
    }

    /// <summary>Without what was found in them already.</summary>
    public static IReadOnlyList<TextLine> Without(IReadOnlyList<TextLine> lines, IReadOnlyList<FoundSpelling> spelled, IReadOnlyList<NameFound>? names = null)
    {
        List<(int, int)>?[] found = new List<(int, int)>?[lines.Count];
        foreach (var one in spelled) (found[one.Line] ??= []).Add((one.From, one.To));
        return [.. lines.Select((line, number) => line with { Skipped = [.. line.Skipped, .. found[number] ?? [], .. names?.Where(n => n.In.Text == line.Text).Select(n => (n.From, n.To)) ?? []] })];
    }

    [GeneratedRegex(@"\S*(://|www\.|@)\S*|#[\p{L}\p{N}_-]+|[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]{2,})+(/\S*)?")]
    private static partial Regex Address();

    // At most sixty letters: a title is no speech.
    [GeneratedRegex(@"(?<=[«“„""])\p{Lu}[^«»“”„"".,!?…]{0,59}(?=[»”“""])")]
    private static partial Regex Title();
}
