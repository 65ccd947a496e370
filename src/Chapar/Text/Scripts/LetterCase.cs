namespace Chapar.Text.Scripts;

/// <summary>Capitals where one letter becomes two.</summary>
static class LetterCase
{
    /// <summary>Whether the capital at this place stands among capitals: "ШАҲАР" is "SHAHAR", "Шаҳар" is "Shahar".</summary>
    public static bool IsAmongCapitals(string text, int at)
    {
        var (before, after) = (Letter(text, at - 1), Letter(text, at + 1));
        return after is { } next ? char.IsUpper(next) : before is { } last && char.IsUpper(last);
    }

    static char? Letter(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]) && !IsCaseless(text[at]) ? text[at] : null;

    static bool IsCaseless(char c) => c is 'ʻ' or 'ʼ';
}
