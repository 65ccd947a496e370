using System.Text;

namespace Chapar.Text;

/// <summary>Spaces and control characters of short texts, put right when they are saved.</summary>
public static class Typography
{
    const char NoBreakSpace = '\u00A0';
    const char NarrowNoBreakSpace = '\u202F';

    /// <summary>
    /// One line without control characters, with single ordinary spaces and none at the ends. A non-breaking space stays
    /// only where typography wants it: after a digit, or before a dash.
    /// </summary>
    public static string Tidy(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var tidy = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\u00AD' or '\u200B' or '\uFEFF' || (char.IsControl(c) && !char.IsWhiteSpace(c))) continue;
            if (!char.IsWhiteSpace(c)) { tidy.Append(c); continue; }
            int last = i;
            while (last + 1 < text.Length && char.IsWhiteSpace(text[last + 1])) last++;
            if (tidy.Length > 0 && last + 1 < text.Length) tidy.Append(Space(tidy[^1], c, text[last + 1]));
            i = last;
        }
        return tidy.ToString();
    }

    static char Space(char before, char space, char after)
    {
        var wanted = space is NoBreakSpace or NarrowNoBreakSpace && (char.IsDigit(before) || after is '—' or '–');
        return wanted ? space : ' ';
    }
}
