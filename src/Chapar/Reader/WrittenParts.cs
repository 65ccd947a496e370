using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Chapar.Pages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Chapar.Reader;

/// <summary>
/// The HTML of parts that stand on many pages (the item of a list, the ticker), written once for each look. It belongs to the very object it
/// was written of, which <see cref="Remembered"/> checks by its edition names: when that is read anew, its HTML is written anew, and needs no names of its own.
/// </summary>
public sealed class WrittenParts
{
    /// <summary>Of 1 to 2 KB. Past it all are forgotten, and written again as they are asked for.</summary>
    const int Most = 10_000;

    /// <summary>Looks of one part: more than the pages of a day give it.</summary>
    const int MostLooks = 12;

    /// <summary>All that HTML is made of beside the part: how it is shown, and what the page says of itself.</summary>
    readonly record struct Look(object How, string Language, bool IsText, bool IsFile, DateOnly Today);

    ConditionalWeakTable<object, Written[]> parts = [];
    int count;

    /// <summary>The part, written when it is not yet.</summary>
    /// <param name="part">Never altered, and in the hands of <see cref="Remembered"/> if it is to last.</param>
    /// <param name="how">Compared by value.</param>
    /// <param name="page">The page it stands on.</param>
    /// <param name="write">May look at the part, at how, and at the page's language, portion and day; at nothing else.</param>
    public async ValueTask<IHtmlContent> WriteAsync(object part, object how, ReaderPage page, Func<ValueTask<string>> write)
    {
        var look = new Look(how, page.Language, page.Portion.IsText, page.IsFile, DateOnly.FromDateTime(page.Dates.Local(page.Now)));
        var table = parts;
        var known = table.TryGetValue(part, out var all) ? all : [];
        foreach (var written in known)
            if (written.Look == look) return written;
        var made = new Written(look, Encoding.UTF8.GetBytes(await write()));
        if (Interlocked.Increment(ref count) > Most) (parts, count) = (table = [], 1);
        // Two pages at once write the same twice, at worst.
        table.AddOrUpdate(part, known.Length < MostLooks ? [.. known, made] : [made]);
        return made;
    }

    /// <summary>In UTF-8, half as large as a string.</summary>
    sealed class Written(Look look, byte[] html) : IHtmlContent
    {
        public Look Look { get; } = look;

        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var characters = ArrayPool<char>.Shared.Rent(html.Length);
            writer.Write(characters, 0, Encoding.UTF8.GetChars(html, characters));
            ArrayPool<char>.Shared.Return(characters);
        }
    }
}

/// <summary>How views put written parts into pages.</summary>
static class WrittenHtml
{
    /// <summary>An article as an item of a list.</summary>
    public static ValueTask<IHtmlContent> TeaserAsync(this IHtmlHelper html, TeaserLook look) =>
        look.Page.Desk.Written.WriteAsync(look.Item, look.How, look.Page, () => ValueTask.FromResult(PartHtml.Teaser(look, Encoder(html))));

    /// <summary>The official rates at the head of a page.</summary>
    public static ValueTask<IHtmlContent> TickerAsync(this IHtmlHelper html, ReaderPage page) =>
        page.Desk.Written.WriteAsync(page.Furniture.Ticker, "ticker", page, async () =>
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            (await html.PartialAsync("_Ticker", page)).WriteTo(text, Encoder(html));
            return text.ToString();
        });

    static HtmlEncoder Encoder(IHtmlHelper html) => html.ViewContext.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>();
}
