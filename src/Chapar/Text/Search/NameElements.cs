namespace Chapar.Text.Search;

/// <summary>
/// What names of the region are made of, and how its languages say it: төбе, тюбе, tepa, depe; қорған, qoʻrgʻon, курган; Murat, Myrat, Murod. The same
/// name so differs by more than letters. No key is made of it: who looks for a name is also given it with the other languages' element.
/// </summary>
/// <remarks>In the internal alphabet of <see cref="LetterTables"/>, by the rules for whole names; compare the study's "name elements".</remarks>
static class NameElements
{
    enum Where { First, Last, Anywhere }

    /// <summary>Letters.</summary>
    const int ShortestRest = 2;

    static readonly (Where Where, string[] Ways)[] Elements =
    [
        // Of places: hill, mountain, water, stone, head, tree, fort, town, new, three, red, black, sand, blue, seven, road, yellow, father, white, apple, camel, great.
        .. Read(Where.Last, """
            t2be t2b2 tobe tube t4be tepa tepe depe
            tau tav tov tog tag dag dog too
            su suv suu
            tas tax tox dax
            bas bax box baxi
            agax agac ogoc agoc
            kent kant
            gul kul guli kuli
            """),
        .. Read(Where.First, """
            jana jani yani jangi
            ux uc 4x 4c 3x 3c
            kizil gizil kzil
            kara kora gara
            kum gum
            k2k kok g2k k3k
            jeti eti jiti
            jol yul y3l yol
            sari sarik
            ata ota
            ak ok
            alma olma
            tas tax tox dax
            tuia t4ia t2ia duia
            ulug uluk
            """),
        // A father's name as a surname: Сәрсенбаев, Сәрсенбайұлы.
        .. Read(Where.Last, """
            ov uli 3li
            ev uli 3li
            """),
        // Of places and people.
        .. Read(Where.Anywhere, """
            korgan kurgan kurgon k3rgon korgon gorgan
            kala gala
            murat mirat murot morot
            kurban gurban kurbon
            muhamet muhamed mahmet mamet mambet magomet magomed muhamat
            kilic gilic kilix
            abdul abdu
            iskandar iskender isgender eskendir
            mirza mirzo mirze murza
            bolat bulat polat pulat pulot
            serdar sardar sardor
            berdi verdi
            geldi keldi
            hudai kudai kuday
            oraz uraz uroz
            oral ural orol
            seit sait seyit
            osman usman ospan usmon
            yusup yusuf jusup
            ibragim ibrahim ibrohim
            farhat parhat farhot
            tursun dursun
            turdi durdi
            temir demir
            almas almaz almos
            jora jura
            haji hoja koja goja hojo
            sapar safar sabar
            bahtiar bagtiar baktiar bahtior baktior
            """),
    ];

    /// <summary>The name with other languages' elements instead of its own, one at its beginning, one further on, or both; not the name itself.</summary>
    public static IEnumerable<NameKey> InOtherLanguages(NameKey name)
    {
        List<string> begun = [name.Strict, .. Others(name.Strict, place => place == Where.First)];
        return begun.SelectMany(strict => Others(strict, place => place != Where.First)).Concat(begun).Where(strict => strict != name.Strict).Distinct().Select(NameKey.Of);
    }

    static IEnumerable<string> Others(string strict, Func<Where, bool> places)
    {
        foreach (var (place, ways) in Elements)
            foreach (var way in places(place) ? ways : [])
            {
                var at = place switch
                {
                    Where.First => strict.StartsWith(way, StringComparison.Ordinal) ? 0 : -1,
                    Where.Last => strict.EndsWith(way, StringComparison.Ordinal) ? strict.Length - way.Length : -1,
                    _ => strict.IndexOf(way, StringComparison.Ordinal),
                };
                // An element alone is a word like any other.
                if (at < 0 || strict.Length - way.Length < ShortestRest) continue;
                foreach (var other in ways)
                    if (other != way) yield return string.Concat(strict.AsSpan(0, at), other, strict.AsSpan(at + way.Length));
            }
    }

    static IEnumerable<(Where, string[])> Read(Where place, string lines) =>
        lines.Split('\n').Select(line => (place, line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
}
