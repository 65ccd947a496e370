using Chapar.Spellings;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>How the house writes names and words: the list, found by any of their spellings, and one more.</summary>
[Needs(Right.EditSpellings)]
public sealed class SpellingsModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    /// <summary>What was done within it stands above the list, to be taken back.</summary>
    static readonly TimeSpan LatelyFor = TimeSpan.FromDays(1);

    /// <summary>More of it is found in the list itself.</summary>
    const int MostLately = 5;

    const int Shown = 200;

    public string Query { get; private set; } = "";
    public HouseWordKind? Kind { get; private set; }
    public IReadOnlyList<HouseWord> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public SpellingForm Form { get; private set; } = SpellingForm.Empty;

    /// <summary>What was added, changed and removed lately, the last first: each taken back with one click, also after other pages.</summary>
    public IReadOnlyList<HouseWord> Lately { get; private set; } = [];

    /// <summary>What was done with an entry last: "removed".</summary>
    public static string LastAct(HouseWord word) => word.IsRemoved ? "removed" : word.Version == 1 ? "added" : "changed";

    public Task OnGetAsync(string? q, HouseWordKind? kind) => ShowAsync(q, kind);

    public async Task<IActionResult> OnPostAsync()
    {
        Form = SpellingForm.Read(this, null);
        if (HouseWord.WhatIsWrong(Form.Spellings, Form.Note, await Db.HouseWords.AsNoTracking().Counting().ToListAsync(Stop)) is { } wrong)
        {
            await ShowAsync(null, null);
            return Refuse(wrong.In(W));
        }
        var word = new HouseWord(Form.Kind, Form.Spellings, Form.Note, Me.Name, Now);
        Db.Add(word);
        await Db.SaveChangesAsync(Stop);
        return Done(W.Fill("spelling.added", word.Name(Language)));
    }

    /// <summary>Takes the last change of an entry back, if nobody has changed it since.</summary>
    /// <param name="version">That of the page on which it was asked for.</param>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, int version)
    {
        if (await Db.HouseWords.FirstOrDefaultAsync(w => w.Id == id, Stop) is not { } word) return NotFound();
        var refusal = word.Version != version ? new Sentence("spelling.changed-meanwhile", word.ChangedBy) : word.Undo(await Db.HouseWords.AsNoTracking().Counting(but: id).ToListAsync(Stop), Me.Name, Now);
        if (refusal is null)
        {
            try
            {
                await Db.SaveChangesAsync(Stop);
                return Done(W.Fill("spelling.undone", word.Name(Language)));
            }
            catch (DbUpdateConcurrencyException)
            {
                Db.ChangeTracker.Clear();
                refusal = new Sentence("spelling.changed-meanwhile", word.ChangedBy);
            }
        }
        await ShowAsync(null, null);
        return Refuse(refusal.In(W));
    }

    RedirectResult Done(string said)
    {
        Say(said);
        return Redirect("/newsroom/spellings");
    }

    async Task ShowAsync(string? q, HouseWordKind? kind)
    {
        Title = W["house.spellings"];
        (Query, Kind) = ((q ?? "").Trim(), kind);
        var words = Folding.Words(Query).ToList();
        var found = (await Db.HouseWords.AsNoTracking().Counting().Where(w => kind == null || w.Kind == kind).ToListAsync(Stop))
            .Where(w => words.TrueForAll(word => Folding.Fold(string.Join(' ', w.Spellings.SelectMany(s => s.Others.Prepend(s.Preferred)).Append(w.Note))).Contains(word, StringComparison.Ordinal)))
            .OrderBy(w => w.Name(Language), Collation.In(Language)).ToList();
        (Total, Rows) = (found.Count, [.. found.Take(Shown)]);
        var since = Now - LatelyFor;
        Lately = await Db.HouseWords.AsNoTracking().Where(w => w.ChangedAt >= since).OrderByDescending(w => w.ChangedAt).ThenByDescending(w => w.Id).Take(MostLately).ToListAsync(Stop);
    }
}
