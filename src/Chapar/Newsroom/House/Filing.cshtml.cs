using Chapar.Articles;
using Chapar.Names;
using Chapar.Sections;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>One section, place or topic: what readers are told of it, its address, and how it becomes one with another.</summary>
[Needs(Right.EditSections)]
public sealed class FilingModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    public FilingKind Kind => Request.KindOfPage();
    public Filing Filing { get; private set; } = null!;
    public LocalText Name { get; private set; } = LocalText.Empty;
    public LocalText Description { get; private set; } = LocalText.Empty;
    public string Slug { get; private set; } = "";
    public Guid? Parent { get; private set; }

    /// <summary>All others of its kind, by slug.</summary>
    public IReadOnlyList<Filing> Others { get; private set; } = [];

    /// <summary>That of the list of names; null when it has none for it.</summary>
    public KnownName? Known { get; private set; }

    public Filed Filed { get; private set; } = new(0, 0, 0);

    /// <summary>With which it is about to be merged, when somebody asked what that would move.</summary>
    public Filing? Into { get; private set; }

    /// <summary>Every handler is about one that is there.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await Db.Filings(Kind).FirstOrDefaultAsync(f => f.Id == id, Stop) is not { } filing)
        {
            context.Result = NotFound();
            return;
        }
        Filing = filing;
        (Name, Description, Slug, Parent) = (filing.Name, filing.Description, filing.Slug, (filing as Place)?.ParentId);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <param name="into">Slug of the one to merge it with.</param>
    public async Task<IActionResult> OnGetAsync(string? into)
    {
        await ShowAsync();
        if (string.IsNullOrWhiteSpace(into)) return Page();
        Into = await OtherAsync(into);
        return Into is null ? Refuse(W.Fill("house.merge-unknown", into)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? slug, Guid? parent)
    {
        (Name, Description, Parent) = (this.Read("name", Filing.Name), this.Read("description", Filing.Description), parent);
        Slug = this.SlugOf(slug, Name);
        if (await ProblemAsync() is { } problem)
        {
            await ShowAsync();
            return Refuse(problem);
        }
        var before = Filing.Address;
        Filing.Tell(Name, Description, Me.Name, Now);
        Filing.MoveTo(Slug, Me.Name, Now);
        (Filing as Place)?.LieIn(parent, Me.Name, Now);
        await Addresses.MoveAsync(Db, before, Filing.Address, this.Prefixes(), $"renamed by {Me.Name}", Stop);
        await Db.SaveChangesAsync(Stop);
        Say(before == Filing.Address ? W["saved"] : W.Fill("house.moved", before, Filing.Address));
        return Redirect($"{Kind.ListPath()}/{Filing.Id}");
    }

    public async Task<IActionResult> OnPostMergeAsync(string? into)
    {
        if (Kind == FilingKind.Section) return NotFound();
        if (await OtherAsync(into ?? "") is not { } other)
        {
            await ShowAsync();
            return Refuse(W.Fill("house.merge-unknown", into));
        }
        var gone = Filing.Id;
        foreach (var name in await Db.KnownNames.Where(n => n.PlaceId == gone || n.TopicId == gone).ToListAsync(Stop))
            name.Stand(Kind == FilingKind.Place ? other.Id : null, Kind == FilingKind.Topic ? other.Id : null, null, Me.Name, Now);
        await Merging.MergeAsync(Db, Filing, other, this.Prefixes(), Me.Name, Now, Stop);
        Say(W.Fill("house.merged", Filing.Name[Language], other.Name[Language]));
        return Redirect($"{Kind.ListPath()}/{other.Id}");
    }

    Task<Filing?> OtherAsync(string slug)
    {
        var wanted = slug.Trim();
        return Db.Filings(Kind).FirstOrDefaultAsync(f => f.Slug == wanted && f.Id != Filing.Id, Stop);
    }

    async Task<string?> ProblemAsync()
    {
        if (Name.Exactly(Publication.MainLanguage) is null) return W.Fill("house.no-name", Languages.OwnName(Publication.MainLanguage));
        if (Slug.Length == 0) return W["house.no-slug"];
        if (Parent is { } country && !await Db.Places.AnyAsync(p => p.Id == country && p.Id != Filing.Id && p.ParentId == null, Stop)) return W["house.parent-wrong"];
        if (Parent is not null && await Db.Places.AnyAsync(p => p.ParentId == Filing.Id, Stop)) return W["house.parent-of-others"];
        return await this.TakenAsync(Kind, Slug, Filing.Id);
    }

    async Task ShowAsync()
    {
        Title = Filing.Name[Language];
        Others = [.. (await Db.ListAsync(Kind, Language, Stop)).Where(f => f.Id != Filing.Id)];
        Known = await NamePages.NameOfAsync(Db, Filing.Id, Stop);
        Filed = Kind == FilingKind.Section ? new(await Db.Articles.CountAsync(a => a.SectionId == Filing.Id, Stop), 0, 0) : await Merging.CountAsync(Db, Filing, Stop);
    }
}
