using Chapar.Articles;
using Chapar.Articles.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chapar.Database.Mappings;

sealed class TranslationMapping : IEntityTypeConfiguration<Translation>
{
    public void Configure(EntityTypeBuilder<Translation> translation)
    {
        translation.HasKey(t => t.ArticleId);
        translation.Property(t => t.ArticleId).ValueGeneratedNever();
        translation.Property(t => t.Language).HasMaxLength(8);
        translation.HasOne<Article>().WithOne().HasForeignKey<Translation>(t => t.ArticleId);
        translation.HasOne<Article>().WithMany().HasForeignKey(t => t.SourceId);
        translation.HasIndex(t => new { t.TranslationGroup, t.Language }).IsUnique();
        // What is behind, the longest first.
        translation.HasIndex(t => t.ChangedSince);
    }
}
