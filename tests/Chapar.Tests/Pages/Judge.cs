using System.Collections.Concurrent;
using System.Diagnostics;

namespace Chapar.Tests.Pages;

/// <summary>Compares what readers were answered with what was right when they asked: fresh renders between one edit and the next.</summary>
sealed class Judge
{
    /// <summary>What all pages are from the acknowledgement of one edit to the beginning of the next.</summary>
    sealed record Stand(int Number, string Edit, long From, IReadOnlyDictionary<string, string> Right);

    /// <summary>Longer than any answer takes, in edits.</summary>
    const int Remembered = 300;

    const int MostNamed = 5;

    readonly List<Stand> stands = [];
    IReadOnlyDictionary<string, Seen> right = new Dictionary<string, Seen>();

    /// <summary>Answers that began and ended between two edits: each is the fresh page, or stale.</summary>
    public long Compared { get; private set; }

    /// <summary>Of these, those that said that what the reader had still holds.</summary>
    public long Unchanged { get; private set; }

    /// <summary>Answers during which an edit was made, and which are the page before or after it.</summary>
    public long Amid { get; private set; }

    /// <summary>Answers during which an edit was made, and which are neither, or cannot be told: data of both, kept by nobody.</summary>
    public long Mixed { get; private set; }

    public long Stale { get; private set; }

    /// <summary>The first of these, with the line that differs.</summary>
    public List<string> Named { get; } = [];

    /// <summary>From this acknowledgement on the pages are these.</summary>
    public void Begin(int number, string edit, long from, IReadOnlyDictionary<string, Seen> pages)
    {
        right = pages;
        stands.Add(new(number, edit, from, pages.ToDictionary(page => page.Key, page => page.Value.Digest, StringComparer.Ordinal)));
        if (stands.Count > Remembered) stands.RemoveAt(0);
    }

    /// <summary>Before the next edit begins: all that was answered until now.</summary>
    public void Look(ConcurrentQueue<Answer> answers)
    {
        var now = Stopwatch.GetTimestamp();
        while (answers.TryPeek(out var next) && next.Ended <= now && answers.TryDequeue(out var answer)) Look(answer);
    }

    void Look(Answer answer)
    {
        var asked = stands.FindLastIndex(stand => stand.From <= answer.Began);
        if (asked < 0 || !stands[asked].Right.TryGetValue(answer.Address, out var then)) return;
        var isAlone = asked == stands.Count - 1;
        var isRight = then == answer.Seen.Digest;
        if (isAlone)
        {
            Compared++;
            if (answer.IsUnchanged) Unchanged++;
            if (!isRight) Name(answer, stands[asked]);
        }
        else if (isRight || stands.Skip(asked).Any(stand => Is(stand, answer))) Amid++;
        // Not rendered after the edit that came amid it: it may be the page from then on, which may be one that there was before.
        else if (stands.Skip(asked).Any(stand => !stand.Right.ContainsKey(answer.Address))) Mixed++;
        else if (stands.Take(asked).Any(stand => Is(stand, answer))) Name(answer, stands[asked]);
        else Mixed++;
    }

    static bool Is(Stand stand, Answer answer) => stand.Right.TryGetValue(answer.Address, out var digest) && digest == answer.Seen.Digest;

    void Name(Answer answer, Stand stand)
    {
        if (++Stale > MostNamed) return;
        var age = stands.FindLastIndex(earlier => Is(earlier, answer));
        Named.Add($"STALE {answer.Server}{answer.Address} after edit {stand.Number} ({stand.Edit}): {(age < 0 ? "as it was at no time" : $"as it was after edit {stands[age].Number} ({stands[age].Edit})")}, {Stopwatch.GetElapsedTime(stand.From, answer.Began).TotalMilliseconds:N1} ms after the acknowledgement{(answer.IsUnchanged ? ", by 304" : "")}");
        if (right.TryGetValue(answer.Address, out var page)) Named.Add(answer.Seen.Unlike(page));
    }
}
