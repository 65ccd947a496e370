using System.Text.RegularExpressions;
using Chapar.Names;
using Chapar.Spellings;

namespace Chapar.Newsroom.Writing.Naming;

/// <summary>The list of known names in one language on one day, ready to go through stories.</summary>
/// <remarks>
/// Told are a name out of its dates of use and another way to write the preferred one. Another name of the same ("the Republic of
/// Kazakhstan", "USA") may stand, and so may what is in another alphabet.
/// </remarks>
sealed partial class NameRules
{
    readonly Dictionary<(Guid, bool), Listed> listed = [];
    readonly Dictionary<(Guid, string), NameSpelling> old = [];
    readonly HashSet<string> joined = new(StringComparer.Ordinal);

    NameRules(IReadOnlyList<KnownName> names, string language, DateOnly day)
    {
        foreach (var name in names)
            foreach (var alphabet in name.Spellings.Where(s => s.Language == language).GroupBy(s => IsCyrillic(s.Text)))
            {
                var preferred = alphabet.FirstOrDefault(s => IsInUse(s, day)) ?? alphabet.First();
                List<string> others = [], rights = [];
                foreach (var spelling in alphabet)
                {
                    if (spelling == preferred) continue;
                    if (!IsInUse(spelling, day)) old[(name.Id, spelling.Text)] = spelling;
                    var isTold = !IsInUse(spelling, day) || (spelling is { From: null, Until: null } && SameName.IsWrittenOtherwise(preferred.Text, spelling.Text, language, name.Kind == KnownNameKind.Person));
                    (isTold ? others : rights).Add(spelling.Text);
                }
                if (name.Kind == KnownNameKind.Place && Joined(preferred.Text) is { } whole && !others.Contains(whole))
                {
                    others.Add(whole);
                    joined.Add(whole);
                }
                listed[(name.Id, alphabet.Key)] = new(name.Id, name.Kind == KnownNameKind.Person, preferred.Text, others, rights);
            }
        Language = language;
        // What is the right name of another is nobody's wrong one.
        var right = listed.Values.SelectMany(l => l.Rights.Prepend(l.Preferred)).ToHashSet(StringComparer.Ordinal);
        Spelled = SpellingRules.Of(listed.Values.Select(l => l with { Others = [.. l.Others.Where(o => !right.Contains(o))] }), language);
    }

    public string Language { get; }

    /// <summary>The spellings that the list has.</summary>
    public SpellingRules Spelled { get; }

    /// <param name="names">Those that count.</param>
    /// <param name="language">Of the story.</param>
    /// <param name="day">Of the story: the one on which it went or goes out.</param>
    public static NameRules Of(IReadOnlyList<KnownName> names, string language, DateOnly day) => new(names, language, day);

    /// <summary>Whether what was found is a town without its hyphen, and not a person: Nursultan Abenov was born in Nur-Sultan.</summary>
    public bool IsPerson(FoundSpelling found, string line) =>
        joined.Contains(found.Pattern.Root) && (NameAfter().IsMatch(line.AsSpan(found.To)) || NameBefore().IsMatch(line.AsSpan(0, found.From)));

    [GeneratedRegex(@"^[ \u00A0]\p{Lu}")]
    private static partial Regex NameAfter();

    [GeneratedRegex(@"\p{Lu}[\p{L}’'-]*[ \u00A0]\z")]
    private static partial Regex NameBefore();

    /// <summary>How a name is written in the alphabet of a piece of text; null where the list does not say it.</summary>
    public Listed? In(Guid name, string text) => listed.GetValueOrDefault((name, IsCyrillic(text)));

    /// <summary>When a spelling was the name; null when it is not told for its dates.</summary>
    public NameSpelling? OldOf(Guid name, string spelling) => old.GetValueOrDefault((name, spelling));

    /// <summary>Karabalta for Kara-Balta; null for a name without hyphens, or of several words.</summary>
    static string? Joined(string preferred)
    {
        if (!preferred.Contains('-', StringComparison.Ordinal) || preferred.Contains(' ', StringComparison.Ordinal)) return null;
        return preferred[0] + preferred[1..].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
    }

    static bool IsInUse(NameSpelling spelling, DateOnly day) => !(spelling.From > day) && !(spelling.Until < day);

    static bool IsCyrillic(string text) => text.FirstOrDefault(char.IsLetter) is >= '\u0400' and <= '\u052F';
}
