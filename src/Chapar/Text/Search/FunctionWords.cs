using System.Collections.Frozen;

namespace Chapar.Text.Search;

/// <summary>
/// The words that a language's sentences begin with and that are nobody's name: pronouns, prepositions, conjunctions, a few auxiliaries. With the capital that
/// the beginning of a sentence gives them they would meet short names and abbreviations of other languages: It and ИТ, On and ООН, Most and мост.
/// </summary>
static class FunctionWords
{
    static readonly FrozenDictionary<string, FrozenSet<string>> Of = new Dictionary<string, string>
    {
        ["en"] = """
            a an the it its he she his her they their we our us you your i my me him them this that these those there here what which who whose when where why how if
            in on at by of to for from with without as and or but nor not no yes is are was were be been has have had do does did would could should must
            after before since until while during under over into about between both all some any many most more much few each every other another such only also
            than then so now however although because once yet still
            """,
        ["ru"] = """
            в во на с со к ко у о об от до по за из без для при над под про через и а но да или ни не он она оно они мы вы я ты его ее их им ему ей нас вас мне нам вам
            это этот эта эти тот та те то так там тут здесь кто что чем где когда куда откуда как какой какая какие почему зачем если чтобы хотя пока все весь вся еще
            уже только лишь также тоже после перед между во время был была были было есть будет нет при этом
            """,
        ["kk"] = """
            мен сен ол біз сіз олар бұл осы сол бұлар және бен пен да де та те бірақ немесе егер үшін туралы кейін дейін бойынша қалай қашан қайда не кім неге бар жоқ емес
            болды барлық әр әрбір тек сондай ал себебі men sen ol biz siz olar būl osy sol jäne biraq nemese eger üşin turaly keiin deiin ne kim bar joq emes al
            """,
        ["ky"] = """
            мен сен ал биз сиз алар бул ошол ушул жана бирок же эгер үчүн тууралуу кийин чейин боюнча кандай качан кайда эмне ким бар жок эмес болду баары ар да дагы анткени
            """,
        ["uz"] = """
            men sen u biz siz ular bu shu oʻsha va lekin ammo yoki agar uchun haqida keyin oldin bilan qanday qachon qayerda nima kim nega bor yoʻq emas edi barcha har ham faqat
            мен сен у биз сиз улар бу шу ўша ва лекин аммо ёки агар учун ҳақида кейин олдин билан қандай қачон қаерда нима ким нега бор йўқ эмас эди барча ҳар ҳам фақат
            """,
        ["tg"] = "ман ту ӯ вай мо шумо онҳо ин он ва аммо вале ё агар барои дар бо аз ба то пас баъд чаро чӣ кӣ кай куҷо ки ҳам на аст буд ҳаст нест ҳама ҳар фақат зеро",
        ["tk"] = "men sen ol biz siz olar bu şu şol we emma ýöne ýa eger üçin hakda soň öň bilen nähili haçan nirede näme kim bar ýok däl boldy ähli her hem diňe",
    }.ToFrozenDictionary(list => list.Key, list => list.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Letters.Of(word, possessive: false)).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether a word of small letters is one in this language; never where the language is not known.</summary>
    public static bool Has(string letters, string? language) => language is not null && Of.TryGetValue(language, out var words) && words.Contains(letters);
}
