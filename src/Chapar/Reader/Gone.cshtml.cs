using Chapar.Articles;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>An article that was withdrawn, or an address given up on purpose: 410, with the reason where there is one.</summary>
public sealed class GoneModel(ReaderDesk desk) : ReaderPage(desk)
{
    public string? Reason { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public IReadOnlyList<Teaser> Latest { get; private set; } = [];

    public async Task<PageResult> OnGetAsync(Guid id)
    {
        var article = await Db.Articles.AsNoTracking().Where(a => a.Id == id && a.Status == ArticleStatus.Withdrawn)
            .Select(a => new { a.WithdrawalReason, a.WithdrawnAt }).FirstOrDefaultAsync();
        Reason = article?.WithdrawalReason;
        WithdrawnAt = article?.WithdrawnAt;
        Latest = await Db.Articles.Published().InLanguage(Language).Newest().Take(5).AsTeasersAsync(this);
        Head.Title = W["gone"];
        Head.NoIndex = true;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
