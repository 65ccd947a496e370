using System.Globalization;
using System.Text.Json;

namespace Chapar.Text;

/// <summary>
/// A sentence of the interface that is not yet said in any language: rules answer with it, and whoever shows it says it in the words of
/// who asks. The command line, journals and machines get it in English.
/// </summary>
public sealed class Sentence
{
    readonly object[] parts;
    readonly long? number;

    /// <param name="key">Of the words files; a test holds that English and Russian have it.</param>
    /// <param name="parts">What fills {0}, {1} ...: names and numbers, other sentences, weekdays, all of which are then said in the same language.</param>
    public Sentence(string key, params object[] parts)
    {
        Key = key;
        this.parts = parts;
    }

    Sentence(string key, long number)
    {
        Key = key;
        parts = [number];
        this.number = number;
    }

    /// <summary>A sentence whose form depends on a number, which fills {0}: see <see cref="Words.Count"/>.</summary>
    public static Sentence OfCount(string key, long number) => new(key, number);

    public string Key { get; }

    public string In(Words words) => number is { } count
        ? words.Count(Key, count)
        : words.Fill(Key, [.. parts.Select(part => part switch
        {
            Sentence inner => inner.In(words),
            DayOfWeek day => words.Weekdays[((int)day + 6) % 7],
            _ => part,
        })]);

    /// <summary>In English.</summary>
    public override string ToString() => In(Words.In("en"));

    /// <summary>Sentences that are kept to be said later, in whatever language is asked for then.</summary>
    public static string Write(IEnumerable<Sentence> sentences) => JsonSerializer.Serialize(sentences.Select(Written.Of), PlainJson.Options);

    public static IReadOnlyList<Sentence> Read(string json) => json.Length <= 2 ? [] : [.. JsonSerializer.Deserialize<List<Written>>(json, PlainJson.Options)!.Select(w => w.Sentence)];

    /// <summary>
    /// What <see cref="Write"/> wrote, in words. Rows of before, which hold words of one language and not sentences, stand as they are.
    /// </summary>
    public static string InStored(Words words, string stored) => stored.StartsWith("[{", StringComparison.Ordinal) ? string.Join(" ", Read(stored).Select(sentence => sentence.In(words))) : stored;

    sealed record Written(string Key, long? Number, IReadOnlyList<Written>? Parts, string? Text)
    {
        public static Written Of(Sentence sentence) => new(sentence.Key, sentence.number, sentence.number is null ? [.. sentence.parts.Select(OfPart)] : null, null);

        static Written OfPart(object part) => part is Sentence inner ? Of(inner) : new("", null, null, Convert.ToString(part, CultureInfo.InvariantCulture));

        public Sentence Sentence => Number is { } count ? OfCount(Key, count) : new Sentence(Key, [.. (Parts ?? []).Select(p => p.Text is { } text ? text : (object)p.Sentence)]);
    }
}
