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
    /// <param name="before">Milliseconds of Unix time: only what was before.</param>
    public async Task OnGetAsync(string? by, long? before)
    {
        Title = W["journal"];
        By = by?.Trim() ?? "";
        Names = await Db.Staff.OrderBy(m => m.Name).Select(m => m.Name).ToListAsync(Stop);
        var lines = Db.Journal.AsNoTracking();
        if (By.Length > 0) lines = lines.Where(l => l.By == By);
        if (before is > 0 and < 253_000_000_000_000)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(before.Value).UtcDateTime;
            lines = lines.Where(l => l.At < at);
        }
        Lines = await lines.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(PageSize).ToListAsync(Stop);
        if (Lines.Count < PageSize) return;
        // What happened in the same millisecond stays together: the rest of it would be lost between two pages.
        var last = Lines[^1].At;
        Lines = [.. Lines.Where(l => l.At > last), .. await lines.Where(l => l.At == last).OrderByDescending(l => l.Id).ToListAsync(Stop)];
        Older = string.Create(CultureInfo.InvariantCulture, $"/newsroom/journal?by={Uri.EscapeDataString(By)}&before={new DateTimeOffset(last, TimeSpan.Zero).ToUnixTimeMilliseconds()}");
    }

    /// <summary>The act in the words of the reader, where we have them; details stay as they were written.</summary>
    public string Said(JournalLine line)
    {
        var (act, detail) = line.What.Split(": ", 2) is [var a, var d] ? (a, d) : (line.What, "");
        var key = $"act.{act}";
        var words = W[key] is var said && said != $"[{key}]" ? said : act;
        return detail.Length == 0 ? words : $"{words}: {detail}";
    }
}
