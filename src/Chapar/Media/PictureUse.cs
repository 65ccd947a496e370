namespace Chapar.Media;

/// <summary>A story shows a picture, as its lead or in its text. Written with each save of the story (<see cref="Database.ShownPictures"/>).</summary>
public sealed class PictureUse
{
    PictureUse() { }

    public PictureUse(Guid pictureId, Guid articleId, bool inDraft)
    {
        PictureId = pictureId;
        ArticleId = articleId;
        InDraft = inDraft;
    }

    public Guid PictureId { get; private set; }
    public Guid ArticleId { get; private set; }

    /// <summary>In the working copy, rather than in the article itself.</summary>
    public bool InDraft { get; private set; }
}
