using System.Globalization;
using System.Text;

namespace Chapar.Text;

/// <summary>
/// Makes words alike that readers type alike: lower case, letters of the seven alphabets without their marks ("Айгүл" and
/// "айгул", "Ёлка" and "елка", "Gurbangulý" and "gurbanguly"), no apostrophes inside words.
/// </summary>
/// <remarks>Needed because the tokenizers of SQLite and PostgreSQL fold no Cyrillic marks (measured, see docs/decisions).</remarks>
public static class Folding
{
    public static string Fold(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('a', 'z')) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var lower = char.ToLowerInvariant(c);
            if (lower < 128) { if (lower != '\'') folded.Append(lower); continue; }
            switch (lower)
            {
                case 'ʻ' or 'ʼ' or '’' or '‘' or '`' or '\u00AD' or '\u0301': break;
                case 'ё': folded.Append('е'); break;
                case 'қ' or 'ҡ': folded.Append('к'); break;
                case 'ү' or 'ұ' or 'ӯ' or 'ў': folded.Append('у'); break;
                case 'ө': folded.Append('о'); break;
                case 'ғ': folded.Append('г'); break;
                case 'ң': folded.Append('н'); break;
                case 'һ' or 'ҳ': folded.Append('х'); break;
                case 'і' or 'ӣ' or 'ї': folded.Append('и'); break;
                case 'ә': folded.Append('а'); break;
                case 'ҷ': folded.Append('ч'); break;
                case 'ı': folded.Append('i'); break;
                case 'й': folded.Append('й'); break;
                default: Plain(folded, lower); break;
            }
        }
        return folded.ToString();
    }

    /// <summary>Latin letters with marks lose them; everything else stays.</summary>
    static void Plain(StringBuilder folded, char c)
    {
        if (c is >= '\u00C0' and <= '\u024F')
        {
            foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
                if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark) folded.Append(part);
        }
        else
        {
            folded.Append(c);
        }
    }

    /// <summary>The folded words of a text, in order: runs of letters and digits.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var folded = Fold(text);
        int start = -1;
        for (int i = 0; i <= folded.Length; i++)
        {
            var inside = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (inside && start < 0) start = i;
            if (!inside && start >= 0)
            {
                yield return folded[start..i];
                start = -1;
            }
        }
    }
}
