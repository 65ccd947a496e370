using Chapar.Text;

namespace Chapar.Articles.Translations;

/// <summary>
/// Which block of the source is which, after it was changed. What is the same stays; what was moved is found by its words; of what
/// remains between two that stay, the ones that are alike are the same block, changed.
/// </summary>
public static class Following
{
    const int MostCompared = 400;

    /// <summary>The units of a source from which a translation is begun.</summary>
    public static IReadOnlyList<SourceUnit> Begin(SourceText source) =>
        [.. Follow([new(SourceUnit.Headline, null) { IsNew = true }, new(SourceUnit.Deck, null) { IsNew = true }], source).Select(unit => unit with { IsNew = false })];

    /// <summary>The units as the source says them now, in its order; what was taken out stays after what it stood behind.</summary>
    public static IReadOnlyList<SourceUnit> Follow(IReadOnlyList<SourceUnit> units, SourceText source)
    {
        var (before, blocks) = (units.Skip(2).ToList(), source.Blocks.ToList());
        var same = Match(before, [.. blocks.Select(block => block.Text)]);
        HashSet<string> taken = [.. units.Select(unit => unit.Id)];
        List<SourceUnit> after = [Say(units[0], source.Headline, source.Headline), Say(units[1], source.Deck, source.Deck)];
        foreach (var (index, block) in blocks.Index())
        {
            var unit = same[index] is { } known ? known : new SourceUnit(Name(block.Text, taken), null) { IsNew = true };
            after.Add(Say(unit, block.Text, BlockWords.Of(block.Node)));
        }
        HashSet<string> present = [.. after.Select(unit => unit.Id)];
        foreach (var (index, unit) in before.Index())
        {
            // Nobody has seen what came and went again.
            if (present.Contains(unit.Id) || (unit.IsNew && unit.Text is not null) || Say(unit, "", "") is not { } gone) continue;
            var behind = index == 0 ? 1 : after.FindIndex(other => other.Id == before[index - 1].Id);
            after.Insert(behind < 0 ? after.Count : behind + 1, gone);
        }
        return after;
    }

    static SourceUnit Say(SourceUnit unit, string text, string words)
    {
        var now = text.Length > 0 ? text : null;
        if (now == unit.Text) return unit with { Words = now is null ? unit.Words : BlockWords.Fingerprint(words) };
        var old = unit.IsNew ? null : unit.Old ?? unit.Text;
        // What was not there is new to whoever has left it out, also when it was there before.
        if (unit.Text is null) unit = unit with { IsNew = true };
        // An act of before is about a text that stands no more.
        return unit with { Text = now, Old = old == now ? null : old, IsGone = false, IsAsItIs = false, Before = null, Words = now is null ? unit.Words : BlockWords.Fingerprint(words) };
    }

    static string Name(string text, HashSet<string> taken)
    {
        var name = BlockWords.Hash(text);
        for (int again = 2; !taken.Add(name); again++) name = BlockWords.Hash($"{again} {text}");
        return name;
    }

    /// <summary>For each block the unit that it is, or null when it is a new one.</summary>
    static SourceUnit?[] Match(List<SourceUnit> units, List<string> blocks)
    {
        var same = new SourceUnit?[blocks.Count];
        List<(List<int> Units, List<int> Blocks)> gaps = [];
        List<int> live = [.. units.Index().Where(unit => unit.Item.Text is not null).Select(unit => unit.Index)];
        int i = 0, j = 0;
        var isGap = false;
        foreach (var step in Difference.OfLists([.. live.Select(at => units[at].Text!)], blocks))
        {
            if (step.Change == Change.Same) (same[j++], isGap) = (units[live[i++]], false);
            else
            {
                if (!isGap) gaps.Add(([], []));
                isGap = true;
                if (step.Change == Change.Removed) gaps[^1].Units.Add(live[i++]); else gaps[^1].Blocks.Add(j++);
            }
        }
        FindAgain(units, blocks, same, gaps);
        foreach (var gap in gaps) PairAlike(units, blocks, same, gap.Units, gap.Blocks);
        FindChanged(units, blocks, same, [.. gaps.SelectMany(gap => gap.Units)], [.. gaps.SelectMany(gap => gap.Blocks)]);
        return same;
    }

    /// <summary>What stands elsewhere now, or is back again, word for word.</summary>
    static void FindAgain(List<SourceUnit> units, List<string> blocks, SourceUnit?[] same, List<(List<int> Units, List<int> Blocks)> gaps)
    {
        var free = units.Index().Where(unit => unit.Item.Text is null).Select(unit => unit.Index).Concat(gaps.SelectMany(gap => gap.Units)).ToLookup(at => units[at].Text ?? units[at].Old);
        HashSet<int> found = [];
        foreach (var block in gaps.SelectMany(gap => gap.Blocks))
        {
            if (free[blocks[block]].Where(at => !found.Contains(at)).Cast<int?>().FirstOrDefault() is not { } at) continue;
            found.Add(at);
            same[block] = units[at];
        }
        foreach (var gap in gaps)
        {
            gap.Units.RemoveAll(found.Contains);
            gap.Blocks.RemoveAll(block => same[block] is not null);
        }
    }

    /// <summary>What stands elsewhere now and was changed on the way.</summary>
    static void FindChanged(List<SourceUnit> units, List<string> blocks, SourceUnit?[] same, List<int> left, List<int> come)
    {
        left.RemoveAll(unit => same.Contains(units[unit]));
        come.RemoveAll(block => same[block] is not null);
        // Two texts that have nothing in common are not compared word by word.
        if (left.Count * come.Count > MostCompared) return;
        foreach (var block in come)
        {
            if (left.FindIndex(unit => Difference.AreAlike(units[unit].Text!, blocks[block])) is >= 0 and var at) (same[block], _) = (units[left[at]], left.Remove(left[at]));
        }
    }

    /// <summary>In the order of both; one for one is a change, however great.</summary>
    static void PairAlike(List<SourceUnit> units, List<string> blocks, SourceUnit?[] same, List<int> left, List<int> come)
    {
        if (left.Count == 1 && come.Count == 1)
        {
            same[come[0]] = units[left[0]];
            return;
        }
        var from = 0;
        foreach (var block in come)
        {
            var at = left.FindIndex(from, unit => Difference.AreAlike(units[unit].Text!, blocks[block]));
            if (at < 0) continue;
            same[block] = units[left[at]];
            from = at + 1;
        }
    }
}
