using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>Names made of a father's: Кемелевич, Кемелевича, Кемелұлы, Шариповна, Abdugʻaniyevich, Nurmuhammet ogly.</summary>
static class Patronymics
{
    static readonly string[] Endings =
        [
            .. from stem in (string[])["ович", "евич", "ьич"] from ending in (string[])["", "а", "у", "ем", "е"] select stem + ending,
            .. from stem in (string[])["овн", "евн", "иничн"] from ending in (string[])["а", "ы", "е", "у", "ой"] select stem + ending,
            "ұлы", "улы", "уулу", "қызы", "кызы", "ўғли", "оғлы", "оглы", "қизи", "ovich", "evich", "ovna", "evna", "uly", "ūly", "uulu", "kyzy", "qyzy", "ʊğli", "ogli", "ogly", "qizi", "gyzy",
        ];

    /// <summary>Longer than the ending alone, but for those that stand as words of their own (Турдубай уулу).</summary>
    public static bool Is(FoldedWord word)
    {
        var written = word.Written;
        return Array.Exists(Endings, ending => written.EndsWith(ending, StringComparison.Ordinal) && (written.Length > ending.Length + 2 || written == ending));
    }
}
