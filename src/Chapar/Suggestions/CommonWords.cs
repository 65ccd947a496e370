using Chapar.Text.Search;

namespace Chapar.Suggestions;

/// <summary>Words that say nothing of what a text is about. The index leaves out what most articles say; these are for a paper that has few yet.</summary>
static class CommonWords
{
    static readonly Dictionary<string, HashSet<string>> stems = new Dictionary<string, string>
    {
        ["en"] = """
            about after again against all also although among and another any are because been before being between both but can could does doing down during each either even every few
            first for from further had has have having her here his how into its itself just last less like made make many may more most much must near never new next nothing not now off
            often one only other our out over own per said same says see should since some still such than that the their them then there these they this those three through time too two
            under until use very via want was well were what when where which while who will with within without would year years yet you your people get
            """,
        ["ru"] = """
            более больше быть была были было будет вместе все всего всех вот где даже для его если есть ещё или как когда который которая которое которые кто между меня может можно мы над
            надо нас наш не него нее нет них нужно но однако около один она они оно перед под после при про просто раз сам свой себя так также такие такой там тем теперь только тоже тот
            того том тому уже хотя чего чем через что чтобы эта эти это этот этом год года году лет человек люди людей сказал сказала говорит сообщил
            """,
        ["kk"] = "және мен бен пен бұл осы сол үшін бір деп деген болып болды болған бар жоқ емес еді екен туралы кейін дейін арқылы жыл жылы жылғы адам ол оның олар біз қазір тек барлық көп керек айтты",
        ["ky"] = "жана менен бул ушул ошол үчүн бир деп деген болуп болду болгон бар жок эмес эле экен жөнүндө кийин чейин аркылуу жыл жылы жылдын адам ал анын алар биз азыр гана бардык көп керек айтты",
        ["uz"] = "va bilan bu shu oʻsha uchun bir deb degan boʻlib boʻldi boʻlgan bor yoʻq emas edi ekan haqida keyin qadar orqali yil yili odam u uning ular biz hozir faqat barcha koʻp kerak aytdi ham",
        ["tg"] = "ва ки бо дар аз ба барои ин он як ҳам аст буд шуд шудааст мешавад карда кард кардааст дорад нест то пас баъд дигар худ онҳо мо шумо сол соли нафар гуфт бояд низ ҳар бисёр танҳо",
        ["tk"] = "we bilen bu şu şol üçin bir diýip diýen bolup boldy bolan bar ýok däl eken hakda soň çenli arkaly ýyl ýylyň adam ol onuň olar biz häzir diňe ähli köp gerek aýtdy hem",
    }.ToDictionary(words => words.Key, words => NameFolding.Fold(words.Value, words.Key).Select(word => word.Words[0]).ToHashSet(StringComparer.Ordinal));

    /// <param name="language">Of the text.</param>
    /// <param name="stem">The key of a word.</param>
    public static bool Has(string language, string stem) => stems.TryGetValue(language, out var common) && common.Contains(stem);
}
