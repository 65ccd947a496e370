using Chapar.Articles;

namespace Chapar.Fronts;

/// <summary>One place on a front as readers have it, filled by hand. Slots not filled fall back to the newest.</summary>
public sealed class FrontSlot
{
    FrontSlot() { }

    public FrontSlot(string front, int position, Guid articleId)
        : this(front, position, new FrontItem(articleId)) { }

    public FrontSlot(string front, int position, FrontItem item)
    {
        Front = front;
        Position = position;
        Fill(item);
    }

    /// <summary>Slots of every front: the lead and four more.</summary>
    public const int Count = 5;

    /// <summary>The front of the home page in this language.</summary>
    public static string Home(string language) => $"home:{language}";

    /// <summary>The front of a section in this language.</summary>
    public static string Section(Guid id, string language) => $"section:{id:N}:{language}";

    /// <summary>"home:en".</summary>
    public string Front { get; private set; } = "";

    /// <summary>0 is the lead story, 1 and up the secondary ones.</summary>
    public int Position { get; private set; }

    public Guid ArticleId { get; private set; }
    public Article? Article { get; private set; }

    /// <summary>The headline on this front; null for the story's own.</summary>
    public string? Headline { get; private set; }

    /// <summary>The picture on this front; null for the story's own.</summary>
    public Guid? PictureId { get; private set; }

    /// <summary>The instant (UTC) from which the slot counts as empty; null for never.</summary>
    public DateTime? PinnedUntil { get; private set; }

    public FrontItem Item => new(ArticleId, Headline, PictureId, PinnedUntil);

    public void Fill(Guid articleId) => Fill(new FrontItem(articleId));

    public void Fill(FrontItem item) => (ArticleId, Headline, PictureId, PinnedUntil) = (item.Article, item.Headline, item.Picture, item.Until);
}
