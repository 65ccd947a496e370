namespace Chapar.Events;

public enum DeliveryState { Waiting, Done, GivenUp }

/// <summary>One attempt-until-done of one reaction to one event. Unique per event and reaction.</summary>
public sealed class Delivery
{
    Delivery() { }

    public Delivery(NewsEvent newsEvent, string reaction, DateTime now)
    {
        Id = Guid.CreateVersion7();
        Event = newsEvent;
        EventId = newsEvent.Id;
        Reaction = reaction;
        DueAt = now;
    }

    /// <summary>After a day of failures a person has to look.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    public Guid Id { get; private set; }
    public Guid EventId { get; private set; }
    public NewsEvent? Event { get; private set; }

    /// <summary>Name of the reaction: "search", "suggestions".</summary>
    public string Reaction { get; private set; } = "";

    public DeliveryState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTime DueAt { get; private set; }
    public DateTime? FirstTriedAt { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public string? LastError { get; private set; }

    public void Succeeded(DateTime now)
    {
        Attempts++;
        FirstTriedAt ??= now;
        State = DeliveryState.Done;
        DoneAt = now;
        LastError = null;
    }

    /// <summary>Tries again after 2, 4, 8 ... seconds, at most every quarter of an hour, for a day.</summary>
    public void Failed(DateTime now, string error)
    {
        Attempts++;
        FirstTriedAt ??= now;
        LastError = error.Length > 500 ? error[..500] : error;
        if (now - FirstTriedAt >= GiveUpAfter) { State = DeliveryState.GivenUp; return; }
        DueAt = now + TimeSpan.FromSeconds(Math.Min(900, Math.Pow(2, Math.Min(Attempts, 12))));
    }

    /// <summary>A person asked for it again.</summary>
    public void SendAgain(DateTime now)
    {
        State = DeliveryState.Waiting;
        DueAt = now;
        FirstTriedAt = null;
    }
}
