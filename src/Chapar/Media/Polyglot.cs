using System.Text;
using Chapar.Text;

namespace Chapar.Media;

/// <summary>
/// Finds what is an image and something else at once: a file that a browser, a viewer or an unpacker would take for a page, a program or an archive. Readers never
/// get an original, but colleagues do, and a copy of the folder may be served by anything.
/// </summary>
/// <remarks>Photos of phones have other photos or a film behind them: that alone is nothing bad, and they are taken.</remarks>
static class Polyglot
{
    /// <summary>Where readers of PDF look for its sign (ISO 32000, annex H).</summary>
    const int StartOfPdf = 1024;

    /// <summary>The record at the end of an archive and the longest remark behind it (APPNOTE 4.3.16).</summary>
    const int Record = 22, LongestEnd = Record + 65_535;

    const int Buffer = 256 * 1024;

    /// <summary>Followed by a blank or a bracket; by chance they stand in no photo (one in a million).</summary>
    static readonly string[] markup = ["<script", "<?php", "<html", "<iframe"];

    static readonly int longest = markup.Max(sign => sign.Length) + 1;

    /// <summary>What else the file is, or null.</summary>
    public static async Task<Sentence?> FindAsync(string file, CancellationToken stop)
    {
        await using var content = File.OpenRead(file);
        var buffer = new byte[Buffer];
        int kept = 0, read;
        bool isFirst = true;
        while ((read = await content.ReadAtLeastAsync(buffer.AsMemory(kept), buffer.Length - kept, throwOnEndOfStream: false, stop)) > 0)
        {
            var piece = buffer.AsSpan(0, kept + read);
            if (isFirst && piece[..Math.Min(piece.Length, StartOfPdf)].IndexOf("%PDF-"u8) >= 0) return new("picture.kind.pdf");
            if ((isFirst && IsScript(piece)) || HasMarkup(piece)) return new("picture.kind.page");
            isFirst = false;
            // A sign may lie across two pieces.
            kept = Math.Min(longest, piece.Length);
            piece[^kept..].CopyTo(buffer);
        }
        return await IsArchiveAsync(content, stop) ? new("picture.kind.archive") : null;
    }

    /// <summary>A remark of JavaScript in the place of a width, "GIF89a/*", or of the first segment's length in a JPEG.</summary>
    static bool IsScript(ReadOnlySpan<byte> start) =>
        start.Length > 8 && (start[0] switch { 0xFF => start[4..6], (byte)'G' => start[6..8], _ => default }).SequenceEqual("/*"u8);

    static bool HasMarkup(ReadOnlySpan<byte> piece)
    {
        for (int at; (at = piece.IndexOf((byte)'<')) >= 0; piece = piece[(at + 1)..])
        {
            var rest = piece[at..];
            foreach (var sign in markup)
                if (rest.Length > sign.Length && Ascii.EqualsIgnoreCase(rest[..sign.Length], sign) && rest[sign.Length] is (byte)' ' or (byte)'>' or (byte)'\t' or (byte)'\n' or (byte)'\r') return true;
        }
        return false;
    }

    /// <summary>ZIP, and all that is made as one: its last record says how much of a remark is behind it, up to the end of the file.</summary>
    static async Task<bool> IsArchiveAsync(FileStream content, CancellationToken stop)
    {
        content.Position = Math.Max(0, content.Length - LongestEnd);
        var end = new byte[content.Length - content.Position];
        await content.ReadExactlyAsync(end, stop);
        for (int at = end.Length - Record; at >= 0; at--)
            if (end.AsSpan(at).StartsWith("PK\u0005\u0006"u8) && end[at + 20] + (end[at + 21] << 8) == end.Length - at - Record) return true;
        return false;
    }
}
