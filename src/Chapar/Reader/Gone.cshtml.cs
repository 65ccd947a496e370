using Chapar.Articles;
using Chapar.Database;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Reader;

/// <summary>An article that was withdrawn, or an address given up on purpose: 410, with the reason where there is one.</summary>
public sealed class GoneModel(ReaderDesk desk) : ReaderPage(desk)
{
    const int LatestCount = 5;

    internal sealed record Withdrawal(string? Reason, DateTime? At);

    internal static readonly Question<Guid, Withdrawal> Withdrawn = new("withdrawn",
        (db, id) => db.Articles.Where(a => a.Id == id && a.Status == ArticleStatus.Withdrawn).Select(a => new Withdrawal(a.WithdrawalReason, a.WithdrawnAt)),
        row => new(row.TextOrNot(0), row.AtOrNot(1)));

    public string? Reason { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public IReadOnlyList<Teaser> Latest { get; private set; } = [];

    public async Task<PageResult> OnGetAsync(Guid id)
    {
        if (await Withdrawn.FirstAsync(Desk.Lines, id) is var (reason, at)) (Reason, WithdrawnAt) = (reason, at);
        Latest = await this.TeasersAsync([.. (await HomeModel.Newest.ListAsync(Desk.Lines, Language)).Take(LatestCount)]);
        Head.Title = W["gone"];
        Head.NoIndex = true;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
