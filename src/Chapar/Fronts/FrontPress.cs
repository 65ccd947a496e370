using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Fronts;

/// <summary>Puts a front before readers: the one way, as one act.</summary>
public static class FrontPress
{
    /// <summary>Makes the slots of readers those of the plan, keeps the edition and records the event; the caller saves.</summary>
    /// <param name="plan">Tracked.</param>
    /// <param name="name">The front in words, for the journal.</param>
    public static async Task<FrontEdition> PublishAsync(NewsDb db, FrontPlan plan, string name, string by, DateTime now, CancellationToken stop)
    {
        var slots = await db.FrontSlots.Where(s => s.Front == plan.Front).ToDictionaryAsync(s => s.Position, stop);
        for (int position = 0; position < FrontSlot.Count; position++)
        {
            var item = plan.Layout.Items[position];
            slots.Remove(position, out var slot);
            if (item is null && slot is not null) db.Remove(slot);
            else if (item is not null && slot is null) db.Add(new FrontSlot(plan.Front, position, item));
            else if (item is not null) slot!.Fill(item);
        }
        // Of a front that had more slots once.
        db.RemoveRange(slots.Values);
        var number = await db.FrontEditions.Where(e => e.Front == plan.Front).MaxAsync(e => (int?)e.Number, stop) ?? 0;
        var edition = new FrontEdition(plan.Front, number + 1, plan.Layout, by, now);
        db.Add(edition);
        plan.BePublished(edition, name, now);
        return edition;
    }
}
