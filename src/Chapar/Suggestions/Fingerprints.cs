using System.Buffers.Binary;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Text;

namespace Chapar.Suggestions;

/// <summary>One thing an article is about: a word, a name, a place or a topic, as a number.</summary>
public readonly record struct Term(int Hash, float Weight);

/// <summary>What an article is about, made from what it says and where it is filed.</summary>
public static class Fingerprints
{
    /// <summary>More terms tell little more and cost memory for every article.</summary>
    const int Most = 48;

    /// <summary>Words are compared by their beginnings: enough to bring the cases of one word together in all seven languages.</summary>
    const int Beginning = 6;

    const float InHeadline = 3, InDeck = 2, InBody = 1, AsName = 2, AsTopic = 6, AsPlace = 3;

    static readonly HashSet<string> Common = [.. Folding.Words("""
        about after again against also although among another because been before being between both could does doing down during each either even every first from further have
        having here into itself just last less like made make many more most much must near never next nothing often only other over said same says should since some still such than that
        their them then there these they this those three through time under until very want well were what when where which while will with within without would year years your people
        более больше быть была были было вместе всего всех даже другие если есть ещё после когда которая которое которые который которых между может можно нужно один однако около
        перед подо просто также такие такой теперь только того тоже тому этих этого этой этом хотя чего через чтобы этот году года лет людей сказал сказала говорит
        """).Select(Cut)];

    public static IReadOnlyList<Term> Of(Article article)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        Count(weights, article.Headline, InHeadline);
        Count(weights, article.Deck, InDeck);
        Count(weights, BodyText.Of(article.Body), InBody);
        // A word said ten times is not ten times as important.
        var words = weights.Select(w => (Word: w.Key, Weight: 1 + MathF.Log(w.Value)));
        return [.. words.Concat(article.Topics.Select(t => (Word: $"topic {t.Id:N}", Weight: AsTopic))).Concat(article.Places.Select(p => (Word: $"place {p.Id:N}", Weight: AsPlace)))
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Word, StringComparer.Ordinal).Take(Most).Select(t => new Term(Hash(t.Word), t.Weight))];
    }

    static void Count(Dictionary<string, float> weights, string text, float weight)
    {
        bool startsSentence = true;
        for (int i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                if (text[i] is '.' or '!' or '?' or '\n' or ':' or '“' or '«' or '"') startsSentence = true;
                i++;
                continue;
            }
            int end = i;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '’' or '\'' or 'ʻ' or 'ʼ')) end++;
            var isName = char.IsUpper(text[i]) && !startsSentence;
            // More than the beginning is folded, since folding drops some signs.
            var word = Cut(Folding.Fold(text[i..Math.Min(end, i + 2 * Beginning)]));
            if (word.Length >= (isName ? 3 : 4) && !Common.Contains(word))
                weights[word] = weights.GetValueOrDefault(word) + weight * (isName ? AsName : 1);
            startsSentence = false;
            i = end;
        }
    }

    static string Cut(string word) => word.Length > Beginning ? word[..Beginning] : word;

    /// <summary>FNV-1a, 32 bits: the same in every process, since it is stored.</summary>
    static int Hash(string word)
    {
        uint hash = 2166136261;
        foreach (var c in word) hash = (hash ^ c) * 16777619;
        return (int)hash;
    }

    public static byte[] Pack(IReadOnlyList<Term> terms)
    {
        var bytes = new byte[terms.Count * 8];
        for (int i = 0; i < terms.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * 8), terms[i].Hash);
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * 8 + 4), terms[i].Weight);
        }
        return bytes;
    }

    public static Term[] Unpack(byte[] bytes)
    {
        var terms = new Term[bytes.Length / 8];
        for (int i = 0; i < terms.Length; i++)
            terms[i] = new Term(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(i * 8)), BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * 8 + 4)));
        return terms;
    }
}
