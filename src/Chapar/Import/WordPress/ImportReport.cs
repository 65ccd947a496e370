using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chapar.Import.WordPress;

/// <summary>How much a line of the report matters.</summary>
public enum ReportKind
{
    /// <summary>Nothing is lost; somebody may want to look.</summary>
    Note,
    /// <summary>Left out on purpose: menus, trash, forms.</summary>
    Skipped,
    /// <summary>Was here and is not as it was.</summary>
    Changed,
    /// <summary>Could not be taken over; the exit code says so.</summary>
    Refused,
}

/// <param name="Reason">A short fixed phrase, by which the report is grouped.</param>
/// <param name="SourceId">What it concerns in the old system: "post 12". Never empty.</param>
/// <param name="Line">Line in the file; 0 when it is of no one line.</param>
public sealed record ReportLine(ReportKind Kind, string Reason, string SourceId, string File, int Line, string Detail);

/// <summary>What an import did, for people and for machines.</summary>
public sealed class ImportReport
{
    /// <summary>More lines of one reason than this are counted, not kept.</summary>
    const int MostLines = 20_000;
    const int ShownLines = 12;

    static readonly JsonSerializerOptions json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
    readonly Dictionary<(ReportKind, string), (int Count, List<ReportLine> Lines)> reasons = [];

    /// <summary>True when nothing was written.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Why nothing could be imported at all, or null.</summary>
    public string? Fatal { get; private set; }

    public TimeSpan Took { get; set; }

    /// <summary>How many of each: "articles new", "articles unchanged", "redirects" ...</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    public IEnumerable<ReportLine> Lines => reasons.Values.SelectMany(reason => reason.Lines);

    /// <summary>0 all well, 1 something was refused.</summary>
    public int ExitCode => Fatal is not null || reasons.Keys.Any(key => key.Item1 == ReportKind.Refused) ? 1 : 0;

    public int this[string what] => counts.GetValueOrDefault(what);

    /// <summary>What came to nothing is not told.</summary>
    public void Count(string what, int by = 1)
    {
        if (by > 0)
            counts[what] = counts.GetValueOrDefault(what) + by;
    }

    public void Fail(string why) => Fatal = why;

    public void Add(ReportLine line, int times = 1)
    {
        (int count, List<ReportLine> lines) = reasons.GetValueOrDefault((line.Kind, line.Reason), (0, []));
        if (lines.Count < MostLines)
            lines.Add(line);
        reasons[(line.Kind, line.Reason)] = (count + times, lines);
    }

    /// <summary>How often a reason was given.</summary>
    public int Times(string reason) => reasons.Where(each => each.Key.Item2 == reason).Sum(each => each.Value.Count);

    public string ToText()
    {
        StringBuilder text = new();
        if (Fatal is not null)
            return $"Nothing was imported. {Fatal}\n";
        if (IsDryRun)
            text.Append("Dry run: nothing was written.\n");
        foreach ((string what, int count) in counts)
            text.Append(CultureInfo.InvariantCulture, $"{count,8}  {what}\n");
        foreach (var kind in reasons.OrderByDescending(each => each.Key.Item1).ThenBy(each => each.Key.Item2, StringComparer.Ordinal).GroupBy(each => each.Key.Item1))
        {
            text.Append('\n').Append(kind.Key switch
            {
                ReportKind.Refused => "Refused",
                ReportKind.Changed => "Changed here",
                ReportKind.Skipped => "Skipped on purpose",
                _ => "To look at",
            }).Append('\n');
            foreach (var ((_, reason), (count, lines)) in kind)
                AppendReason(text, reason, count, lines);
        }
        text.Append(CultureInfo.InvariantCulture, $"\nTook {Took.TotalSeconds:0.0} s.\n");
        return text.ToString();
    }

    static void AppendReason(StringBuilder text, string reason, int count, List<ReportLine> lines)
    {
        text.Append(CultureInfo.InvariantCulture, $"{count,8}  {reason}\n");
        foreach (ReportLine line in lines.Take(ShownLines))
        {
            text.Append("            ").Append(line.SourceId);
            if (line.Line > 0)
                text.Append(CultureInfo.InvariantCulture, $" ({line.File}:{line.Line})");
            else if (line.File.Length > 0 && line.File != line.SourceId)
                text.Append(" (").Append(line.File).Append(')');
            if (line.Detail.Length > 0)
                text.Append(": ").Append(line.Detail);
            text.Append('\n');
        }
        if (lines.Count > ShownLines)
            text.Append(CultureInfo.InvariantCulture, $"            and {lines.Count - ShownLines} more; {(lines.Count == MostLines ? $"the first {MostLines} of them" : "all of them")} with --json\n");
    }

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            IsDryRun,
            Fatal,
            Seconds = Math.Round(Took.TotalSeconds, 2),
            Counts = counts,
            Reasons = reasons.Select(each => new { Kind = each.Key.Item1, Reason = each.Key.Item2, each.Value.Count, each.Value.Lines }),
        },
        json);
}
