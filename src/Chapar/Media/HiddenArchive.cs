using System.Buffers.Binary;

namespace Chapar.Media;

/// <summary>Tells an archive in the file of an image, by the signs that unpackers look for.</summary>
static class HiddenArchive
{
    /// <summary>The record at the end of a ZIP and the longest remark behind it (APPNOTE 4.3.16): so far back unpackers look for it, whatever stands behind.</summary>
    const int Record = 22, LongestEnd = Record + 65_535;

    /// <summary>The record of a large ZIP that says where its other records are (APPNOTE 4.3.15).</summary>
    const int Locator = 20;

    static ReadOnlySpan<byte> Rar => "Rar!\u001A\u0007"u8;

    static ReadOnlySpan<byte> SevenZip => [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C];

    /// <summary>RAR and 7z, whose unpackers search whole files for their sign: it is long enough for no photo to have it by chance.</summary>
    public static bool IsIn(ReadOnlySpan<byte> piece) => piece.IndexOf(Rar) >= 0 || piece.IndexOf(SevenZip) >= 0;

    /// <summary>ZIP, and all that is made as one, which is read from its end.</summary>
    public static bool HasEnd(FileStream content)
    {
        var from = Math.Max(0, content.Length - LongestEnd);
        var end = Read(content, from, LongestEnd);
        for (int at = end.Length - Record; at >= 0; at--)
            if (end.AsSpan(at).StartsWith("PK\u0005\u0006"u8) && IsEnd(content, from + at, end.AsSpan(at))) return true;
        return false;
    }

    /// <summary>The remark reaches to the end of the file; or, whatever stands behind, the list of contents is where the record says, counted from it or from the start.</summary>
    static bool IsEnd(FileStream content, long at, ReadOnlySpan<byte> record)
    {
        if (BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == record.Length - Record) return true;
        var (size, start) = (BinaryPrimitives.ReadUInt32LittleEndian(record[12..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]));
        return Has(content, at - size, "PK\u0001\u0002"u8) || Has(content, start, "PK\u0001\u0002"u8) || Has(content, at - Locator, "PK\u0006\u0007"u8);
    }

    static bool Has(FileStream content, long at, ReadOnlySpan<byte> sign) => at >= 0 && Read(content, at, sign.Length).AsSpan().SequenceEqual(sign);

    static byte[] Read(FileStream content, long at, int most)
    {
        content.Position = at;
        var bytes = new byte[Math.Clamp(content.Length - at, 0, most)];
        content.ReadExactly(bytes);
        return bytes;
    }
}
