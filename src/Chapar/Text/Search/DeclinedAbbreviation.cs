namespace Chapar.Text.Search;

/// <summary>An abbreviation to which an ending is written without a hyphen: БУУнун, BMTning, AQShda.</summary>
static class DeclinedAbbreviation
{
    /// <summary>The abbreviation; any other word as it is.</summary>
    /// <param name="language">Of the text; only the Turkic languages and Tajik write so.</param>
    public static string Of(string surface, string language)
    {
        var end = 0;
        while (end < surface.Length && char.IsUpper(surface[end])) end++;
        if (end < 2 || end == surface.Length) return surface;
        // A last Sh or Ch is one letter.
        if (surface[end] == 'h' && surface[end - 1] is 'S' or 'C') end++;
        var rest = surface[end..];
        return rest.Length > 1 && rest.All(char.IsLower) && Stems.Of(language, Lookalikes.ScriptOf(rest))?.IsCase(rest) == true ? surface[..end] : surface;
    }
}
