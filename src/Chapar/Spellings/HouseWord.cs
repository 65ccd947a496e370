using System.Text.Json;
using Chapar.Events;
using Chapar.Text;

namespace Chapar.Spellings;

/// <summary>What an entry of the house's list is. A word is anything that is no name: a term, a common slip.</summary>
public enum HouseWordKind { Person, Place, Institution, Word }

/// <summary>How the house writes something in one language.</summary>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
/// <param name="Preferred">The one spelling that stands in the paper.</param>
/// <param name="Others">Spellings of the same that are met with and are not to stand.</param>
public sealed record Spelling(string Language, string Preferred, IReadOnlyList<string> Others);

/// <summary>Asking for the list.</summary>
public static class HouseWordQueries
{
    /// <summary>Those that count, apart from one of them.</summary>
    public static IQueryable<HouseWord> Counting(this IQueryable<HouseWord> words, Guid? but = null) => words.Where(w => !w.IsRemoved && w.Id != but);
}

/// <summary>
/// One person, place, institution or word, and how the house writes it in each language. It is kept when it is removed, and with what it
/// was before its last change, so that each change can be taken back.
/// </summary>
public sealed class HouseWord : NewsSubject
{
    /// <summary>Characters of one spelling.</summary>
    public const int LongestSpelling = 120;

    /// <summary>Characters of the note.</summary>
    public const int LongestNote = 500;

    HouseWord() { }

    /// <summary>A new entry; the caller has asked <see cref="WhatIsWrong"/>.</summary>
    public HouseWord(HouseWordKind kind, IReadOnlyList<Spelling> spellings, string note, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (Kind, Spellings, Note) = (kind, spellings, note.Trim());
        Before = JsonSerializer.Serialize(Now with { IsRemoved = true }, PlainJson.Options);
        Touch(NewsEvents.SpellingAdded, by, now);
    }

    public Guid Id { get; private set; }
    public HouseWordKind Kind { get; private set; }

    /// <summary>At most one a language, in the order of <see cref="Languages.All"/>.</summary>
    public IReadOnlyList<Spelling> Spellings { get; private set; } = [];

    /// <summary>Why so, since when, whose name it is: for colleagues.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Whether it counts no more; it stays, so that removing it can be taken back.</summary>
    public bool IsRemoved { get; private set; }

    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }

    /// <summary>Raised by each change: who acts on what has changed meanwhile is told.</summary>
    public int Version { get; private set; }

    /// <summary>What it was before the last change, in JSON.</summary>
    public string Before { get; private set; } = "";

    /// <summary>The preferred spelling in this language, else in any.</summary>
    public string Name(string language) => (In(language) ?? Spellings[0]).Preferred;

    public Spelling? In(string language) => Spellings.FirstOrDefault(s => s.Language == language);

    /// <summary>What was typed, in order: texts tidied, no spelling twice, languages of which nothing is said left out.</summary>
    public static IReadOnlyList<Spelling> Tidy(IEnumerable<Spelling> spellings) =>
        [.. spellings.Select(s => new Spelling(s.Language, Typography.Tidy(s.Preferred), [.. s.Others.Select(Typography.Tidy).Where(o => o.Length > 0).Distinct(StringComparer.Ordinal)]))
            .Where(s => s.Preferred.Length > 0 || s.Others.Count > 0).OrderBy(s => Languages.All.TakeWhile(l => l != s.Language).Count())];

    /// <summary>What bars such an entry; null when nothing does.</summary>
    /// <param name="spellings">As <see cref="Tidy"/> gives them.</param>
    /// <param name="others">All other entries that count: a spelling that is two things could not be checked.</param>
    public static Sentence? WhatIsWrong(IReadOnlyList<Spelling> spellings, string note, IEnumerable<HouseWord> others)
    {
        if (spellings.Count == 0) return new("spelling.wrong.none");
        if (note.Trim().Length > LongestNote) return new("spelling.wrong.note", LongestNote);
        foreach (var spelling in spellings)
        {
            if (spelling.Preferred.Length == 0) return new("spelling.wrong.no-preferred", spelling.Others[0]);
            foreach (var text in spelling.Others.Prepend(spelling.Preferred))
            {
                if (text.Length > LongestSpelling) return new("spelling.wrong.long", text[..40] + "…", LongestSpelling);
                if (!text.Any(char.IsLetter)) return new("spelling.wrong.letters", text);
            }
            if (spelling.Others.Contains(spelling.Preferred)) return new("spelling.wrong.both", spelling.Preferred);
        }
        foreach (var other in others)
            foreach (var theirs in other.Spellings)
                if (spellings.FirstOrDefault(s => s.Language == theirs.Language) is { } mine
                    && mine.Others.Prepend(mine.Preferred).FirstOrDefault(text => text == theirs.Preferred || theirs.Others.Contains(text)) is { } taken)
                    return new("spelling.wrong.taken", taken, theirs.Preferred);
        return null;
    }

    /// <summary>Says something else of it; the caller has asked <see cref="WhatIsWrong"/>.</summary>
    public void Change(HouseWordKind kind, IReadOnlyList<Spelling> spellings, string note, string by, DateTime now)
    {
        Before = JsonSerializer.Serialize(Now, PlainJson.Options);
        (Kind, Spellings, Note, IsRemoved) = (kind, spellings, note.Trim(), false);
        Touch(NewsEvents.SpellingChanged, by, now);
    }

    /// <summary>It counts no more.</summary>
    public void Remove(string by, DateTime now)
    {
        if (IsRemoved) return;
        Before = JsonSerializer.Serialize(Now, PlainJson.Options);
        IsRemoved = true;
        Touch(NewsEvents.SpellingRemoved, by, now);
    }

    /// <summary>Takes the last change back, whatever it was; a second time brings it again.</summary>
    /// <param name="others">See <see cref="WhatIsWrong"/>.</param>
    public Sentence? Undo(IEnumerable<HouseWord> others, string by, DateTime now)
    {
        var (before, present) = (JsonSerializer.Deserialize<State>(Before, PlainJson.Options)!, Now);
        if (!before.IsRemoved && WhatIsWrong(before.Spellings, before.Note, others) is { } wrong) return wrong;
        (Kind, Spellings, Note, IsRemoved) = (before.Kind, before.Spellings, before.Note, before.IsRemoved);
        Before = JsonSerializer.Serialize(present, PlainJson.Options);
        Touch(IsRemoved ? NewsEvents.SpellingRemoved : present.IsRemoved ? NewsEvents.SpellingAdded : NewsEvents.SpellingChanged, by, now);
        return null;
    }

    sealed record State(HouseWordKind Kind, IReadOnlyList<Spelling> Spellings, string Note, bool IsRemoved);

    State Now => new(Kind, Spellings, Note, IsRemoved);

    void Touch(string newsEvent, string by, DateTime now)
    {
        (ChangedBy, ChangedAt) = (by, now);
        Version++;
        Record(new NewsEvent(newsEvent, Id, now, by, string.Join(", ", Spellings.Select(s => s.Preferred))));
    }
}
