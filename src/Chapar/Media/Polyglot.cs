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

    const int Buffer = 256 * 1024;

    /// <summary>What else the file is, or null.</summary>
    public static async Task<Sentence?> FindAsync(string file, CancellationToken stop)
    {
        await using var content = File.OpenRead(file);
        var buffer = new byte[Buffer];
        int kept = 0, read;
        var isFirst = true;
        var script = HiddenScript.Sign.None;
        bool isLittle = false, isBig = false, isOfCamera = false;
        PictureKind? kind = null;
        while ((read = await content.ReadAtLeastAsync(buffer.AsMemory(kept), buffer.Length - kept, throwOnEndOfStream: false, stop)) > 0)
        {
            var piece = buffer.AsSpan(0, kept + read);
            if (isFirst)
            {
                if (piece[..Math.Min(piece.Length, StartOfPdf)].IndexOf("%PDF-"u8) >= 0) return new("picture.kind.pdf");
                (kind, script, isOfCamera) = (PictureKind.Of(piece), HiddenScript.In(piece), Behind.IsOfCamera(piece));
                (isLittle, isBig) = (HiddenScript.IsWide(piece, isBig: false), HiddenScript.IsWide(piece, isBig: true));
                if (script == HiddenScript.Sign.Sure) return new("picture.kind.page");
            }
            if (HiddenMarkup.IsIn(piece) || (script == HiddenScript.Sign.IfDeclared && HiddenScript.Declares(piece))) return new("picture.kind.page");
            if ((isLittle && WideText.IsIn(piece, isBig: false)) || (isBig && WideText.IsIn(piece, isBig: true))) return new("picture.kind.page");
            if (HiddenArchive.IsIn(piece)) return new("picture.kind.archive");
            isFirst = false;
            // A sign may lie across two pieces.
            kept = Math.Min(HiddenMarkup.LongestBytes, piece.Length);
            piece[^kept..].CopyTo(buffer);
        }
        if (HiddenArchive.HasEnd(content)) return new("picture.kind.archive");
        return kind is not null && ImageEnd.Of(content, kind) is { } end ? Behind.Find(content, end, isOfCamera) : null;
    }
}
