using Chapar.Names;
using Chapar.Search;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>One known name: its spellings, its page on the site, and where it stands.</summary>
[Needs(Right.EditSpellings)]
public sealed class NameEntryModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    public KnownName Name { get; private set; } = null!;
    public NameForm Form { get; private set; } = NameForm.Empty;
    public IReadOnlyList<NamePage> Choices { get; private set; } = [];

    /// <summary>That on which what stands in the form was typed.</summary>
    public int Version { get; private set; }

    /// <summary>On the site; null when it has none.</summary>
    public NamePage? OnSite { get; private set; }

    /// <summary>How many articles say it, in whatever spelling.</summary>
    public string Saying { get; private set; } = "";

    /// <summary>Where they are found.</summary>
    public string Found => $"{Publication.Prefix(Publication.MainLanguage)}/search?q={Uri.EscapeDataString(Name.Name(Publication.MainLanguage))}";

    /// <summary>Every handler is about one that counts.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await Db.KnownNames.Counting().FirstOrDefaultAsync(n => n.Id == id, Stop) is not { } name)
        {
            context.Result = NotFound();
            return;
        }
        Choices = await NamePages.AllAsync(Db, Language, Stop);
        (Name, OnSite, Title, Version) = (name, Choices.Of(name), name.Name(Language), name.Version);
        Form = NameForm.Of(name, OnSite?.Address);
        await base.OnPageHandlerExecutionAsync(context, async () =>
        {
            var done = await next();
            // Who saves is led elsewhere: nothing is counted for them.
            if (done.Result is PageResult) Saying = await CountAsync();
            return done;
        });
    }

    async Task<string> CountAsync()
    {
        var found = await SearchQuery.FindAsync(Db, new SearchRequest(Name.Name(Publication.MainLanguage)) { PageSize = 1 }, Stop);
        return found.IsMore ? W.Fill("name.says-more", W.Number(SearchQuery.Most)) : W.Count("name.says", found.Total);
    }

    public void OnGet()
    {
        // All is there.
    }

    /// <summary>One more row of a language; what was typed stays.</summary>
    /// <param name="more">The language.</param>
    /// <param name="version">That of the page on which it was typed.</param>
    public PageResult OnPostRow(string? more, int version)
    {
        Version = version;
        Form = NameForm.Read(this).With(Languages.IsKnown(more ?? "") ? more! : Publication.MainLanguage);
        return new PageResult();
    }

    /// <param name="version">That of the page on which it was typed.</param>
    public async Task<IActionResult> OnPostAsync(int version)
    {
        Form = NameForm.Read(this);
        if (version != Name.Version) return RefuseAsChanged();
        var (spellings, page, wrong) = this.Check(Form, Choices, Name.Spellings);
        if (wrong is not null) return Refuse(wrong.In(W));
        var stands = (page?.Place, page?.Topic, page?.Author);
        if (!Name.Says(Form.Kind, spellings, Form.Note, stands)) Name.Change(Form.Kind, spellings, Form.Note, stands, Me.Name, Now);
        return await SaveAsync(W.Fill("name.changed", Name.Name(Language)));
    }

    /// <param name="version">That of the page on which it was asked for.</param>
    public async Task<IActionResult> OnPostRemoveAsync(int version)
    {
        if (version != Name.Version) return RefuseAsChanged();
        Name.Remove(Me.Name, Now);
        return await SaveAsync(W.Fill("name.removed", Name.Name(Language)));
    }

    async Task<IActionResult> SaveAsync(string said)
    {
        try
        {
            await Db.SaveChangesAsync(Stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            Name = await Db.KnownNames.FirstAsync(n => n.Id == Name.Id, Stop);
            Version = Name.Version;
            return RefuseAsChanged();
        }
        Say(said);
        return Redirect("/newsroom/names");
    }

    /// <summary>What was typed still stands in the form: sent again it writes over, with open eyes.</summary>
    PageResult RefuseAsChanged() => Refuse(W.Fill("spelling.changed-meanwhile", Name.ChangedBy));
}
