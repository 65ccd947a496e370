using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>Names made of a father's: Кемелевич, Кемелұлы, Шариповна, Abdugʻaniyevich, Nurmuhammet ogly.</summary>
static class Patronymics
{
    static readonly string[] Endings =
        ["ович", "евич", "ьич", "овна", "евна", "инична", "ұлы", "улы", "уулу", "қызы", "кызы", "ўғли", "оғлы", "оглы", "қизи", "ovich", "evich", "ovna", "evna", "uly", "ūly", "uulu", "kyzy", "qyzy", "ʊğli", "ogli", "ogly", "qizi", "gyzy"];

    /// <summary>Longer than the ending alone, but for those that stand as words of their own (Турдубай уулу).</summary>
    public static bool Is(FoldedWord word)
    {
        var written = word.Written;
        return Array.Exists(Endings, ending => written.EndsWith(ending, StringComparison.Ordinal) && (written.Length > ending.Length + 2 || written == ending));
    }
}
