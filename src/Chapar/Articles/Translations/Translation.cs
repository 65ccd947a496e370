namespace Chapar.Articles.Translations;

/// <summary>
/// A story that is translated from another one: what its translators have seen of the source, block by block (docs/decisions/023). Which
/// block says which stands in the body of the translation (<see cref="Body.Node.Source"/>); nothing of its text is ever changed from here.
/// </summary>
public sealed class Translation
{
    Translation() { }

    /// <param name="source">The story that is translated.</param>
    /// <param name="text">As it stands.</param>
    /// <param name="target">The new story.</param>
    /// <param name="now">The present instant, UTC.</param>
    public Translation(Article source, SourceText text, Article target, DateTime now)
    {
        ArticleId = target.Id;
        SourceId = source.Id;
        TranslationGroup = source.TranslationGroup;
        Language = target.Language;
        BegunAt = now;
        Units = Following.Begin(text);
    }

    public Guid ArticleId { get; private set; }
    public Guid SourceId { get; private set; }

    /// <summary>With <see cref="Language"/> unique: who presses a second time, or at the same instant, opens the one there is.</summary>
    public Guid TranslationGroup { get; private set; }

    public string Language { get; private set; } = "en";
    public DateTime BegunAt { get; private set; }

    /// <summary>Headline and deck, then the blocks of the source in its order.</summary>
    public IReadOnlyList<SourceUnit> Units { get; private set; } = [];

    /// <summary>Blocks that the source has.</summary>
    public int Total { get; private set; }

    /// <summary>Of these, those at which nothing is to be done.</summary>
    public int Done { get; private set; }

    /// <summary>Blocks that were changed in, added to or taken out of the source, and at which the translator has not said "done".</summary>
    public int Changed { get; private set; }

    /// <summary>Blocks that a machine wrote and nobody has seen.</summary>
    public int Unseen { get; private set; }

    /// <summary>Since when something is changed; null while nothing is.</summary>
    public DateTime? ChangedSince { get; private set; }

    /// <summary>The source says something else.</summary>
    public void Follow(SourceText source) => Units = Keep(Following.Follow(Units, source));

    /// <summary>Counts what is to be done; of what was never translated the state that stands is the one that will be.</summary>
    /// <param name="target">As its writers have it.</param>
    /// <param name="at">When source or target was changed, UTC.</param>
    public void Count(TargetText target, DateTime at)
    {
        Units = Keep([.. Units.Select(unit => Begun(unit, target))]);
        var states = Units.Select(target.StateOf).ToList();
        Total = Units.Count(unit => unit.Text is not null);
        Changed = states.Count(state => state is UnitState.Added or UnitState.Edited or UnitState.Removed);
        Unseen = states.Count(state => state == UnitState.Machine);
        Done = Units.Zip(states).Count(unit => unit.First.Text is not null && unit.Second == UnitState.Done);
        ChangedSince = Changed == 0 ? null : ChangedSince ?? at;
    }

    /// <summary>The translator has done what is to be done.</summary>
    /// <param name="ids">Units; all that are changed when null.</param>
    /// <param name="act">Its name, by which it is taken back.</param>
    /// <param name="target">As its writers have it.</param>
    /// <param name="now">The present instant, UTC.</param>
    public void SayDone(IReadOnlyCollection<string>? ids, Guid act, TargetText target, DateTime now)
    {
        Units = Keep([.. Units.Select(unit => ids?.Contains(unit.Id) ?? IsChanged(target.StateOf(unit)) ? DoneWith(unit, target.StateOf(unit), act) : unit)]);
        Count(target, now);
    }

    /// <summary>Takes such an act back, as far as nothing was changed since.</summary>
    public void TakeBack(Guid act, TargetText target, DateTime now)
    {
        Units = Keep([.. Units.Select(unit => unit.Before is { } before && before.Act == act
            ? unit with { Old = before.Old, IsNew = before.IsNew, IsAsItIs = before.IsAsItIs, IsGone = before.IsGone, Before = null } : unit)]);
        Count(target, now);
    }

    static bool IsChanged(UnitState state) => state is UnitState.Added or UnitState.Edited or UnitState.Removed;

    static SourceUnit DoneWith(SourceUnit unit, UnitState state, Guid act)
    {
        var before = new DoneBefore(act, unit.Old, unit.IsNew, unit.IsAsItIs, unit.IsGone);
        return state switch
        {
            UnitState.Edited => unit with { Old = null, Before = before },
            UnitState.Removed => unit with { IsGone = true, Before = before },
            UnitState.Added or UnitState.Missing => unit with { IsNew = false, IsAsItIs = true, Before = before },
            _ => unit,
        };
    }

    static SourceUnit Begun(SourceUnit unit, TargetText target)
    {
        if (unit.Text is null) return unit;
        // What came back, and was left out meanwhile, is not compared with what it was.
        var taken = !unit.IsNew ? unit : target.Has(unit) ? unit with { IsNew = false } : unit with { Old = null };
        if (unit.IsBegun) return taken;
        // Words that readers of the one language may have seen, or a table that was carried over and needs none.
        if (target.Has(unit) && (unit.Words is null || target.IsTranslated(unit))) return taken with { IsBegun = true };
        return taken with { Old = null };
    }

    /// <summary>The same list when it says the same: then there is nothing to be saved.</summary>
    IReadOnlyList<SourceUnit> Keep(IReadOnlyList<SourceUnit> units) => units.SequenceEqual(Units) ? Units : units;
}
