using System.Text;

namespace Chapar.Spellings;

/// <summary>A word of a line: from where to where.</summary>
readonly record struct WordAt(int From, int To);

/// <summary>One spelling of the list, taken apart so that it is found in a line.</summary>
sealed class SpellingPattern
{
    readonly string[] words;
    readonly string[] gaps;
    readonly string[] target;
    readonly string[] targetGaps;
    readonly string language;

    SpellingPattern(Listed entry, string spelling, string root, string preferred, string language, bool isPreferred)
    {
        (Entry, Root, Preferred, IsPreferred, this.language) = (entry, root, preferred, isPreferred, language);
        (words, gaps) = Apart(spelling);
        (target, targetGaps) = Apart(preferred);
    }

    public Listed Entry { get; }

    /// <summary>The spelling of the list that it comes from.</summary>
    public string Root { get; }

    /// <summary>What is to stand in its place.</summary>
    public string Preferred { get; }

    public bool IsPreferred { get; }

    public IReadOnlyList<string> Words => words;

    /// <summary>Letters of the longest <see cref="Start"/>.</summary>
    public const int LongestStart = 3;

    /// <summary>The letters that every form of its first word begins with, in small letters.</summary>
    public string Start => Plain(words[0][..Math.Min(LongestStart, Math.Max(1, words[0].Length - 2))]).ToLowerInvariant();

    /// <summary>Of a spelling that may stand: the preferred one, or another name of the same.</summary>
    public static SpellingPattern OfRight(Listed entry, string spelling, string language) => new(entry, spelling, spelling, spelling, language, isPreferred: true);

    public static SpellingPattern OfOther(Listed entry, string other, string language) => new(entry, other, other, entry.Preferred, language, isPreferred: false);

    /// <summary>
    /// People are named by their surname alone after the first time: each word of the other spelling that differs, for the one of the
    /// preferred that stands in its place.
    /// </summary>
    public static IEnumerable<SpellingPattern> OfPartsOf(Listed entry, string other, string language)
    {
        const int Shortest = 4;
        if (!entry.IsPerson) yield break;
        var (theirs, ours) = (Apart(other).Words, Apart(entry.Preferred).Words);
        if (theirs.Length != ours.Length || ours.Length < 2) yield break;
        for (int i = 0; i < ours.Length; i++)
        {
            if (theirs[i] == ours[i] || theirs[i].Length < Shortest || !char.IsUpper(theirs[i][0])) continue;
            yield return new(entry, theirs[i], other, ours[i], language, isPreferred: false);
            yield return new(entry, ours[i], entry.Preferred, ours[i], language, isPreferred: true);
        }
    }

    /// <summary>Whether it stands in a line from this word on.</summary>
    /// <param name="at">The words of the line.</param>
    /// <param name="first">Which of them it is to begin with.</param>
    /// <returns>Its end in the line, whether it stands there without any ending, and what would stand there spelled as the house does (null when that form is not known); null when it does not stand there.</returns>
    public (int End, bool IsBare, string? Replacement)? Match(string line, IReadOnlyList<WordAt> at, int first)
    {
        if (first + words.Length > at.Count) return null;
        var forms = new Endings.Form[words.Length];
        var (isLoud, isRaised) = (true, false);
        for (int i = 0; i < words.Length; i++)
        {
            var word = at[first + i];
            if (i > 0 && Gap(line[at[first + i - 1].To..word.From]) != gaps[i - 1]) return null;
            if (Form(words[i], line[word.From..word.To], mayEnd: i == words.Length - 1 || language != "en", isFirst: i == 0) is not { } found) return null;
            forms[i] = found.Form;
            isLoud &= found.IsLoud;
            isRaised |= found.IsRaised;
        }
        var end = at[first + words.Length - 1].To;
        var replaced = Replaced(forms);
        if (replaced is not null && line[at[first].From..end].Contains('’', StringComparison.Ordinal)) replaced = replaced.Replace('\'', '’');
        var isBare = forms.All(form => form == default || form.Ending.Length == 0);
        return (end, isBare, replaced is null ? null : isLoud ? replaced.ToUpperInvariant() : isRaised ? char.ToUpperInvariant(replaced[0]) + replaced[1..] : replaced);
    }

    /// <summary>All words of a line. An apostrophe inside a word belongs to it, a hyphen stands between two.</summary>
    public static IReadOnlyList<WordAt> WordsOf(string line)
    {
        List<WordAt> words = [];
        for (int i = 0; i < line.Length; i++)
        {
            if (!char.IsLetterOrDigit(line[i])) continue;
            var from = i;
            while (i < line.Length && (char.IsLetterOrDigit(line[i]) || char.GetUnicodeCategory(line[i]) == System.Globalization.UnicodeCategory.NonSpacingMark || (IsApostrophe(line[i]) && i + 1 < line.Length && char.IsLetter(line[i + 1])))) i++;
            words.Add(new(from, i));
        }
        return words;
    }

    /// <summary>How a word of a line is one of the list: its form, whether it is all in capitals, whether only its first letter is raised, as at the beginning of a sentence.</summary>
    (Endings.Form Form, bool IsLoud, bool IsRaised)? Form(string listed, string written, bool mayEnd, bool isFirst)
    {
        (listed, written) = (Plain(listed), Plain(written));
        if (Known(listed, written) is { } exact) return (exact, IsAllUpper(written), false);
        if (isFirst && char.IsLower(listed[0]) && Known(listed, char.ToLowerInvariant(written[0]) + written[1..]) is { } raised) return (raised, false, true);
        return IsAllUpper(written) && Known(listed.ToLowerInvariant(), written.ToLowerInvariant()) is { } loud ? (loud, true, false) : null;

        Endings.Form? Known(string a, string b) => Endings.Of(a, b, language, words.Length > 1 ? 1 : Endings.ShortestStem) is { } form && (mayEnd || form.Ending.Length == 0) ? form : null;
    }

    string? Replaced(Endings.Form[] forms)
    {
        if (target.Length != words.Length)
        {
            // Other words: only the form of the last is known to be that of the last.
            if (forms.SkipLast(1).Any(form => form.Ending.Length > 0) || Endings.Apply(forms[^1], words[^1], target[^1], language) is not { } last) return null;
            return Join([.. target.SkipLast(1), last], targetGaps);
        }
        var said = new string[target.Length];
        for (int i = 0; i < target.Length; i++)
        {
            if (Endings.Apply(forms[i], words[i], target[i], language) is not { } word) return null;
            said[i] = word;
        }
        return Join(said, targetGaps);
    }

    static (string[] Words, string[] Gaps) Apart(string spelling)
    {
        var at = WordsOf(spelling);
        return ([.. at.Select(word => spelling[word.From..word.To])], [.. at.Skip(1).Select((word, i) => Gap(spelling[at[i].To..word.From]))]);
    }

    static string Join(string[] words, string[] gaps)
    {
        var text = new StringBuilder(words[0]);
        for (int i = 1; i < words.Length; i++) text.Append(gaps[i - 1]).Append(words[i]);
        return text.ToString();
    }

    /// <summary>What stands between two words, all spaces and all hyphens being one.</summary>
    static string Gap(string between) => between.Length > 0 && between.All(char.IsWhiteSpace) ? " " : between is "-" or "\u2010" or "\u2011" ? "-" : between;

    public static string Plain(string word) => word.Replace('’', '\'');

    static bool IsApostrophe(char c) => c is '\'' or '’' or '\u02BC' or '\u02BB';

    static bool IsAllUpper(string word) => word.Length > 1 && word.Any(char.IsUpper) && !word.Any(char.IsLower);
}
