using Chapar.Staff;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Translating;

/// <summary>Which stories are missing in which language, in work, behind, ready: the newest, and whatever waits.</summary>
[Needs(Right.WriteOwn)]
public sealed class TranslationsModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    /// <summary>Days that are looked back.</summary>
    public static IReadOnlyList<int> Ages { get; } = [7, 30, 90, 365];

    /// <summary>What can be looked for.</summary>
    public static IReadOnlyList<string> States { get; } = ["missing", "work", "behind", "ready", "published"];

    public IReadOnlyList<TranslationRow> Rows { get; private set; } = [];

    /// <summary>The languages that are shown as columns.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    public string? Only { get; private set; }
    public string? State { get; private set; }
    public Guid? Section { get; private set; }
    public int Days { get; private set; } = Ages[1];
    public IReadOnlyList<(Guid Id, string Name)> Sections { get; private set; } = [];

    /// <summary>Where the next older ones are; null when there are no more.</summary>
    public string? Older { get; private set; }

    /// <param name="language">Only what is to be done in this one.</param>
    /// <param name="state">One of <see cref="States"/>.</param>
    /// <param name="days">One of <see cref="Ages"/>.</param>
    /// <param name="before">Milliseconds: stories that readers got before.</param>
    public async Task OnGetAsync(string? language, string? state, Guid? section, int days, long? before)
    {
        Title = W["translations"];
        Only = Publication.Languages.FirstOrDefault(known => known == language);
        State = States.FirstOrDefault(known => known == state);
        Section = section;
        if (Ages.Contains(days)) Days = days;
        Sections = [.. (await Db.Sections.AsNoTracking().OrderBy(s => s.Position).ToListAsync(Stop)).Select(s => (s.Id, s.Name[Language]))];
        Languages = Only is null ? Publication.Languages : [Only];
        DateTime? end = before is >= 0 and <= 253_402_300_799_999 and { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given).UtcDateTime : null;
        var all = await TranslationList.ReadAsync(Db, Publication.Languages, Now.AddDays(-Days), end, section, owner => owner == Me.Id || May(Right.ReadDrafts), Stop);
        if (all.Count(row => row.At < (end ?? DateTime.MaxValue)) >= TranslationList.Most)
            Older = QueryHelpers.AddQueryString("/newsroom/translations", Given.Append(new("before", $"{new DateTimeOffset(all[^1].At).ToUnixTimeMilliseconds()}")));
        var shown = all.Select(row => row with { Cells = [.. row.Cells.Where(cell => Languages.Contains(cell.Language))] })
            .Where(row => row.Cells.Any(cell => cell.State != "source" && (State is null || cell.State == State)));
        // What is behind waits the longer the earlier it was left behind.
        Rows = [.. State == "behind" ? shown.OrderBy(row => row.Since) : shown];
    }

    IEnumerable<KeyValuePair<string, string?>> Given =>
        new Dictionary<string, string?> { ["language"] = Only, ["state"] = State, ["section"] = Section?.ToString(), ["days"] = $"{Days}" }.Where(pair => pair.Value is not null);

    public string? SectionName(Guid? section) => Sections.FirstOrDefault(known => known.Id == section).Name;
}
