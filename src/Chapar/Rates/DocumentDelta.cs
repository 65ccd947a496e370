using System.Buffers.Binary;

namespace Chapar.Rates;

/// <summary>What one document says that another does not: stretches to copy from the base, and the bytes between them. Each part is written as the
/// count of new bytes, the length of the copy, and how far its place is from where the last copy ended. All new bytes stand after all parts:
/// apart from each other, figures and lengths compress better.</summary>
static class DocumentDelta
{
    /// <summary>Shorter stretches are not worth their three numbers.</summary>
    const int Shortest = 8;

    /// <summary>A stretch from elsewhere must be longer: the same few letters stand in every row.</summary>
    const int ShortestElsewhere = 40;

    /// <summary>Where a stretch is looked for first, beside the place at which the last one would go on: figures grow and lose a digit.</summary>
    static readonly int[] nearby = [0, 1, -1, 2, -2, 3, -3];

    /// <summary>Longer documents are not compared: a history is kept whole.</summary>
    const int Longest = DocumentText.OneDay;

    /// <returns>The delta; all bytes as new ones where a document is too long.</returns>
    public static byte[] Write(byte[] basis, byte[] bytes)
    {
        List<byte> parts = [], fresh = [];
        Dictionary<ulong, int> places = [];
        if (Math.Max(basis.Length, bytes.Length) > Longest)
            basis = [];
        else
            for (int i = basis.Length - Shortest; i >= 0; i--)
                places[Window(basis, i)] = i;
        int at = 0, told = 0, expected = 0;
        while (at + Shortest <= bytes.Length)
        {
            (int place, int length) = Stretch(expected + at - told);
            if (length == 0)
            {
                at++;
                continue;
            }
            WritePart(bytes.AsSpan(told, at - told), length, place - expected);
            (at, told, expected) = (at + length, at + length, place + length);
        }
        WritePart(bytes.AsSpan(told), 0, 0);
        List<byte> delta = [];
        Numbers.Write(delta, (ulong)parts.Count);
        return [.. delta, .. parts, .. fresh];

        (int Place, int Length) Stretch(int likely)
        {
            ulong window = Window(bytes, at);
            foreach (int shift in nearby)
                if (likely + shift >= 0 && likely + shift + Shortest <= basis.Length && Window(basis, likely + shift) == window)
                    return (likely + shift, Common(likely + shift));
            return places.TryGetValue(window, out int elsewhere) && Common(elsewhere) >= ShortestElsewhere ? (elsewhere, Common(elsewhere)) : default;
        }

        int Common(int place) => basis.AsSpan(place).CommonPrefixLength(bytes.AsSpan(at));

        void WritePart(ReadOnlySpan<byte> between, int length, int moved)
        {
            Numbers.Write(parts, (ulong)between.Length);
            Numbers.Write(parts, (ulong)length);
            Numbers.WriteSigned(parts, moved);
            fresh.AddRange(between);
        }
    }

    public static byte[] Read(byte[] basis, byte[] delta)
    {
        List<byte> bytes = [];
        int at = 0, place = 0;
        int fresh = (int)Numbers.Read(delta, ref at);
        for (int end = fresh += at; at < end;)
        {
            int between = (int)Numbers.Read(delta, ref at), length = (int)Numbers.Read(delta, ref at);
            place += (int)Numbers.ReadSigned(delta, ref at);
            bytes.AddRange(delta.AsSpan(fresh, between));
            bytes.AddRange(basis.AsSpan(place, length));
            fresh += between;
            place += length;
        }
        return [.. bytes];
    }

    static ulong Window(byte[] bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
}
