using System.Buffers.Binary;
using System.Text;

namespace Chapar.Media;

/// <summary>The few data sets of an IPTC-IIM record (version 4.2) that a newsroom needs.</summary>
static class Iptc
{
    const byte Marker = 0x1C;

    /// <param name="block">The records as they are, or a Photoshop block around them: the first marker is looked for.</param>
    public static FileNotes Read(byte[] block)
    {
        var sets = Sets(block);
        var text = sets.ContainsKey((1, 90)) ? Encoding.UTF8 : null;
        return new(FileNotes.JoinCredit(Value(2, 80), Value(2, 110)), Value(2, 116), Value(2, 120));

        string Value(byte record, byte set) => sets.TryGetValue((record, set), out var values)
            ? string.Join(", ", values.Select(v => (text ?? Guess(v)).GetString(v)))
            : "";
    }

    static Dictionary<(byte Record, byte Set), List<byte[]>> Sets(byte[] block)
    {
        Dictionary<(byte, byte), List<byte[]>> sets = [];
        var rest = block.AsSpan();
        // The first data set is 1:00, 1:90 or 2:00; the marker alone also occurs by chance.
        var start = First(rest.IndexOf("\x1C\x01"u8), rest.IndexOf("\x1C\x02"u8));
        if (start < 0) return sets;
        rest = rest[start..];
        while (rest.Length >= 5 && rest[0] == Marker)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[3..]);
            // Above 32,767 the number is the length of a longer number: nothing of ours is that long.
            if (length > short.MaxValue || rest.Length < 5 + length) break;
            var key = (rest[1], rest[2]);
            if (!sets.TryGetValue(key, out var values)) sets[key] = values = [];
            values.Add(rest.Slice(5, length).ToArray());
            rest = rest[(5 + length)..];
        }
        return sets;
    }

    static int First(int one, int other) => one < 0 ? other : other < 0 ? one : Math.Min(one, other);

    /// <summary>Files without a declared encoding hold UTF-8 or, from older programs, Latin 1.</summary>
    static Encoding Guess(byte[] value) => System.Text.Unicode.Utf8.IsValid(value) ? Encoding.UTF8 : Encoding.Latin1;
}
