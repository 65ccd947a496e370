using Chapar.Articles;
using Chapar.Media;

namespace Chapar.Reader;

/// <summary>How one item of a list is shown.</summary>
/// <param name="Page">The page it stands on.</param>
/// <param name="Item">The article.</param>
/// <param name="Level">Level of the heading that holds its headline: 2 or 3.</param>
/// <param name="Sizes">The <c>sizes</c> of its picture; empty shows none.</param>
/// <param name="Deck">False leaves the deck out.</param>
/// <param name="Section">False leaves the section out, where the list is the section's.</param>
/// <param name="Voice">True where who speaks comes before what is said.</param>
/// <param name="Lead">True for the first story of the front: the largest, and its picture is fetched first.</param>
public sealed record TeaserLook(ReaderPage Page, Teaser Item, int Level = 3, string Sizes = "", bool Deck = true, bool Section = true, bool Lead = false, bool Voice = false)
{
    /// <summary>All of it but the page and the article.</summary>
    public object How => (Level, Sizes, Deck, Section, Lead, Voice);

    /// <summary>News is what a newspaper brings anyway: only other formats are named.</summary>
    public bool NamesFormat => Item.Format != Format.News;
}

/// <summary>Headlines only, with their times or, for the most read, with their place.</summary>
public sealed record HeadlinesLook(ReaderPage Page, IReadOnlyList<Teaser> Items, bool Ranked = false);

/// <summary>One picture in three formats and five widths.</summary>
/// <param name="AlternativeText">Empty beside a headline that says the same.</param>
/// <param name="Lang">The language of that text where it is not the page's.</param>
/// <param name="First">True for the one picture of a page that is seen at once.</param>
public sealed record PictureLook(PictureFace Face, Shape Shape, string AlternativeText, string Sizes, bool First = false, string? Lang = null)
{
    const int UsualWidth = 800;

    /// <summary>The width in the src attribute, for browsers that know no srcset.</summary>
    public int Width => Renditions.WidthsOf(Face).Where(w => w <= UsualWidth).DefaultIfEmpty(Renditions.WidthsOf(Face)[0]).Max();
}
