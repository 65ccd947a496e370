using System.Globalization;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom;

/// <summary>Who did what, the last first. It can be read here, and changed nowhere.</summary>
[Needs(Right.ReadJournal)]
public sealed class JournalModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    const int PageSize = 100;

    public string By { get; private set; } = "";
    public IReadOnlyList<string> Names { get; private set; } = [];
    public IReadOnlyList<JournalLine> Lines { get; private set; } = [];

    /// <summary>The address of the lines before these; null when there are none.</summary>
    public string? Older { get; private set; }

    /// <param name="by">Only what this one did.</param>
    /// <param name="before">Milliseconds of Unix time: only what was before, and the rest of what was then.</param>
    /// <param name="skip">How many lines of that instant were shown already: an import writes thousands in one.</param>
    public async Task OnGetAsync(string? by, long? before, int skip)
    {
        Title = W["journal"];
        By = by?.Trim() ?? "";
        Names = await Db.Staff.OrderBy(m => m.Name).Select(m => m.Name).ToListAsync(Stop);
        var lines = Db.Journal.AsNoTracking();
        if (By.Length > 0) lines = lines.Where(l => l.By == By);
        if (before is > 0 and < 253_000_000_000_000)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(before.Value).UtcDateTime;
            lines = lines.Where(l => l.At <= at);
        }
        else
        {
            (before, skip) = (null, 0);
        }
        Lines = await lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Skip(Math.Max(0, skip)).Take(PageSize).ToListAsync(Stop);
        if (Lines.Count < PageSize) return;
        var last = Milliseconds(Lines[^1]);
        var shown = Lines.Count(line => Milliseconds(line) == last) + (last == before ? Math.Max(0, skip) : 0);
        Older = string.Create(CultureInfo.InvariantCulture, $"/newsroom/journal?by={Uri.EscapeDataString(By)}&before={last}&skip={shown}");
    }

    static long Milliseconds(JournalLine line) => new DateTimeOffset(line.At, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>The act in the words of the reader, where we have them; details stay as they were written.</summary>
    public string Said(JournalLine line)
    {
        var (act, detail) = line.What.Split(": ", 2) is [var a, var d] ? (a, d) : (line.What, "");
        var key = $"act.{act}";
        var words = W[key] is var said && said != $"[{key}]" ? said : act;
        return detail.Length == 0 ? words : $"{words}: {detail}";
    }
}
