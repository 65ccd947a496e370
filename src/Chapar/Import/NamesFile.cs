using System.Globalization;
using Chapar.Database;
using Chapar.Events;
using Chapar.Names;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Import;

/// <summary>What became of a file of names.</summary>
/// <param name="Kept">Entries that the house has changed or removed: they stay as they are.</param>
/// <param name="Refused">Each with its line and the reason.</param>
public sealed record NamesReport(int Added, int Changed, int Same, int Kept, IReadOnlyList<string> Refused);

/// <summary>
/// Known names from a text file (UTF-8), one entry a line: <c>kind | key | en Preferred; Other | ru Предпочтительное; Другое | # note</c>.
/// A spelling may say when it was used: <c>Nur-Sultan [2019-03-23..2022-09-16]</c>; a year alone is the whole of it. Empty lines and those that begin with # are passed over.
/// Loading a file twice changes nothing, and never what the house has changed.
/// </summary>
public static class NamesFile
{
    const string By = "import";

    /// <summary>Adds and changes what the file says; saves.</summary>
    public static async Task<NamesReport> LoadAsync(NewsDb db, string text, DateTime now, CancellationToken stop = default)
    {
        var known = await db.KnownNames.Where(n => n.Key != null).ToDictionaryAsync(n => n.Key!, stop);
        List<string> refused = [];
        var (added, changed, same, kept) = (0, 0, 0, 0);
        foreach (var (index, line) in text.TrimStart('\uFEFF').Split('\n').Index())
        {
            if (line.Trim() is not { Length: > 0 } written || written[0] == '#') continue;
            if (Read(written) is not { } entry)
            {
                refused.Add($"line {index + 1}: not of the form 'kind | key | language spellings'");
                continue;
            }
            if (KnownName.WhatIsWrong(entry.Spellings, entry.Note) is { } wrong) refused.Add($"line {index + 1}: {wrong}");
            else if (!known.TryGetValue(entry.Key, out var name))
            {
                known.Add(entry.Key, db.Add(new KnownName(entry.Kind, entry.Spellings, entry.Note, By, now, entry.Key)).Entity);
                added++;
            }
            else if (name.Follow(entry.Kind, entry.Spellings, entry.Note, By, now)) changed++;
            else if (name.IsOurs || name.IsRemoved) kept++;
            else same++;
        }
        // A new publication has nothing in which they could stand.
        if (added + changed > 0 && await db.Articles.AnyAsync(stop)) db.Record(new NewsEvent(NewsEvents.NamesLoaded, null, now, By, string.Create(CultureInfo.InvariantCulture, $"{added} + {changed}")));
        await db.SaveChangesAsync(stop);
        return new(added, changed, same, kept, refused);
    }

    static (KnownNameKind Kind, string Key, IReadOnlyList<NameSpelling> Spellings, string Note)? Read(string line)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        if (fields.Length < 3 || !Enum.TryParse<KnownNameKind>(fields[0], ignoreCase: true, out var kind) || fields[1].Length == 0) return null;
        List<NameSpelling> spellings = [];
        var note = "";
        foreach (var field in fields.Skip(2).Where(f => f.Length > 0))
        {
            if (field[0] == '#') { note = field[1..].Trim(); continue; }
            if (field.IndexOf(' ', StringComparison.Ordinal) is not 2 || !Languages.IsKnown(field[..2])) return null;
            foreach (var one in field[3..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Spelling(field[..2], one) is not { } spelling) return null;
                spellings.Add(spelling);
            }
        }
        return (kind, fields[1], KnownName.Tidy(spellings), note);
    }

    static NameSpelling? Spelling(string language, string written)
    {
        var open = written.IndexOf('[', StringComparison.Ordinal);
        if (open < 0) return new(language, written);
        if (written[^1] != ']' || written[(open + 1)..^1].Split("..") is not [var from, var until]) return null;
        var (first, last) = (Day(from, isLast: false), Day(until, isLast: true));
        return first is null && from.Length > 0 || last is null && until.Length > 0 ? null : new(language, written[..open].Trim(), first, last);
    }

    static DateOnly? Day(string text, bool isLast)
    {
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0) return isLast ? new(year, 12, 31) : new(year, 1, 1);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
