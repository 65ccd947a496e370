using Chapar.Authors;

namespace Chapar.Articles;

/// <summary>One author of one article, with what they did for it.</summary>
public sealed class Byline
{
    Byline() { }

    public Byline(Guid articleId, Author author, BylineRole role, int position)
    {
        ArticleId = articleId;
        Author = author;
        AuthorId = author.Id;
        Role = role;
        Position = position;
    }

    public Guid ArticleId { get; private set; }
    public Guid AuthorId { get; private set; }
    public Author? Author { get; private set; }
    public BylineRole Role { get; private set; }

    /// <summary>Order in the byline, from 0.</summary>
    public int Position { get; private set; }

    public void Stand(int position) => Position = position;
}
