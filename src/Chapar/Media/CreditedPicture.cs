using Chapar.Database;
using Chapar.Text;

namespace Chapar.Media;

/// <summary>A picture with its words and its rights, as readers are shown it.</summary>
/// <param name="EndsAt">When its rights end, UTC; null for never.</param>
public sealed record CreditedPicture(PictureFace Face, string Credit, LocalText AlternativeText, LocalText Caption, bool Decorative, DateTime? EndsAt)
{
    internal static readonly Question<IReadOnlyList<Guid>, CreditedPicture> These = new("pictures",
        (db, ids) => db.Pictures.Where(p => ids.Contains(p.Id)).Select(p => new CreditedPicture(new PictureFace(p.Id, p.Key, p.Width, p.Height, p.FocalX, p.FocalY), p.Credit, p.AlternativeText, p.Caption, p.Decorative, p.RightsEndAt)),
        row => new(new(row.Id(0), row.Text(1), row.Number(2), row.Number(3), row.Part(4), row.Part(5)), row.Text(6), LocalText.FromJson(row.Text(7)), LocalText.FromJson(row.Text(8)), row.Is(9), row.AtOrNot(10)));

    /// <summary>Whether its rights have not ended yet.</summary>
    public bool MayBeShown(DateTime now) => !(EndsAt <= now);

    /// <summary>When its rights end, if that is yet to come: until then what shows it is true.</summary>
    public DateTime? EndsAfter(DateTime now) => EndsAt > now ? EndsAt : null;
}
