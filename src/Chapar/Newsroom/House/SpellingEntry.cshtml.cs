using Chapar.Spellings;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>One entry of the house's list: changed, or removed. Either is taken back on the list.</summary>
[Needs(Right.EditSpellings)]
public sealed class SpellingEntryModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    public HouseWord Word { get; private set; } = null!;
    public SpellingForm Form { get; private set; } = SpellingForm.Empty;

    /// <summary>Every handler is about one that counts.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        if (await Db.HouseWords.Counting().FirstOrDefaultAsync(w => w.Id == id, Stop) is not { } word)
        {
            context.Result = NotFound();
            return;
        }
        (Word, Form, Title) = (word, SpellingForm.Of(word), word.Name(Language));
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet()
    {
        // All is there.
    }

    /// <param name="version">That of the page on which it was typed.</param>
    public async Task<IActionResult> OnPostAsync(int version)
    {
        Form = SpellingForm.Read(this, Word);
        if (version != Word.Version) return RefuseAsChanged();
        var others = await Db.HouseWords.AsNoTracking().Counting(but: Word.Id).ToListAsync(Stop);
        if (HouseWord.WhatIsWrong(Form.Spellings, Form.Note, others) is { } wrong) return Refuse(wrong.In(W));
        Word.Change(Form.Kind, Form.Spellings, Form.Note, Me.Name, Now);
        return await SaveAsync(W.Fill("spelling.changed", Word.Name(Language)));
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        Word.Remove(Me.Name, Now);
        return await SaveAsync(W.Fill("spelling.removed", Word.Name(Language)));
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
            Word = await Db.HouseWords.FirstAsync(w => w.Id == Word.Id, Stop);
            return RefuseAsChanged();
        }
        Say(said);
        return Redirect("/newsroom/spellings");
    }

    /// <summary>What was typed still stands in the form: sent again it writes over, with open eyes.</summary>
    PageResult RefuseAsChanged() => Refuse(new Sentence("spelling.changed-meanwhile", Word.ChangedBy).In(W));
}
