using Chapar.Events;
using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>What follows from what happened (index, suggestions, channels): what is done, what is tried again, what was given up.</summary>
[Needs(Right.SendAgain)]
public sealed class DeliveriesModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    const int Shown = 100;

    /// <param name="Headline">Of the story it is about; null when it is about none.</param>
    public sealed record Row(Guid Id, string Reaction, string Event, DateTime HappenedAt, Guid? Story, string? Headline, DeliveryState State, int Attempts, DateTime DueAt, DateTime? DoneAt, string? Error);

    /// <summary>Given up first: it is what needs a person.</summary>
    public static IReadOnlyList<DeliveryState> States { get; } = [DeliveryState.GivenUp, DeliveryState.Waiting, DeliveryState.Done];

    public DeliveryState State { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyDictionary<DeliveryState, int> Counts { get; private set; } = new Dictionary<DeliveryState, int>();

    /// <summary>What is done is not counted: it is nearly all of them.</summary>
    public async Task OnGetAsync(DeliveryState? state)
    {
        Title = W["house.deliveries"];
        var counts = new Dictionary<DeliveryState, int>();
        foreach (var counted in new[] { DeliveryState.GivenUp, DeliveryState.Waiting }) counts[counted] = await Db.Deliveries.CountAsync(d => d.State == counted, Stop);
        Counts = counts;
        State = state is { } asked && States.Contains(asked) ? asked : Counts[DeliveryState.GivenUp] > 0 ? DeliveryState.GivenUp : DeliveryState.Waiting;
        var shown = State;
        Rows = await Db.Deliveries.AsNoTracking().Where(d => d.State == shown).OrderByDescending(d => d.DueAt).Take(Shown)
            .Select(d => new Row(d.Id, d.Reaction, d.Event!.Name, d.Event.At, Db.Articles.Where(a => a.Id == d.Event.SubjectId).Select(a => (Guid?)a.Id).FirstOrDefault(),
                Db.Articles.Where(a => a.Id == d.Event.SubjectId).Select(a => a.Headline).FirstOrDefault(), d.State, d.Attempts, d.DueAt, d.DoneAt, d.LastError)).ToListAsync(Stop);
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id)
    {
        if (await Db.Deliveries.Include(d => d.Event).FirstOrDefaultAsync(d => d.Id == id, Stop) is not { } delivery) return NotFound();
        return await SendAsync([delivery]);
    }

    public async Task<IActionResult> OnPostAllAgainAsync() =>
        await SendAsync(await Db.Deliveries.Include(d => d.Event).Where(d => d.State == DeliveryState.GivenUp).ToListAsync(Stop));

    public string Said(string word, string fallback) => W[word] is var said && said != $"[{word}]" ? said : fallback;

    async Task<IActionResult> SendAsync(IReadOnlyList<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            delivery.SendAgain(Now);
            Db.Note(Me.Name, StaffActs.SentAgain, delivery.Event!.SubjectId, Now, $"{delivery.Reaction}, {delivery.Event.Name}");
        }
        await Db.SaveChangesAsync(Stop);
        Say(W.Count("house.sent-again", deliveries.Count));
        return RedirectToPage(new { state = DeliveryState.Waiting });
    }
}
