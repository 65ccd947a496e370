using System.Text.Encodings.Web;
using Chapar.Search;
using Microsoft.AspNetCore.Html;

namespace Chapar.Reader.Finding;

/// <summary>A text in which the hits are marked. The text is whatever somebody wrote: all of it is encoded, only the marks are ours.</summary>
public sealed class Marked(IReadOnlyList<TextPiece> pieces) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (text, isHit) in pieces)
        {
            if (isHit) writer.Write("<mark>");
            encoder.Encode(writer, text);
            if (isHit) writer.Write("</mark>");
        }
    }
}
