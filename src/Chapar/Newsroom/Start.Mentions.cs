using Chapar.Articles;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom;

/// <summary>A comment in which somebody is mentioned who has not opened it yet.</summary>
public sealed record MentionLine(Guid Story, Guid Comment, string Headline, string Language, string By, string Text, DateTime At);

/// <summary>Who asks for one's attention.</summary>
public sealed partial class StartModel
{
    /// <summary>So many are named; the others follow as these are opened.</summary>
    const int MostMentions = 20;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<MentionLine> Mentions { get; private set; } = [];

    /// <summary>Those in stories that may be read: what has gone into hands that keep it closed asks for nothing.</summary>
    async Task<IReadOnlyList<MentionLine>> MentionsAsync()
    {
        var (me, reads) = (Me.Id, May(Right.ReadDrafts));
        return await (from mention in Db.Mentions
                      where mention.StaffId == me && mention.OpenedAt == null
                      join comment in Db.Comments on mention.CommentId equals comment.Id
                      join article in Db.Articles on comment.ArticleId equals article.Id
                      let draft = Db.Drafts.FirstOrDefault(d => d.ArticleId == article.Id)
                      where reads || article.OwnerId == me || (draft == null && article.Status == ArticleStatus.Published)
                      join author in Db.Staff on comment.AuthorId equals author.Id
                      orderby comment.Id descending
                      select new MentionLine(article.Id, comment.Id, draft == null ? article.Headline : draft.Headline, article.Language, author.Name, comment.Text, comment.WrittenAt))
            .Take(MostMentions).ToListAsync(Stop);
    }
}
