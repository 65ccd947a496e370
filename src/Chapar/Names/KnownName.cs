using System.Text.Json;
using Chapar.Events;
using Chapar.Text;

namespace Chapar.Names;

public enum KnownNameKind { Person, Place, Institution }

/// <summary>One way to write a name.</summary>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
/// <param name="From">The first day on which it was the name, if it was not always (Nur-Sultan: 23 March 2019).</param>
/// <param name="Until">The last day on which it was the name; null if it is still.</param>
public sealed record NameSpelling(string Language, string Text, DateOnly? From = null, DateOnly? Until = null)
{
    /// <summary>As they are kept.</summary>
    public static string Write(IReadOnlyList<NameSpelling> spellings) => JsonSerializer.Serialize(spellings, PlainJson.Options);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<NameSpelling> Read(string stored) => JsonSerializer.Deserialize<List<NameSpelling>>(stored, PlainJson.Options)!;
}

/// <summary>Asking for the list.</summary>
public static class KnownNameQueries
{
    /// <summary>Those that count.</summary>
    public static IQueryable<KnownName> Counting(this IQueryable<KnownName> names) => names.Where(n => !n.IsRemoved);
}

/// <summary>
/// One person, place or institution of the authority list: search finds it by any of its spellings, and a story is found by all of them
/// that says one. The house's own spelling of a language stands first among those of the language. It is kept when it is removed, and with what
/// it was before the house's last change, so that each change can be taken back.
/// </summary>
public sealed partial class KnownName : NewsSubject
{
    /// <summary>Characters of one spelling.</summary>
    public const int LongestSpelling = 200;

    /// <summary>Characters of the note.</summary>
    public const int LongestNote = 500;

    KnownName() { }

    /// <summary>A new entry; the caller has asked <see cref="WhatIsWrong"/>.</summary>
    /// <param name="key">By which a file knows it again; null for an entry of the house's own.</param>
    public KnownName(KnownNameKind kind, IReadOnlyList<NameSpelling> spellings, string note, string by, DateTime now, string? key = null)
    {
        Id = Guid.CreateVersion7();
        (Kind, Spellings, Note, Key) = (kind, spellings, note.Trim(), key);
        (ChangedBy, ChangedAt) = (by, now);
    }

    public Guid Id { get; private set; }
    public KnownNameKind Kind { get; private set; }

    /// <summary>At least one; of each language the preferred one first, then the others.</summary>
    public IReadOnlyList<NameSpelling> Spellings { get; private set; } = [];

    /// <summary>Who or what it is: for colleagues.</summary>
    public string Note { get; private set; } = "";

    /// <summary>By which a file knows it again ("astana"); unique.</summary>
    public string? Key { get; private set; }

    /// <summary>Its page on the site, if there is one; at most one of the three.</summary>
    public Guid? PlaceId { get; private set; }

    public Guid? TopicId { get; private set; }
    public Guid? AuthorId { get; private set; }

    /// <summary>Whether it counts no more; it stays, so that no file brings it back.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Whether the house has changed it: then a file leaves it as it is.</summary>
    public bool IsOurs { get; private set; }

    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }

    /// <summary>Raised by each change: who acts on what has changed meanwhile is told.</summary>
    public int Version { get; private set; }

    /// <summary>What it was before the house's last change, in JSON; empty where the house has changed nothing.</summary>
    public string Before { get; private set; } = "";

    /// <summary>The preferred spelling in this language, else in English, else any.</summary>
    public string Name(string language) => Preferred(language).Text;

    /// <inheritdoc cref="Name"/>
    public NameSpelling Preferred(string language) => In(language) ?? In("en") ?? Spellings[0];

    /// <summary>The preferred spelling of a language; null if nothing is said of the language.</summary>
    public NameSpelling? In(string language) => Spellings.FirstOrDefault(s => s.Language == language);

    /// <summary>What was typed, in order: texts tidied, no spelling of a language twice, those without a letter left out.</summary>
    public static IReadOnlyList<NameSpelling> Tidy(IEnumerable<NameSpelling> spellings) =>
        [.. spellings.Select(s => s with { Text = Typography.Tidy(s.Text) }).Where(s => s.Text.Length > 0).DistinctBy(s => (s.Language, s.Text))
            .OrderBy(s => Languages.All.TakeWhile(l => l != s.Language).Count())];

    /// <summary>What bars such an entry; null when nothing does. Two entries may share a spelling: search then finds both.</summary>
    /// <param name="spellings">As <see cref="Tidy"/> gives them.</param>
    public static Sentence? WhatIsWrong(IReadOnlyList<NameSpelling> spellings, string note)
    {
        if (spellings.Count == 0) return new("name.wrong.none");
        if (note.Trim().Length > LongestNote) return new("name.wrong.note", LongestNote);
        foreach (var spelling in spellings)
        {
            if (!Languages.IsKnown(spelling.Language)) return new("name.wrong.language", spelling.Language);
            if (spelling.Text.Length > LongestSpelling) return new("name.wrong.long", spelling.Text[..40] + "…", LongestSpelling);
            if (!spelling.Text.Any(char.IsLetter)) return new("name.wrong.letters", spelling.Text);
            if (spelling.From > spelling.Until) return new("name.wrong.dates", spelling.Text);
        }
        return null;
    }
}
