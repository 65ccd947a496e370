using System.Text.Json;
using Chapar.Events;
using Chapar.Text;

namespace Chapar.Names;

/// <summary>How an entry is changed, by the house or by a file, and how a change is taken back.</summary>
public sealed partial class KnownName
{
    /// <summary>Says that somebody of the house has added it, and whose page it has: see <see cref="Stand"/>.</summary>
    public void Enter(string by, DateTime now, Guid? placeId = null, Guid? topicId = null, Guid? authorId = null)
    {
        (PlaceId, TopicId, AuthorId) = (placeId, topicId, authorId);
        Become(Now, Now with { IsRemoved = true });
        Touch(NewsEvents.NameAdded, by, now);
    }

    /// <summary>Says something else of it; the caller has asked <see cref="WhatIsWrong"/>.</summary>
    public void Change(KnownNameKind kind, IReadOnlyList<NameSpelling> spellings, string note, string by, DateTime now) =>
        Change(kind, spellings, note, (PlaceId, TopicId, AuthorId), by, now);

    /// <summary>Says something else of it and gives it a page or none, in one change; the caller has asked <see cref="WhatIsWrong"/>.</summary>
    public void Change(KnownNameKind kind, IReadOnlyList<NameSpelling> spellings, string note, (Guid? Place, Guid? Topic, Guid? Author) page, string by, DateTime now)
    {
        ThrowIfMany(page);
        Become(new(kind, spellings, note.Trim(), false, page.Place, page.Topic, page.Author), Now);
        Touch(NewsEvents.NameChanged, by, now);
    }

    /// <summary>Whether this is what is said of it already.</summary>
    public bool Says(KnownNameKind kind, IReadOnlyList<NameSpelling> spellings, string note, (Guid? Place, Guid? Topic, Guid? Author) page) =>
        kind == Kind && note.Trim() == Note && spellings.SequenceEqual(Spellings) && page == (PlaceId, TopicId, AuthorId);

    /// <summary>What a file says of it now; nothing where the house has changed it.</summary>
    /// <returns>Whether anything is different.</returns>
    public bool Follow(KnownNameKind kind, IReadOnlyList<NameSpelling> spellings, string note, string by, DateTime now)
    {
        if (IsOurs || IsRemoved || (kind == Kind && note == Note && spellings.SequenceEqual(Spellings))) return false;
        (Kind, Spellings, Note, ChangedBy, ChangedAt) = (kind, spellings, note, by, now);
        Version++;
        return true;
    }

    /// <summary>Gives it the page of a place, topic or author, or none.</summary>
    public void Stand(Guid? placeId, Guid? topicId, Guid? authorId, string by, DateTime now)
    {
        ThrowIfMany((placeId, topicId, authorId));
        if ((PlaceId, TopicId, AuthorId) == (placeId, topicId, authorId)) return;
        Become(Now with { PlaceId = placeId, TopicId = topicId, AuthorId = authorId }, Now);
        Touch(NewsEvents.NameChanged, by, now);
    }

    /// <summary>It counts no more.</summary>
    public void Remove(string by, DateTime now)
    {
        if (IsRemoved) return;
        var isOurs = IsOurs;
        Become(Now with { IsRemoved = true }, Now);
        IsOurs = isOurs;
        Touch(NewsEvents.NameRemoved, by, now);
    }

    /// <summary>Whether there is a change to take back.</summary>
    public bool CanBeUndone => IsRemoved || Before.Length > 0;

    /// <summary>Takes the house's last change back, whatever it was; a second time brings it again.</summary>
    public void Undo(string by, DateTime now)
    {
        if (!CanBeUndone) return;
        // What was removed before changes were kept was as it is.
        var before = Before.Length > 0 ? JsonSerializer.Deserialize<State>(Before, PlainJson.Options)! : Now with { IsRemoved = false };
        Become(before, Now);
        Touch(IsRemoved ? NewsEvents.NameRemoved : NewsEvents.NameChanged, by, now);
    }

    sealed record State(KnownNameKind Kind, IReadOnlyList<NameSpelling> Spellings, string Note, bool IsRemoved, Guid? PlaceId, Guid? TopicId, Guid? AuthorId);

    State Now => new(Kind, Spellings, Note, IsRemoved, PlaceId, TopicId, AuthorId);

    /// <summary>The house says so: no file changes it any more.</summary>
    void Become(State state, State before)
    {
        Before = JsonSerializer.Serialize(before, PlainJson.Options);
        (Kind, Spellings, Note, IsRemoved, IsOurs) = (state.Kind, state.Spellings, state.Note, state.IsRemoved, true);
        (PlaceId, TopicId, AuthorId) = (state.PlaceId, state.TopicId, state.AuthorId);
    }

    static void ThrowIfMany((Guid? Place, Guid? Topic, Guid? Author) page)
    {
        if (new[] { page.Place, page.Topic, page.Author }.Count(id => id is not null) > 1) throw new ArgumentException("A name has one page at most.", nameof(page));
    }

    void Touch(string newsEvent, string by, DateTime now)
    {
        (ChangedBy, ChangedAt) = (by, now);
        Version++;
        Record(new NewsEvent(newsEvent, Id, now, by, Spellings[0].Text));
    }
}
