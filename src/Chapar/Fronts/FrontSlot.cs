using Chapar.Articles;

namespace Chapar.Fronts;

/// <summary>One place on a front that an editor filled by hand. Slots not filled fall back to the newest.</summary>
public sealed class FrontSlot
{
    FrontSlot() { }

    public FrontSlot(string front, int position, Guid articleId)
    {
        Front = front;
        Position = position;
        ArticleId = articleId;
    }

    /// <summary>The front of the home page in this language.</summary>
    public static string Home(string language) => $"home:{language}";

    /// <summary>"home:en".</summary>
    public string Front { get; private set; } = "";

    /// <summary>0 is the lead story, 1 and up the secondary ones.</summary>
    public int Position { get; private set; }

    public Guid ArticleId { get; private set; }
    public Article? Article { get; private set; }

    public void Fill(Guid articleId) => ArticleId = articleId;
}
