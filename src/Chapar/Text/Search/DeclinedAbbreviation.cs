namespace Chapar.Text.Search;

/// <summary>
/// An abbreviation to which an ending is written without a hyphen, as the Turkic languages and Tajik do: БУУнун, BMTning, AQShda. It is read so in a text of
/// any language, so that a query finds it.
/// </summary>
static class DeclinedAbbreviation
{
    static readonly string[] languages = ["kk", "ky", "uz", "tg", "tk"];

    /// <summary>The abbreviation; any other word as it is.</summary>
    public static string Of(string surface)
    {
        var end = 0;
        while (end < surface.Length && char.IsUpper(surface[end])) end++;
        if (end < 2 || end == surface.Length) return surface;
        // A last Sh or Ch is one letter.
        if (surface[end] == 'h' && surface[end - 1] is 'S' or 'C') end++;
        var rest = surface[end..];
        if (rest.Length < 2 || !rest.All(char.IsLower)) return surface;
        var script = Lookalikes.ScriptOf(rest);
        return Array.Exists(languages, language => Stems.Of(language, script)?.IsCase(rest) == true) ? surface[..end] : surface;
    }
}
