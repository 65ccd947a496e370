using Chapar.Articles;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chapar.Database.Mappings;

sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(c => c.Id).ValueGeneratedNever();
        comment.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId);
        comment.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.ResolvedById).OnDelete(DeleteBehavior.Restrict);
        // Whoever takes the first one back in the moment in which somebody answers is refused by it.
        comment.HasOne<Comment>().WithMany().HasForeignKey(c => c.ThreadId).OnDelete(DeleteBehavior.Restrict);
        comment.HasMany(c => c.Mentions).WithOne().HasForeignKey(m => m.CommentId);
        comment.HasIndex(c => new { c.ArticleId, c.ResolvedAt });
    }
}

sealed class MentionMapping : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> mention)
    {
        mention.HasKey(m => new { m.CommentId, m.StaffId });
        mention.HasOne<StaffMember>().WithMany().HasForeignKey(m => m.StaffId);
        mention.HasIndex(m => new { m.StaffId, m.OpenedAt });
    }
}
