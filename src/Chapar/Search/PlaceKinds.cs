using System.Collections.Frozen;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>Words that say what a place is, and that most articles leave out: the river Ili, Torugart Pass. Regions, districts and seas are none: they are other places than the town. Nor are clubs and airports, whose names are also a man's.</summary>
static class PlaceKinds
{
    static readonly FrozenSet<string> words = (
        "river lake pass valley plateau tunnel crater glacier canyon " +
        "река реки озеро озера перевал перевала долина плато тоннель кратер ледник каньон " +
        "өзені өзенінің көлі асуы аңғары үстірті шатқалы " +
        "дарыясы көлү ашуусу өрөөнү капчыгайы " +
        "daryosi kʊli dovoni vodiysi platosi дарёси дареси кўли довони водийси платоси " +
        "дарёи дареи кӯли ағбаи водии derýasy köli jülgesi").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(FoldedWord word) => words.Contains(word.Written);
}
