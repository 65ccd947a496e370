using Chapar.Articles;
using Chapar.Suggestions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chapar.Database.Mappings;

sealed class ArticleMapping : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> article)
    {
        article.HasIndex(a => a.Path).IsUnique();
        article.HasIndex(a => new { a.Language, a.Status, a.FirstPublishedAt });
        article.HasIndex(a => new { a.SectionId, a.Language, a.Status, a.FirstPublishedAt });
        article.HasIndex(a => new { a.Format, a.Language, a.Status, a.FirstPublishedAt });
        article.HasIndex(a => a.TranslationGroup);
        article.HasIndex(a => a.OwnerId);
        article.Property(a => a.Language).HasMaxLength(8);
        article.Property(a => a.ChangedAt).IsConcurrencyToken();
        article.HasOne(a => a.Section).WithMany().OnDelete(DeleteBehavior.Restrict);
        article.HasOne(a => a.Lead).WithMany().OnDelete(DeleteBehavior.Restrict);
        article.HasMany(a => a.Places).WithMany().UsingEntity("ArticlePlaces");
        article.HasMany(a => a.Topics).WithMany().UsingEntity("ArticleTopics");
        article.HasMany(a => a.Bylines).WithOne().HasForeignKey(b => b.ArticleId);
        article.HasMany(a => a.Revisions).WithOne().HasForeignKey(r => r.ArticleId);
        article.HasMany(a => a.Corrections).WithOne(c => c.Article).HasForeignKey(c => c.ArticleId);
    }
}

sealed class BylineMapping : IEntityTypeConfiguration<Byline>
{
    public void Configure(EntityTypeBuilder<Byline> byline)
    {
        byline.HasKey(b => new { b.ArticleId, b.AuthorId, b.Role });
        byline.HasOne(b => b.Author).WithMany().OnDelete(DeleteBehavior.Restrict);
        byline.HasIndex(b => b.AuthorId);
    }
}

sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.HasKey(d => d.ArticleId);
        draft.Property(d => d.ArticleId).ValueGeneratedNever();
        draft.Property(d => d.Key).IsConcurrencyToken();
        draft.HasOne<Article>().WithOne().HasForeignKey<Draft>(d => d.ArticleId);
        draft.HasIndex(d => new { d.Stage, d.ReleaseAt });
    }
}

sealed class LinkAnswerMapping : IEntityTypeConfiguration<LinkAnswer>
{
    public void Configure(EntityTypeBuilder<LinkAnswer> answer)
    {
        answer.HasKey(a => a.Address);
        answer.Property(a => a.Address).HasMaxLength(LinkAnswer.LongestAddress);
        answer.HasIndex(a => a.AskedAt);
    }
}

sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> assignment)
    {
        assignment.Property(a => a.Id).ValueGeneratedNever();
        assignment.Property(a => a.ChangedAt).IsConcurrencyToken();
        assignment.HasOne<Article>().WithMany().HasForeignKey(a => a.ArticleId).OnDelete(DeleteBehavior.SetNull);
        assignment.HasIndex(a => a.DueAt);
    }
}

sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.Property(r => r.Id).ValueGeneratedNever();
        revision.HasIndex(r => new { r.ArticleId, r.Number }).IsUnique();
    }
}

sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.Property(c => c.Id).ValueGeneratedNever();
        correction.HasIndex(c => c.At);
    }
}

sealed class PlainPageMapping : IEntityTypeConfiguration<PlainPage>
{
    public void Configure(EntityTypeBuilder<PlainPage> page)
    {
        page.HasIndex(p => p.Path).IsUnique();
    }
}

sealed class RedirectMapping : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> redirect) => redirect.HasKey(r => r.From);
}

sealed class SuggestionMapping : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> suggestion)
    {
        suggestion.HasKey(s => new { s.ArticleId, s.Position });
        suggestion.HasOne<Article>().WithMany().HasForeignKey(s => s.ArticleId);
        suggestion.HasOne<Article>().WithMany().HasForeignKey(s => s.SuggestedId);
    }
}

sealed class FingerprintMapping : IEntityTypeConfiguration<Fingerprint>
{
    public void Configure(EntityTypeBuilder<Fingerprint> fingerprint)
    {
        fingerprint.HasKey(f => f.ArticleId);
        fingerprint.HasIndex(f => new { f.Version, f.ArticleId });
        fingerprint.HasIndex(f => f.Sequence);
        fingerprint.HasIndex(f => new { f.IsDue, f.ArticleId });
    }
}

sealed class SuggestionChoiceMapping : IEntityTypeConfiguration<SuggestionChoice>
{
    public void Configure(EntityTypeBuilder<SuggestionChoice> choice)
    {
        choice.HasKey(c => new { c.ArticleId, c.SuggestedId });
        choice.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId);
        choice.HasOne<Article>().WithMany().HasForeignKey(c => c.SuggestedId);
    }
}

sealed class ReadPairMapping : IEntityTypeConfiguration<ReadPair>
{
    public void Configure(EntityTypeBuilder<ReadPair> pair)
    {
        pair.HasKey(p => new { p.FromId, p.ToId });
        pair.HasOne<Article>().WithMany().HasForeignKey(p => p.FromId);
        pair.HasOne<Article>().WithMany().HasForeignKey(p => p.ToId);
    }
}

sealed class ReadCountMapping : IEntityTypeConfiguration<ReadCount>
{
    public void Configure(EntityTypeBuilder<ReadCount> count)
    {
        count.HasKey(c => new { c.Day, c.ArticleId });
        count.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId);
    }
}
