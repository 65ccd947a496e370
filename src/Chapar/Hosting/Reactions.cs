using Chapar.Media;
using Chapar.Search;
using Chapar.Suggestions;

namespace Chapar.Hosting;

/// <summary>Who reacts to what happens: the whole list on one screen.</summary>
static class Reactions
{
    public static IReadOnlyList<Type> All { get; } = [typeof(SearchIndex), typeof(SuggestReading), typeof(RenditionPress)];
}
