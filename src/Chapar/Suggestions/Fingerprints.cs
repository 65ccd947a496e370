using System.Buffers.Binary;
using System.Collections.Concurrent;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Text;
using Chapar.Text.Search;

namespace Chapar.Suggestions;

/// <summary>One thing an article is about: a word, a name, a place or a topic, as a number.</summary>
/// <param name="Hash">Of its name, and stored: <see cref="Fnv"/>.</param>
/// <param name="Weight">How much it is about that, in fiftieths: 1 to 255.</param>
public readonly record struct Term(int Hash, byte Weight)
{
    const float Unit = 1 / 50f;

    /// <summary>From 0.02 to 5.1.</summary>
    public float Strength => Weight * Unit;

    internal static Term Of(string name, double strength) => new(Fnv.Of(name), (byte)Math.Clamp(Math.Round(strength / Unit), 1, byte.MaxValue));
}

/// <summary>What an article is about, made from what it says and where it is filed. The figures were found by measuring: docs/decisions/021.</summary>
public static class Fingerprints
{
    /// <summary>Stands beside each that is stored. Another number: they are made anew, as they are when the keys of words change.</summary>
    public const int Version = 2000 + NameFolding.Version;

    /// <summary>More terms tell little more and cost room for every article.</summary>
    internal const int Most = 96;

    const double AsTopic = 4, AsPlace = 2;

    const int TermBytes = 5;

    /// <summary>What an article is about, the most important first.</summary>
    public static Term[] Of(Article article) => Of(article, new());

    /// <param name="article">With its places and topics.</param>
    /// <param name="known">Words that were folded before, each with its language: articles share most of theirs.</param>
    internal static Term[] Of(Article article, ConcurrentDictionary<(string Language, string Word), FoldedWord> known)
    {
        WordCounts counts = new(article.Language, known);
        counts.Add(article.Headline, WordCounts.InHeadline);
        counts.Add(article.Deck, WordCounts.InDeck);
        counts.Add(BodyText.Of(article.Body), WordCounts.InBody);
        return [.. counts.Strengths()
            // Any other thing that articles of several languages share goes in here, as these two do.
            .Concat(article.Topics.Select(t => ($"topic {t.Id:N}", AsTopic))).Concat(article.Places.Select(p => ($"place {p.Id:N}", AsPlace)))
            .OrderByDescending(t => t.Item2).ThenBy(t => t.Item1, StringComparer.Ordinal).Take(Most).Select(t => Term.Of(t.Item1, t.Item2))];
    }

    public static byte[] Pack(ReadOnlySpan<Term> terms)
    {
        var bytes = new byte[terms.Length * TermBytes];
        for (int i = 0; i < terms.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * TermBytes), terms[i].Hash);
            bytes[i * TermBytes + 4] = terms[i].Weight;
        }
        return bytes;
    }

    public static Term[] Unpack(ReadOnlySpan<byte> bytes)
    {
        var terms = new Term[bytes.Length / TermBytes];
        Unpack(bytes, terms);
        return terms;
    }

    /// <summary>The same, into room that is there; what has no room is left out.</summary>
    /// <returns>How many there are.</returns>
    internal static int Unpack(ReadOnlySpan<byte> bytes, Span<Term> terms)
    {
        var count = Math.Min(bytes.Length / TermBytes, terms.Length);
        for (int i = 0; i < count; i++) terms[i] = new Term(BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * TermBytes)..]), bytes[i * TermBytes + 4]);
        return count;
    }
}
