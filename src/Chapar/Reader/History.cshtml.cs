using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader;

/// <summary>One published state of an article: when, why, and what was other than before.</summary>
/// <param name="Changed">The paragraphs that are not as they were, headline and deck among them; empty for the first state.</param>
public sealed record HistoryEntry(DateTime At, string Note, IReadOnlyList<ComparedLine> Changed);

/// <summary>What readers were told when: every published state of an article, with its reason. Who of the staff did it is not said.</summary>
public sealed class HistoryModel(ReaderDesk desk) : ReaderPage(desk)
{
    internal sealed record Found(Guid Id, string Headline);

    internal sealed record State(DateTime At, string Note);

    internal static readonly Question<string, Found> At = new("history",
        (db, path) => db.Articles.Published().Where(a => a.Path == path).Select(a => new Found(a.Id, a.Headline)), row => new(row.Id(0), row.Text(1)));

    internal static readonly Question<Guid, State> States = new("history.states",
        (db, id) => db.Revisions.Where(r => r.ArticleId == id && r.IsPublic).OrderBy(r => r.Number).Select(r => new State(r.At, r.Note)), row => new(row.At(0), row.Text(1)));

    internal sealed record StateText(string Headline, string Deck, BodyTree Body);

    internal static readonly Question<Guid, StateText> Texts = new("history.texts",
        (db, id) => db.Revisions.Where(r => r.ArticleId == id && r.IsPublic).OrderBy(r => r.Number).Select(r => new StateText(r.Headline, r.Deck, r.Body)),
        row => new(row.Text(0), row.Text(1), BodyTree.Parse(row.Text(2))));

    public string Headline { get; private set; } = "";
    public string Path { get; private set; } = "";
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    /// <param name="article">The article's path without the slash before it.</param>
    public async Task<IActionResult> OnGetAsync(string article)
    {
        if (await PathAsync("/" + article) is not { } path || await At.FirstAsync(Desk.Lines, path) is not { } found) return NotFound();
        Rendering.DependOn(EditionNames.Article(found.Id));
        (Headline, Path) = (found.Headline, path);
        var states = await States.ListAsync(Desk.Lines, found.Id);
        // Of the first state nothing is compared, and most stories have no other: no text is read for it.
        var texts = states.Count > 1 ? await Texts.ListAsync(Desk.Lines, found.Id) : [];
        List<HistoryEntry> entries = [];
        for (int i = 0; i < states.Count; i++)
            entries.Add(new HistoryEntry(states[i].At, states[i].Note, i == 0 ? [] : [.. Difference.OfParagraphs(Lines(texts[i - 1]), Lines(texts[i])).Where(l => !l.IsSame)]));
        Entries = [.. Enumerable.Reverse(entries)];
        Head.Title = W.Fill("history-of", found.Headline);
        Head.Description = W["history-intro"];
        Head.Canonical = $"{Prefix}/history/{article}";
        Head.NoIndex = true;
        return Kept();
    }

    /// <summary>Where the article of this language stands: it keeps its address when another language becomes the main one.</summary>
    async Task<string?> PathAsync(string page)
    {
        foreach (var form in LanguagePath.Forms(Publication, Language, page))
            if (await ArticleAddress.At.FirstAsync(Desk.Lines, form) is { } there && there.Language == Language) return form;
        return null;
    }

    string Lines(StateText state) => $"{state.Headline}\n{state.Deck}\n{BodyLines.Of(state.Body, W["photo"])}";
}
