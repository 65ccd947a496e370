using Chapar.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chapar.Database.Mappings;

sealed class SharedTextMapping : IEntityTypeConfiguration<SharedText>
{
    public void Configure(EntityTypeBuilder<SharedText> text)
    {
        text.HasKey(t => t.ArticleId);
        text.Property(t => t.ArticleId).ValueGeneratedNever();
        text.HasOne<Article>().WithOne().HasForeignKey<SharedText>(t => t.ArticleId);
    }
}

sealed class SharedChangeMapping : IEntityTypeConfiguration<SharedChange>
{
    public void Configure(EntityTypeBuilder<SharedChange> change)
    {
        // Two processes that would give the same number: one of them is refused, and looks again.
        change.HasKey(c => new { c.ArticleId, c.Sequence });
        change.Property(c => c.Sequence).ValueGeneratedNever();
        change.HasOne<SharedText>().WithMany().HasForeignKey(c => c.ArticleId);
    }
}
