using System.Globalization;
using Chapar.Names;
using Chapar.Text;

namespace Chapar.Newsroom.House;

/// <summary>A row of the form: one spelling, its dates as they were typed.</summary>
public sealed record NameRow(string Text = "", string From = "", string Until = "");

/// <summary>
/// What stands in the form of one known name: for each language rows of fields "text.en", "from.en" and "until.en", and "first.en", the
/// number of the row that the house writes.
/// </summary>
/// <param name="Rows">By language; the house's own spelling first.</param>
/// <param name="Page">Address of its page on the site, or its name there; empty for none.</param>
public sealed record NameForm(KnownNameKind Kind, IReadOnlyDictionary<string, IReadOnlyList<NameRow>> Rows, string Note, string Page)
{
    /// <summary>More of one language nobody has.</summary>
    const int MostRows = 60;

    public static NameForm Empty { get; } = new(KnownNameKind.Person, new Dictionary<string, IReadOnlyList<NameRow>>(), "", "");

    /// <param name="page">Address of its page on the site; null for none.</param>
    public static NameForm Of(KnownName name, string? page) => new(name.Kind,
        name.Spellings.GroupBy(s => s.Language).ToDictionary(g => g.Key, g => (IReadOnlyList<NameRow>)[.. g.Select(s => new NameRow(s.Text, Typed(s.From, isLast: false), Typed(s.Until, isLast: true)))]), name.Note, page ?? "");

    /// <summary>As it was sent: each language with at least one row.</summary>
    public static NameForm Read(NewsroomPage page)
    {
        var form = page.Request.Form;
        Dictionary<string, IReadOnlyList<NameRow>> rows = new(StringComparer.Ordinal);
        foreach (var language in Languages.All)
        {
            var (texts, from, until) = (form[$"text.{language}"], form[$"from.{language}"], form[$"until.{language}"]);
            List<NameRow> read = [.. Enumerable.Range(0, Math.Min(texts.Count, MostRows)).Select(i => new NameRow(texts[i] ?? "", from.ElementAtOrDefault(i) ?? "", until.ElementAtOrDefault(i) ?? ""))];
            if (int.TryParse(form[$"first.{language}"], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first > 0 && first < read.Count) read = [read[first], .. read.Where((_, i) => i != first)];
            if (read.Count > 0) rows[language] = read;
        }
        return new(Enum.TryParse<KnownNameKind>(form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : KnownNameKind.Person, rows, form["note"].ToString(), form["page"].ToString().Trim());
    }

    /// <summary>The rows of a language, and one to write in.</summary>
    public IReadOnlyList<NameRow> RowsOf(string language) => Rows.GetValueOrDefault(language) is { } rows ? rows[^1].Text.Length > 0 ? [.. rows, new()] : rows : [new()];

    public bool Says(string language) => Rows.GetValueOrDefault(language)?.Any(row => row.Text.Length > 0) == true;

    /// <summary>One more row of a language.</summary>
    public NameForm With(string language) => this with { Rows = new Dictionary<string, IReadOnlyList<NameRow>>(Rows) { [language] = [.. RowsOf(language), new()] } };

    /// <summary>The spellings; or the first day that is none.</summary>
    /// <param name="kept">Of languages that the form does not ask for.</param>
    public (IReadOnlyList<NameSpelling> Spellings, string? WrongDay) Spellings(IEnumerable<NameSpelling> kept)
    {
        List<NameSpelling> spellings = [];
        foreach (var (language, rows) in Rows)
            foreach (var row in rows.Where(row => row.Text.Trim().Length > 0))
            {
                if (!TryRead(row.From, isLast: false, out var from)) return ([], row.From);
                if (!TryRead(row.Until, isLast: true, out var until)) return ([], row.Until);
                spellings.Add(new(language, row.Text, from, until));
            }
        return (KnownName.Tidy([.. spellings, .. kept.Where(s => !Rows.ContainsKey(s.Language))]), null);
    }

    /// <summary>A year alone where it is the whole of it.</summary>
    static string Typed(DateOnly? day, bool isLast) => day is not { } date ? ""
        : date == (isLast ? new DateOnly(date.Year, 12, 31) : new DateOnly(date.Year, 1, 1)) ? date.ToString("yyyy", CultureInfo.InvariantCulture) : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static bool TryRead(string text, bool isLast, out DateOnly? day)
    {
        (day, text) = (null, text.Trim());
        if (text.Length == 0) return true;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0) day = isLast ? new(year, 12, 31) : new(year, 1, 1);
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) day = date;
        return day is not null;
    }
}
