namespace Chapar.Search;

public sealed partial class Understood
{
    /// <summary>How well an article fits; the better first. Each is asked for on its own.</summary>
    internal enum Fit { InHeadlineAsTyped, NameAsTyped, InHeadline, AsName, AsTyped }

    /// <summary>What every hit must have.</summary>
    /// <param name="isOpen">Whether the last word may be the beginning of one.</param>
    internal Condition? Hits(Narrowing filters, bool isOpen = false) =>
        All(Needed.Select(w => isOpen && w.IsOpen ? new Condition.Any([Anywhere(w), Beginning(w)]) : Anywhere(w)), filters);

    /// <summary>What those hits have that fit so well; null when no article can.</summary>
    internal Condition? Fitting(Fit fit, Narrowing filters)
    {
        if (IsEmpty) return null;
        return All((fit is Fit.InHeadlineAsTyped or Fit.NameAsTyped or Fit.AsTyped ? wanted : Needed).Select(w => fit switch
        {
            Fit.InHeadlineAsTyped => Typed(w, word => IndexTerms.InHeadline(IndexTerms.Written(word))),
            Fit.NameAsTyped => w.IsPhrase ? Anywhere(w) : Typed(w, IndexTerms.WrittenName),
            Fit.InHeadline => w.IsPhrase ? Typed(w, word => IndexTerms.InHeadline(IndexTerms.Written(word))) : Spelt(w, IndexTerms.InHeadline, withWords: true),
            Fit.AsName => w.IsPhrase ? Anywhere(w) : Spelt(w, term => term, withWords: false),
            _ => w.IsPhrase ? Anywhere(w) : Typed(w, IndexTerms.Written),
        }), filters);
    }

    /// <summary>Without what may be missing, unless all may.</summary>
    IEnumerable<Wanted> Needed => wanted.All(w => w.IsOptional) ? wanted : wanted.Where(w => !w.IsOptional);

    /// <summary>Whether the last word may be the beginning of one and has letters enough for it.</summary>
    internal bool IsLongEnough(int letters) => wanted.Any(w => w.IsOpen && w.Words[^1].Word.Written.Length >= letters);

    Condition? All(IEnumerable<Condition> conditions, Narrowing filters) =>
        filters.Of(conditions) is { } hits ? excluded.Aggregate(hits, (sofar, one) => new Condition.But(sofar, Anywhere(one))) : null;

    static Condition Anywhere(Wanted w) => w.IsPhrase ? InOrder([.. w.Words.Select(r => r.Word.Written)]) : Spelt(w, term => term, withWords: true);

    /// <summary>One word after the other. Where two short ones meet, that is asked first: their places in every article would be read else.</summary>
    static Condition InOrder(List<string> words)
    {
        if (words is [var only]) return new Condition.Term(IndexTerms.Written(only));
        var pairs = words.Zip(words.Skip(1)).Where(pair => IndexTerms.IsShort(pair.First) && IndexTerms.IsShort(pair.Second)).Select(pair => IndexTerms.Pair(pair.First, pair.Second)).Distinct();
        var phrase = new Condition.Phrase([.. words.Select(IndexTerms.Written)]);
        List<Condition> all = [.. pairs.Select(pair => new Condition.Term(pair)), phrase];
        return all.Count == 1 ? phrase : new Condition.All(all);
    }

    /// <summary>Letter for letter, whatever the capitals.</summary>
    static Condition Typed(Wanted w, Func<string, string> term)
    {
        var apart = Condition.AllOf(w.Words.Select(r => term(r.Word.Written)));
        return w.Joined is [var (whole, _, parts)] && parts == w.Words.Count ? new Condition.Any([apart, new Condition.Term(term(whole.Word.Written))]) : apart;
    }

    /// <summary>In any spelling, form and script; or by any other name that it is known by.</summary>
    static Condition Spelt(Wanted w, Func<string, string> term, bool withWords)
    {
        var apart = new Condition.All([.. w.Words.Select(r => AnySpelling(r, term, withWords))]);
        List<Condition> ways = [apart];
        if (w.Joined is [var (whole, _, parts)] && parts == w.Words.Count) ways.Add(AnySpelling(whole, term, withWords));
        if (w.Names.Count > 0) ways.Add(Condition.AnyOf(w.Names.Select(n => term(IndexTerms.Known(n.Id)))));
        return ways.Count == 1 ? apart : new Condition.Any(ways);
    }

    static Condition AnySpelling(Reading reading, Func<string, string> term, bool withWords)
    {
        var names = reading.Stricts.SelectMany(strict => new[] { "n" + strict, IndexTerms.OtherReading(strict) });
        return Condition.AnyOf((withWords || reading.Stricts.Count == 0 ? reading.Words.Concat(names) : names).Select(term));
    }

    /// <summary>Letters of a reading that other names may begin with: Цой is not COVID.</summary>
    const int ShortestReading = 3;

    /// <summary>All before the last word, and what begins as it does.</summary>
    static Condition Beginning(Wanted w)
    {
        var last = w.Words[^1].Word;
        List<Condition> beginnings = [new Condition.Term(IndexTerms.Written(last.Written), IsPrefix: true)];
        // A vowel that is an i so far may become none: tokay is tokai, and tokayev tokaev.
        beginnings.AddRange(last.Names.Take(2).Select(n => n.Strict is [_, _, .., not ('i' or 'u' or 'y'), 'i'] && n.Strict.Length - 1 > ShortestReading ? n.Strict[..^1] : n.Strict)
            .Where(strict => strict.Length >= ShortestReading).Select(strict => new Condition.Term("n" + strict, IsPrefix: true)));
        return new Condition.All([.. w.Words.SkipLast(1).Select(r => AnySpelling(r, term => term, withWords: true)), new Condition.Any(beginnings)]);
    }
}
