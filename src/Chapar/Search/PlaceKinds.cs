using System.Collections.Frozen;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>Words that say what a name is the name of, and that most articles leave out: the river Ili, FC Kairat. Regions, districts and seas are none: they are other places than the town.</summary>
static class PlaceKinds
{
    static readonly FrozenSet<string> words = (
        "river lake pass valley plateau tunnel crater glacier canyon airport airlines fc " +
        "река реки озеро озера перевал перевала долина плато тоннель кратер ледник каньон аэропорт авиакомпания фк " +
        "өзені өзенінің көлі асуы аңғары үстірті шатқалы әуежайы " +
        "дарыясы көлү ашуусу өрөөнү капчыгайы аэропорту " +
        "daryosi kʊli dovoni vodiysi platosi aeroporti дарёси дареси кўли довони водийси платоси аэропорти " +
        "дарёи дареи кӯли ағбаи водии фурудгоҳи derýasy köli geçelgesi jülgesi").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(FoldedWord word) => words.Contains(word.Written);
}
