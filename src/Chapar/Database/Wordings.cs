using System.Globalization;
using System.Text;
using System.Text.Json;
using Chapar.Text;

namespace Chapar.Database;

/// <summary>A question in SQL.</summary>
sealed record Wording(string Sql, IReadOnlyList<WordedParameter> Parameters);

/// <param name="Always">Its value where that is the question's own (how many rows are taken); null where it comes with the asking.</param>
sealed record WordedParameter(string Name, int? Always)
{
    public static WordedParameter Parse(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? new(text[..at], int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture)) : new(text, null);

    /// <summary>"@Value", "@p=12".</summary>
    public override string ToString() => Always is { } value ? string.Create(CultureInfo.InvariantCulture, $"{Name}={value}") : Name;
}

/// <summary>A question, whatever it is about.</summary>
public abstract class Question
{
    private protected Question(string name) => Name = name;

    internal string Name { get; }

    /// <summary>As EF puts it into SQL.</summary>
    internal abstract Wording Word(NewsDb db);

    /// <summary>A value as <c>Mappings/Conventions</c> has it: ids of SQLite are sixteen bytes, and several values are a list in JSON.</summary>
    internal static object Stored(object about, bool isSqlite) => about switch
    {
        Guid id => isSqlite ? id.ToByteArray(bigEndian: true) : id,
        IReadOnlyList<Guid> ids => isSqlite ? $"[{string.Join(',', ids.Select(id => $"\"{Convert.ToHexString(id.ToByteArray(bigEndian: true))}\""))}]" : ids.ToArray(),
        Enum word => word.ToString(),
        DateTime at when isSqlite => new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds(),
        IReadOnlyList<string> words => isSqlite ? JsonSerializer.Serialize(words, PlainJson.Options) : words.ToArray(),
        IReadOnlyList<long> numbers => isSqlite ? $"[{string.Join(',', numbers)}]" : numbers.ToArray(),
        _ => about,
    };
}

/// <summary>
/// The questions as EF put them into SQL for the embedded database: <c>Wordings.sql</c>, which <c>QuestionTests</c> holds to what EF says. A start would
/// wait for EF to do it again, and most pages need it for nothing else.
/// </summary>
static class Wordings
{
    const string Begin = "-- ";

    static readonly Lazy<Dictionary<string, Wording>> All = new(Read);

    /// <summary>Null of a question that is not among them.</summary>
    public static Wording? Of(string question) => All.Value.GetValueOrDefault(question);

    /// <summary>What the file is to say of these questions.</summary>
    public static string Write(IEnumerable<Question> questions, NewsDb db)
    {
        StringBuilder file = new();
        foreach (var question in questions.OrderBy(q => q.Name, StringComparer.Ordinal))
        {
            var wording = question.Word(db);
            file.Append(Begin).AppendJoin(' ', [question.Name, .. wording.Parameters.Select(p => p.ToString())]).Append('\n').Append(wording.Sql.ReplaceLineEndings("\n")).Append("\n\n");
        }
        return file.ToString();
    }

    static Dictionary<string, Wording> Read()
    {
        using StreamReader file = new(typeof(Wordings).Assembly.GetManifestResourceStream("Chapar.Wordings.sql")!);
        Dictionary<string, Wording> all = new(StringComparer.Ordinal);
        foreach (var one in file.ReadToEnd().Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var end = one.IndexOf('\n', StringComparison.Ordinal);
            var words = one[Begin.Length..end].Split(' ');
            all[words[0]] = new(one[(end + 1)..], [.. words[1..].Select(WordedParameter.Parse)]);
        }
        return all;
    }
}
