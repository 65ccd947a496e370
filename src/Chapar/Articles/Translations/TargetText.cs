using Chapar.Articles.Body;

namespace Chapar.Articles.Translations;

/// <summary>What a translation says of each block of its source.</summary>
public sealed class TargetText
{
    readonly SourceText text;
    readonly ILookup<string, Node> blocks;

    public TargetText(SourceText text)
    {
        this.text = text;
        blocks = text.Body.Nodes.SelectMany(node => NamesIn(node).Select(name => (name, node))).ToLookup(pair => pair.name, pair => pair.node);
    }

    /// <summary>The names of the blocks of the source that a block says: its own, and those of what was put into it.</summary>
    public static IEnumerable<string> NamesIn(Node node) =>
        TreeWalk.Descend(node).Select(inner => inner.Source).OfType<string>().SelectMany(names => names.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct();

    /// <summary>The blocks that say this unit, in the order of the text.</summary>
    public IEnumerable<Node> Blocks(SourceUnit unit) => blocks[unit.Id];

    public bool Has(SourceUnit unit) => unit.Id switch
    {
        SourceUnit.Headline => text.Headline.Length > 0,
        SourceUnit.Deck => text.Deck.Length > 0,
        _ => blocks.Contains(unit.Id),
    };

    public UnitState StateOf(SourceUnit unit)
    {
        if (unit.Text is null) return unit is { IsGone: false, Old: not null } && Has(unit) ? UnitState.Removed : UnitState.Done;
        if (unit.IsNew && !Has(unit)) return UnitState.Added;
        if (unit.Old is not null) return UnitState.Edited;
        if (Blocks(unit).SelectMany(TreeWalk.Descend).Any(node => node.Machine)) return UnitState.Machine;
        return unit.Words is null || unit.IsAsItIs || IsTranslated(unit) ? UnitState.Done : UnitState.Missing;
    }

    /// <summary>Whether there are words for it, and other ones than those of the source.</summary>
    public bool IsTranslated(SourceUnit unit)
    {
        var words = unit.Id switch
        {
            SourceUnit.Headline => text.Headline,
            SourceUnit.Deck => text.Deck,
            _ => string.Join('\n', Blocks(unit).Select(BlockWords.Of).Where(said => said.Length > 0)),
        };
        return words.Length > 0 && (unit.Words is null || BlockWords.Hash(words) != unit.Words);
    }
}
