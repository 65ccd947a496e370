using Chapar.Articles;
using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>Addresses that lead elsewhere, or say that what stood there is gone.</summary>
[Needs(Right.EditSections)]
public sealed class RedirectsModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    const int Shown = 100;

    public string Query { get; private set; } = "";
    public IReadOnlyList<Articles.Redirect> Rows { get; private set; } = [];

    /// <summary>Whether there are more than are shown.</summary>
    public bool HasMore { get; private set; }

    public string From { get; private set; } = "";
    public string To { get; private set; } = "";

    public Task OnGetAsync(string? q) => ShowAsync(q);

    public async Task<IActionResult> OnPostAsync(string? from, string? to)
    {
        (From, To) = (from?.Trim() ?? "", to?.Trim() ?? "");
        var (old, present) = (Canonical(From), To.Length == 0 ? null : Canonical(To));
        if (await ProblemAsync(old, present) is { } problem)
        {
            await ShowAsync(null);
            return Refuse(problem);
        }
        await Addresses.RedirectAsync(Db, old!, present, Me.Name, Now, Stop);
        await Db.SaveChangesAsync(Stop);
        Say(present is null ? W.Fill("house.redirect-gone", old) : W.Fill("house.redirect-added", old, present));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? from)
    {
        if (await Db.Redirects.FirstOrDefaultAsync(r => r.From == from, Stop) is not { } redirect) return NotFound();
        Addresses.Remove(Db, redirect, Me.Name, Now);
        await Db.SaveChangesAsync(Stop);
        Say(W.Fill("house.redirect-removed", redirect.From));
        return RedirectToPage();
    }

    async Task<string?> ProblemAsync(string? old, string? present)
    {
        if (old is null or "/") return W["house.redirect-from-wrong"];
        if (To.Length > 0 && present is null) return W["house.redirect-to-wrong"];
        if (await Addresses.StandingAsync(Db, old, Stop) is not Standing.Nothing and var standing) return W.Fill("house.redirect-stands", old, W[$"house.stands.{standing}"]);
        if (present is null) return null;
        if (await Addresses.EndOfAsync(Db, present, old, Stop) is not { } end) return W.Fill("house.redirect-loop", present, old);
        return await Addresses.StandingAsync(Db, end.Split('?')[0], Stop) == Standing.Nothing ? W.Fill("house.redirect-nowhere", end) : null;
    }

    /// <summary>A path as the reading site looks it up; null when it is none of ours. A whole address of ours is taken too.</summary>
    string? Canonical(string text)
    {
        if (text.StartsWith(Publication.BaseUrl, StringComparison.OrdinalIgnoreCase)) text = text[Publication.BaseUrl.Length..];
        if (!text.StartsWith('/') || text.StartsWith("//", StringComparison.Ordinal) || text.Any(char.IsWhiteSpace)) return null;
        var path = Uri.UnescapeDataString(text).ToLowerInvariant().TrimEnd('/');
        if (path == $"/{Publication.MainLanguage}") path = "";
        else if (path.StartsWith($"/{Publication.MainLanguage}/", StringComparison.Ordinal)) path = path[(Publication.MainLanguage.Length + 1)..];
        return path.Length == 0 ? "/" : path;
    }

    async Task ShowAsync(string? q)
    {
        Title = W["house.redirects"];
        Query = (q ?? "").Trim();
        var redirects = Db.Redirects.AsNoTracking();
        if (Canonical(Query) is { } exactly && await Db.Redirects.AnyAsync(r => r.From == exactly, Stop))
        {
            // A whole address is found by the key; words are looked for in all of them.
            redirects = redirects.Where(r => r.From == exactly);
        }
        else if (Query.Length > 0)
        {
            var pattern = $"%{Query.ToLowerInvariant().Replace("%", "", StringComparison.Ordinal)}%";
            redirects = redirects.Where(r => EF.Functions.Like(r.From, pattern) || EF.Functions.Like(r.To!, pattern));
        }
        var rows = await redirects.OrderBy(r => r.From).Take(Shown + 1).ToListAsync(Stop);
        (HasMore, Rows) = (rows.Count > Shown, [.. rows.Take(Shown)]);
    }
}
