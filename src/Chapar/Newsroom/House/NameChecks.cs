using Chapar.Names;
using Chapar.Text;

namespace Chapar.Newsroom.House;

/// <summary>What bars a known name as it was typed.</summary>
static class NameChecks
{
    /// <param name="page">Where it was typed.</param>
    /// <param name="choices">All pages that a name can have.</param>
    /// <param name="before">The spellings as they stand.</param>
    /// <returns>The spellings in order and the name's page; or what is wrong.</returns>
    public static (IReadOnlyList<NameSpelling> Spellings, NamePage? Page, Sentence? Wrong) Check(this NewsroomPage page, NameForm form, IReadOnlyList<NamePage> choices, IReadOnlyList<NameSpelling> before)
    {
        var (spellings, wrongDay) = form.Spellings(before.Where(s => !page.Publication.Languages.Contains(s.Language)));
        if (wrongDay is not null) return (spellings, null, new("name.wrong.day", wrongDay));
        if (KnownName.WhatIsWrong(spellings, form.Note) is { } wrong) return (spellings, null, wrong);
        if (form.Page.Length == 0) return (spellings, null, null);
        return choices.Typed(form.Page) is { } chosen ? (spellings, chosen, null) : (spellings, null, new("name.wrong.page", form.Page));
    }
}
