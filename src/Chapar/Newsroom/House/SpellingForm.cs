using Chapar.Spellings;

namespace Chapar.Newsroom.House;

/// <summary>What stands in the form of one entry of the house's list: a field "preferred.en" and a field "others.en" for each language.</summary>
public sealed record SpellingForm(HouseWordKind Kind, IReadOnlyList<Spelling> Spellings, string Note)
{
    public static SpellingForm Empty { get; } = new(HouseWordKind.Person, [], "");

    public static SpellingForm Of(HouseWord word) => new(word.Kind, word.Spellings, word.Note);

    /// <summary>What was typed; a language that the publication has given up keeps what stood there.</summary>
    /// <param name="before">The entry as it stands; null for a new one.</param>
    public static SpellingForm Read(NewsroomPage page, HouseWord? before)
    {
        var form = page.Request.Form;
        var typed = page.Publication.Languages.Select(language =>
            new Spelling(language, form[$"preferred.{language}"].ToString(), form[$"others.{language}"].ToString().Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        var kept = before?.Spellings.Where(s => !page.Publication.Languages.Contains(s.Language)) ?? [];
        return new(Enum.TryParse<HouseWordKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : HouseWordKind.Person, HouseWord.Tidy([.. typed, .. kept]), form["note"].ToString());
    }

    public string Preferred(string language) => Spellings.FirstOrDefault(s => s.Language == language)?.Preferred ?? "";

    /// <summary>One a line.</summary>
    public string Others(string language) => string.Join('\n', Spellings.FirstOrDefault(s => s.Language == language)?.Others ?? []);
}
