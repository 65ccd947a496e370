using System.Text.Json;
using Chapar.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom.Finding;

/// <summary>
/// Finds everything by its words: stories of any state that one may read, authors, pictures, sections, places, topics, colleagues,
/// commands. The box that Ctrl-K opens asks here with each key; <c>Find.Asking.cs</c> looks.
/// </summary>
[Authorize]
public sealed partial class FindModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Query { get; private set; } = "";
    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public async Task OnGetAsync(string? q)
    {
        Title = W["find"];
        Query = (q ?? "").Trim();
        Answers = await AskAsync();
    }

    /// <summary>The same for the box, as JSON.</summary>
    public async Task<IActionResult> OnGetAnswersAsync(string? q)
    {
        Query = (q ?? "").Trim();
        var answers = (await AskAsync()).Select(a => new { kind = W[$"find.{a.Kind}"], a.Text, a.Hint, a.Path, a.Language, act = a.IsAct });
        return Content(JsonSerializer.Serialize(answers, Written), "application/json; charset=utf-8");
    }

    async Task<IReadOnlyList<Answer>> AskAsync()
    {
        string[] words = [.. Folding.Words(Query)];
        if (words.Length == 0) return [.. Commands(words), .. await MineAsync()];
        return
        [
            .. Commands(words), .. await AtWorkAsync(words), .. await PublishedAsync(), .. await WithdrawnAsync(words),
            .. await FilingsAsync(words), .. await AuthorsAsync(words), .. await StaffAsync(words), .. await PicturesAsync(),
        ];
    }

    /// <summary>Whether every word that was typed stands in the text, as a word or the beginning of one.</summary>
    static bool Has(string text, string[] words)
    {
        var folded = " " + Folding.Fold(text).Replace('-', ' ');
        return Array.TrueForAll(words, word => folded.Contains(" " + word, StringComparison.Ordinal));
    }
}
