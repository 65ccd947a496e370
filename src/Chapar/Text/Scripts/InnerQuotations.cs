namespace Chapar.Text.Scripts;

/// <summary>
/// Where ’ closes an inner quotation and is no part of oʻ or gʻ: "‘radio’ dedi". The editor has the same rule (typography.ts).
/// </summary>
static class InnerQuotations
{
    /// <summary>The places of the marks that close a ‘ which stands where a quotation may begin.</summary>
    public static IReadOnlySet<int> Closing(string text)
    {
        HashSet<int> closing = [];
        for (int at = text.IndexOf('‘', StringComparison.Ordinal); at >= 0; at = text.IndexOf('‘', at + 1))
            if (Opens(text, at) && Close(text, at + 1) is { } close) closing.Add(close);
        return closing;
    }

    static bool Opens(string text, int at) => (at == 0 || char.IsWhiteSpace(text[at - 1]) || "([{—–“«„\"".Contains(text[at - 1], StringComparison.Ordinal)) && IsLetter(text, at + 1);

    /// <summary>The first ’ at the end of a word, unless it stands behind o or g and one follows that can be nothing but the end: ‘tog’ yonida’.</summary>
    static int? Close(string text, int from)
    {
        int? first = null;
        for (int at = from; at < text.Length && !(text[at] == '‘' && Opens(text, at)); at++)
        {
            if (text[at] != '’' || IsLetter(text, at + 1)) continue;
            if (text[at - 1] is not ('o' or 'O' or 'g' or 'G')) return at;
            first ??= at;
        }
        return first;
    }

    static bool IsLetter(string text, int at) => at < text.Length && char.IsLetter(text[at]);
}
