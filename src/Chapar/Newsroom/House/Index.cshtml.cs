using Chapar.Events;
using Chapar.Rates;
using Chapar.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>The way to all that is looked after now and then, with what waits there for somebody.</summary>
[Authorize]
public sealed class IndexModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    /// <summary>How much waits behind a door, by its address.</summary>
    public Dictionary<string, int> Waits { get; } = [];

    public async Task OnGetAsync()
    {
        Title = W["house"];
        if (May(Right.ReleaseRates)) Waits["/newsroom/held-rates"] = (await HeldRates.ListAsync(Db, Stop)).Count;
        if (May(Right.SendAgain)) Waits["/newsroom/deliveries"] = await Db.Deliveries.CountAsync(d => d.State == DeliveryState.GivenUp, Stop);
    }
}
