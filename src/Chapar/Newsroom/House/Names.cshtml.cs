using Chapar.Names;
using Chapar.Search;
using Chapar.Staff;
using Chapar.Text;
using Chapar.Text.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>The people, places and institutions that search, the checklist and pages know by all their names; and one more.</summary>
[Needs(Right.EditSpellings)]
public sealed class NamesModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    /// <summary>What was done within it stands above the list, to be taken back.</summary>
    static readonly TimeSpan LatelyFor = TimeSpan.FromDays(1);

    const int MostLately = 5;

    /// <summary>Names on a page of the list.</summary>
    const int PageSize = 50;

    public string Query { get; private set; } = "";
    public KnownNameKind? Kind { get; private set; }
    public IReadOnlyList<KnownName> Rows { get; private set; } = [];
    public int Total { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    public NameForm Form { get; private set; } = NameForm.Empty;
    public IReadOnlyList<NamePage> Choices { get; private set; } = [];

    /// <summary>What the house added, changed and removed lately, the last first.</summary>
    public IReadOnlyList<KnownName> Lately { get; private set; } = [];

    /// <summary>What was done with a name last: "removed".</summary>
    public static string LastAct(KnownName name) => name.IsRemoved ? "removed" : name is { Version: 1, Key: null } ? "added" : "changed";

    public Task OnGetAsync(string? q, KnownNameKind? kind, [FromQuery(Name = "page")] int? number) => ShowAsync(q, kind, number ?? 1);

    /// <summary>One more row of a language; what was typed stays.</summary>
    /// <param name="more">The language.</param>
    public async Task<IActionResult> OnPostRowAsync(string? more)
    {
        Form = NameForm.Read(this).With(Languages.IsKnown(more ?? "") ? more! : Publication.MainLanguage);
        await ShowAsync(null, null, 1);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Form = NameForm.Read(this);
        Choices = await NamePages.AllAsync(Db, Language, Stop);
        var (spellings, page, wrong) = this.Check(Form, Choices, []);
        if (wrong is not null)
        {
            await ShowAsync(null, null, 1);
            return Refuse(wrong.In(W));
        }
        var name = new KnownName(Form.Kind, spellings, Form.Note, Me.Name, Now);
        name.Enter(Me.Name, Now, page?.Place, page?.Topic, page?.Author);
        Db.Add(name);
        await Db.SaveChangesAsync(Stop);
        return Done(W.Fill("name.added", name.Name(Language)));
    }

    /// <summary>Takes the last change of a name back, if nobody has changed it since.</summary>
    /// <param name="version">That of the page on which it was asked for.</param>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, int version)
    {
        if (await Db.KnownNames.FirstOrDefaultAsync(n => n.Id == id, Stop) is not { } name) return NotFound();
        if (name.Version == version)
        {
            if (!name.CanBeUndone) return BadRequest();
            name.Undo(Me.Name, Now);
            try
            {
                await Db.SaveChangesAsync(Stop);
                return Done(W.Fill("name.undone", name.Name(Language)));
            }
            catch (DbUpdateConcurrencyException)
            {
                Db.ChangeTracker.Clear();
            }
        }
        await ShowAsync(null, null, 1);
        return Refuse(W.Fill("spelling.changed-meanwhile", name.ChangedBy));
    }

    /// <summary>The years in which a spelling was used: " (2019–2022)"; empty when it always was.</summary>
    public static string Years(NameSpelling spelling) => spelling is { From: null, Until: null } ? "" : $" ({spelling.From?.Year}–{spelling.Until?.Year})";

    /// <summary>The address of a page of the list.</summary>
    public string Link(int page) => $"/newsroom/names?q={Uri.EscapeDataString(Query)}&kind={Kind}&page={page}";

    RedirectResult Done(string said)
    {
        Say(said);
        return Redirect("/newsroom/names");
    }

    async Task ShowAsync(string? q, KnownNameKind? kind, int page)
    {
        Title = W["house.names"];
        (Query, Kind) = ((q ?? "").Trim(), kind);
        if (Choices.Count == 0) Choices = await NamePages.AllAsync(Db, Language, Stop);
        // In any spelling that it has, and in those that it could have.
        var words = Folding.Words(Query).ToList();
        var known = Query.Length == 0 ? [] : (await NameFinder.NowAsync(Db, Stop)).Find(NameFolding.Fold(Query, null), isQuery: true).SelectMany(span => span.Names).Select(n => n.Id).ToHashSet();
        var found = (await Db.KnownNames.AsNoTracking().Counting().Where(n => kind == null || n.Kind == kind).ToListAsync(Stop))
            .Where(n => known.Contains(n.Id) || (Folding.Fold(string.Join(' ', n.Spellings.Select(s => s.Text).Append(n.Note))) is var all && words.TrueForAll(word => all.Contains(word, StringComparison.Ordinal))))
            .OrderBy(n => n.Name(Language), StringComparer.CurrentCultureIgnoreCase).ToList();
        Total = found.Count;
        Number = Math.Clamp(page, 1, Pages);
        Rows = [.. found.Skip((Number - 1) * PageSize).Take(PageSize)];
        var since = Now - LatelyFor;
        Lately = await Db.KnownNames.AsNoTracking().Where(n => n.ChangedAt >= since && (n.IsOurs || n.IsRemoved)).OrderByDescending(n => n.ChangedAt).ThenByDescending(n => n.Id).Take(MostLately).ToListAsync(Stop);
    }
}
