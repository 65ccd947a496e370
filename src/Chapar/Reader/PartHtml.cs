using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Chapar.Articles;
using Chapar.Media;
using Chapar.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Chapar.Reader;

/// <summary>The parts that stand twenty to forty times on a page, written without a view: finding one and giving it buffers takes longer than all it writes.</summary>
static class PartHtml
{
    /// <summary>One picture in three formats and five widths; nothing in the text edition.</summary>
    public static IHtmlContent Picture(this IHtmlHelper html, PictureLook look) =>
        Portion.Of(html.ViewContext.HttpContext).IsText ? HtmlString.Empty
        : new HtmlString(new StringBuilder().Picture(look, html.ViewContext.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>()).ToString());

    static StringBuilder Picture(this StringBuilder html, PictureLook look, HtmlEncoder encoder)
    {
        html.Append("<picture>");
        foreach (var type in Renditions.Types.SkipLast(1))
            html.Append("<source type=\"image/").Append(type).Append('"').Attribute("srcset", Renditions.SourceSet(look.Face, look.Shape, type), encoder).Attribute("sizes", look.Sizes, encoder).Append('>');
        var width = look.Width;
        return html.Append("<img").Attribute("src", Renditions.Address(look.Face, look.Shape, width, "jpg"), encoder)
            .Attribute("srcset", Renditions.SourceSet(look.Face, look.Shape, "jpg"), encoder).Attribute("sizes", look.Sizes, encoder)
            .Attribute("width", Number(width), encoder).Attribute("height", Number(Renditions.Height(look.Face, look.Shape, width)), encoder)
            .Attribute("alt", look.AlternativeText, encoder).Attribute("lang", look.Lang, encoder)
            .Append(look.First ? " fetchpriority=\"high\">" : " loading=\"lazy\" decoding=\"async\">").Append("</picture>");
    }

    /// <summary>An article as an item of a list. Looks at the article, at how it is shown, and at the page's language, portion and day; at nothing else (<see cref="WrittenParts"/>).</summary>
    public static string Teaser(TeaserLook look, HtmlEncoder encoder)
    {
        var (page, item) = (look.Page, look.Item);
        // Of another language than the page: said to those who see it and to what reads it aloud.
        var foreign = item.Language == page.Language ? null : item.Language;
        var html = new StringBuilder(2048).Append("<article class=\"teaser").Append(look.Lead ? " big\"" : "\"").Attribute("data-format", item.Format.Slug(), encoder).Append(">\n");
        if (look.Sizes.Length > 0 && item.Picture is { } picture && !page.Portion.IsText) html.Picture(new PictureLook(picture.Face, Shape.Card, "", look.Sizes, look.Lead), encoder).Append('\n');
        if (look.Voice) html.By(page, item, encoder);
        if (look.Section || look.NamesFormat || foreign is not null)
        {
            html.Append("<p class=\"label\">");
            if (look.Section) html.Append("<b").Attribute("lang", item.SectionLang, encoder).Append('>').Append(encoder.Encode(item.SectionName)).Append("</b> ");
            if (look.NamesFormat) html.Append("<span>").Append(encoder.Encode(page.W[$"format.{item.Format.Slug()}"])).Append("</span> ");
            if (foreign is not null) html.Append("<span").Attribute("lang", foreign, encoder).Append('>').Append(encoder.Encode(Languages.OwnName(foreign))).Append("</span>");
            html.Append("</p>\n");
        }
        var heading = look.Level == 2 ? "h2" : "h3";
        html.Append('<').Append(heading).Attribute("lang", foreign, encoder).Append("><a").Attribute("href", item.Path, encoder).Attribute("hreflang", foreign, encoder).Append('>')
            .Append(encoder.Encode(item.Headline)).Append("</a></").Append(heading).Append(">\n");
        if (look.Deck && item.Deck.Length > 0) html.Append("<p class=\"deck\"").Attribute("lang", foreign, encoder).Append('>').Append(encoder.Encode(item.Deck)).Append("</p>\n");
        if (!look.Voice) html.By(page, item, encoder);
        return html.Append("</article>").ToString();
    }

    /// <summary>Headlines only, with their times or, for the most read, with their place.</summary>
    public static IHtmlContent Headlines(this IHtmlHelper html, HeadlinesLook look)
    {
        var encoder = html.ViewContext.HttpContext.RequestServices.GetRequiredService<HtmlEncoder>();
        var page = look.Page;
        var list = new StringBuilder(2048).Append(look.Ranked ? "<ol class=\"times\">\n" : "<ul class=\"times\">\n");
        foreach (var item in look.Items)
        {
            list.Append("<li>");
            if (!look.Ranked) list.Append("<time").Attribute("datetime", page.Dates.Machine(item.PublishedAt), encoder).Append('>').Append(encoder.Encode(page.Dates.Brief(item.PublishedAt, page.Now))).Append("</time> ");
            var foreign = look.Ranked || item.Language == page.Language ? null : item.Language;
            list.Append("<a").Attribute("href", item.Path, encoder).Attribute("lang", foreign, encoder).Attribute("hreflang", foreign, encoder).Append('>').Append(encoder.Encode(item.Headline)).Append("</a>");
            if (foreign is not null) list.Append("<small").Attribute("lang", foreign, encoder).Append('>').Append(encoder.Encode(Languages.OwnName(foreign))).Append("</small>");
            list.Append("</li>\n");
        }
        return new HtmlString(list.Append(look.Ranked ? "</ol>" : "</ul>").ToString());
    }

    static void By(this StringBuilder html, ReaderPage page, Teaser item, HtmlEncoder encoder)
    {
        html.Append("<p class=\"by\">");
        if (item.Authors.Count > 0) html.Append("<span>").Append(page.Names(item.Authors)).Append("</span> ");
        html.Append("<time").Attribute("datetime", page.Dates.Machine(item.PublishedAt), encoder).Append('>').Append(encoder.Encode(page.Dates.Brief(item.PublishedAt, page.Now))).Append("</time></p>\n");
    }

    static StringBuilder Attribute(this StringBuilder html, string name, string? value, HtmlEncoder encoder) =>
        value is null ? html : html.Append(' ').Append(name).Append("=\"").Append(encoder.Encode(value)).Append('"');

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
