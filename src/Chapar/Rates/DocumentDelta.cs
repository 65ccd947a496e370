using System.Buffers.Binary;

namespace Chapar.Rates;

/// <summary>What one document says that another does not: stretches to copy from the base, and the bytes between them. Each is written as the
/// length of new bytes, the bytes, the length of the copy, and how far its place is from where the last copy ended.</summary>
static class DocumentDelta
{
    /// <summary>Shorter stretches are not worth their three numbers.</summary>
    const int Shortest = 8;

    /// <summary>Longer documents are not compared: a history is kept whole.</summary>
    const int Longest = DocumentText.OneDay;

    /// <returns>The delta; all bytes as new ones where a document is too long.</returns>
    public static byte[] Write(byte[] basis, byte[] bytes)
    {
        List<byte> delta = [];
        Dictionary<ulong, int> places = [];
        if (Math.Max(basis.Length, bytes.Length) <= Longest)
            for (int i = basis.Length - Shortest; i >= 0; i--)
                places[Window(basis, i)] = i;
        int at = 0, told = 0, expected = 0;
        while (at + Shortest <= bytes.Length)
        {
            // Where the last copy would go on after as many other bytes is the likeliest place, and costs least to write.
            int place = expected + at - told;
            if (place + Shortest > basis.Length || Window(basis, place) != Window(bytes, at))
                place = places.GetValueOrDefault(Window(bytes, at), -1);
            int length = place < 0 || places.Count == 0 ? 0 : basis.AsSpan(place).CommonPrefixLength(bytes.AsSpan(at));
            if (length < Shortest)
            {
                at++;
                continue;
            }
            WritePart(bytes.AsSpan(told, at - told), length, place - expected);
            (at, told, expected) = (at + length, at + length, place + length);
        }
        WritePart(bytes.AsSpan(told), 0, 0);
        return [.. delta];

        void WritePart(ReadOnlySpan<byte> fresh, int length, int moved)
        {
            Numbers.Write(delta, (ulong)fresh.Length);
            delta.AddRange(fresh);
            Numbers.Write(delta, (ulong)length);
            Numbers.WriteSigned(delta, moved);
        }
    }

    public static byte[] Read(byte[] basis, byte[] delta)
    {
        List<byte> bytes = [];
        int place = 0;
        for (int at = 0; at < delta.Length;)
        {
            int fresh = (int)Numbers.Read(delta, ref at);
            bytes.AddRange(delta.AsSpan(at, fresh));
            at += fresh;
            int length = (int)Numbers.Read(delta, ref at);
            place += (int)Numbers.ReadSigned(delta, ref at);
            bytes.AddRange(basis.AsSpan(place, length));
            place += length;
        }
        return [.. bytes];
    }

    static ulong Window(byte[] bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
}
