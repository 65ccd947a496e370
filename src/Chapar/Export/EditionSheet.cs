using System.Buffers;
using System.Text;

namespace Chapar.Export;

/// <summary>
/// What one hand works on: a page as it came, and as it goes to its file. Used again for each page, since memory of that size, taken anew
/// for each, is looked through so seldom that it adds up to more than all the rest.
/// </summary>
sealed class EditionSheet : IDisposable
{
    readonly ArrayBufferWriter<char> turned = new();
    char[] text = [];
    byte[] bytes = [];

    /// <summary>What the site answered.</summary>
    public MemoryStream Answer { get; } = new();

    /// <summary>The answer as it is; until the sheet is used again.</summary>
    public ReadOnlyMemory<byte> AsItCame => Answer.GetBuffer().AsMemory(0, (int)Answer.Length);

    /// <summary>The page with other links; until the sheet is used again.</summary>
    /// <param name="map">As <see cref="EditionLinks.InHtml(string, Func{string, string, string?})"/> takes it.</param>
    public ReadOnlyMemory<byte> WithLinks(Func<string, string, string?> map)
    {
        var came = AsItCame.Span;
        if (text.Length < came.Length) text = new char[came.Length * 2];
        var length = Encoding.UTF8.GetChars(came, text);
        turned.ResetWrittenCount();
        EditionLinks.InHtml(text.AsSpan(0, length), turned, map);
        var most = Encoding.UTF8.GetMaxByteCount(turned.WrittenCount);
        if (bytes.Length < most) bytes = new byte[most * 2];
        return bytes.AsMemory(0, Encoding.UTF8.GetBytes(turned.WrittenSpan, bytes));
    }

    public void Dispose() => Answer.Dispose();
}
