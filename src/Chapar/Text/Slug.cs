using System.Text;
using AnyAscii;

namespace Chapar.Text;

/// <summary>The part of an address that is made from a name or headline: lower-case Latin letters, digits and hyphens.</summary>
public static class Slug
{
    const int Longest = 80;

    /// <summary>A slug of at most 80 characters, cut between words; empty when the text has no letter or digit.</summary>
    public static string Of(string text)
    {
        var heard = text.Where(c => c is not ('ь' or 'Ь' or 'ъ' or 'Ъ' or '\'' or '’' or 'ʻ' or 'ʼ' or '‘' or '`')).ToArray();
        var slug = new StringBuilder(heard.Length);
        foreach (var c in new string(heard).Transliterate())
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '`') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return Cut(slug.ToString().Trim('-'));
    }

    /// <summary>The first of <c>slug</c>, <c>slug-2</c>, <c>slug-3</c> ... that is not taken.</summary>
    public static string Free(string slug, Func<string, bool> taken)
    {
        if (!taken(slug)) return slug;
        for (int n = 2; ; n++)
            if (!taken($"{slug}-{n}")) return $"{slug}-{n}";
    }

    static string Cut(string slug)
    {
        if (slug.Length <= Longest) return slug;
        var end = slug.LastIndexOf('-', Longest);
        return slug[..(end > Longest / 2 ? end : Longest)];
    }
}
