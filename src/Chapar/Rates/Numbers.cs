namespace Chapar.Rates;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, the lowest first. Signed ones go 0, -1, 1, -2 ...</summary>
static class Numbers
{
    public static void Write(List<byte> bytes, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
            bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
    }

    public static void WriteSigned(List<byte> bytes, long number) => Write(bytes, (ulong)((number << 1) ^ (number >> 63)));

    /// <summary>The number at a place, which moves behind it.</summary>
    public static ulong Read(byte[] bytes, ref int at)
    {
        ulong number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = bytes[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return number;
        }
    }

    public static long ReadSigned(byte[] bytes, ref int at)
    {
        ulong number = Read(bytes, ref at);
        return (long)(number >> 1) ^ -(long)(number & 1);
    }
}
