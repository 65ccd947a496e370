using System.Text;
using Chapar.Database;
using Chapar.Spellings;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Import;

/// <summary>What became of a file of spellings.</summary>
/// <param name="Refused">Each with its line and the reason.</param>
public sealed record SpellingsReport(int Added, int Changed, int Same, IReadOnlyList<string> Refused);

/// <summary>
/// The house's list from a CSV file (RFC 4180, UTF-8) with the columns entry, kind, language, preferred, others, note. Lines of one entry
/// have the same word in the first column; other spellings are parted by semicolons. Loading a file twice changes nothing: an entry is
/// known by its preferred spelling in any of its languages.
/// </summary>
public static class SpellingsFile
{
    const string By = "import";

    static readonly string[] Columns = ["entry", "kind", "language", "preferred", "others", "note"];

    sealed record Line(int Number, string Entry, HouseWordKind Kind, Spelling Spelling, string Note);

    /// <summary>Adds and changes what the file says; saves.</summary>
    /// <exception cref="FormatException">The first line does not name the columns.</exception>
    public static async Task<SpellingsReport> LoadAsync(NewsDb db, string text, DateTime now, CancellationToken stop = default)
    {
        var rows = Rows(text.TrimStart('\uFEFF'));
        if (rows.Count == 0 || !rows[0].Fields.Select(f => f.Trim().ToLowerInvariant()).SequenceEqual(Columns))
            throw new FormatException($"The first line must be: {string.Join(',', Columns)}");
        List<string> refused = [];
        List<Line> lines = [];
        foreach (var (number, fields) in rows.Skip(1))
        {
            if (fields.Count != Columns.Length) refused.Add($"line {number}: {fields.Count} columns instead of {Columns.Length}");
            else if (!Enum.TryParse<HouseWordKind>(fields[1], ignoreCase: true, out var kind)) refused.Add($"line {number}: '{fields[1]}' is none of {string.Join(", ", Enum.GetNames<HouseWordKind>()).ToLowerInvariant()}");
            else if (!Languages.IsKnown(fields[2])) refused.Add($"line {number}: '{fields[2]}' is none of {string.Join(", ", Languages.All)}");
            else lines.Add(new(number, fields[0], kind, new(fields[2], fields[3], fields[4].Split(';')), fields[5]));
        }
        var known = await db.HouseWords.Counting().ToListAsync(stop);
        var (added, changed, same) = (0, 0, 0);
        // A line that names no entry is one of its own.
        foreach (var entry in lines.GroupBy(l => l.Entry.Length > 0 ? l.Entry : $"line {l.Number}"))
        {
            var first = entry.First();
            var spellings = HouseWord.Tidy(entry.Select(l => l.Spelling).DistinctBy(s => s.Language));
            var note = Typography.Tidy(entry.Select(l => l.Note).FirstOrDefault(n => n.Length > 0));
            var word = known.Find(w => w.Spellings.Any(s => spellings.Any(mine => mine.Language == s.Language && mine.Preferred == s.Preferred)));
            // Languages of which the file says nothing stay as they are.
            if (word is not null) spellings = HouseWord.Tidy([.. spellings, .. word.Spellings.Where(s => spellings.All(mine => mine.Language != s.Language))]);
            if (HouseWord.WhatIsWrong(spellings, note, known.Where(w => w != word)) is { } wrong) refused.Add($"line {first.Number}: {wrong}");
            else if (word is null)
            {
                known.Add(db.Add(new HouseWord(first.Kind, spellings, note, By, now)).Entity);
                added++;
            }
            else if (word.Kind == first.Kind && word.Note == note && Says(word.Spellings) == Says(spellings)) same++;
            else
            {
                word.Change(first.Kind, spellings, note, By, now);
                changed++;
            }
        }
        await db.SaveChangesAsync(stop);
        return new(added, changed, same, refused);
    }

    static string Says(IReadOnlyList<Spelling> spellings) => string.Join('\n', spellings.Select(s => $"{s.Language} {s.Preferred}: {string.Join(';', s.Others)}"));

    /// <summary>The fields of each line that is not empty, with its number in the file; a field in quotation marks may hold commas and line ends.</summary>
    static List<(int Number, IReadOnlyList<string> Fields)> Rows(string text)
    {
        List<(int, IReadOnlyList<string>)> rows = [];
        List<string> fields = [];
        var field = new StringBuilder();
        var (isQuoted, number, began) = (false, 1, 1);
        for (int i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (c == '\n') number++;
            if (isQuoted && i < text.Length)
            {
                if (c != '"') field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') field.Append(text[++i]);
                else isQuoted = false;
            }
            else if (c == '"' && field.Length == 0) isQuoted = true;
            else if (c is ',' or '\n')
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
                if (c == ',') continue;
                if (fields.Exists(f => f.Length > 0)) rows.Add((began, fields));
                (fields, began) = ([], number);
            }
            else if (c != '\r') field.Append(c);
        }
        return rows;
    }
}
