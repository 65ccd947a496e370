using Chapar.Rates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chapar.Database.Mappings;

sealed class RateDocumentMapping : IEntityTypeConfiguration<RateDocument>
{
    public void Configure(EntityTypeBuilder<RateDocument> document)
    {
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.Source).HasMaxLength(8);
        document.Property(d => d.Digest).HasMaxLength(64);
        document.HasIndex(d => new { d.Source, d.Digest }).IsUnique();
        // The few that others are told by.
        document.HasIndex(d => new { d.Source, d.Id }).HasFilter("\"BaseId\" IS NULL");
    }
}

sealed class BulletinMapping : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> bulletin)
    {
        bulletin.Property(b => b.Id).ValueGeneratedNever();
        bulletin.Property(b => b.Source).HasMaxLength(8);
        bulletin.Property(b => b.HomeCurrency).HasMaxLength(3);
        bulletin.Property(b => b.ValuesDigest).HasMaxLength(64);
        bulletin.HasIndex(b => new { b.Source, b.Series, b.EffectiveOn, b.Revision }).IsUnique();
        bulletin.HasIndex(b => new { b.Source, b.Series, b.IsCurrent, b.EffectiveOn });
        bulletin.HasOne<RateDocument>().WithMany().HasForeignKey(b => b.DocumentId).OnDelete(DeleteBehavior.Restrict);
        bulletin.Property(b => b.Rates).HasColumnName("Rows");
        // What waits for an editor is little among much.
        bulletin.HasIndex(b => b.RowsWaiting).HasFilter("\"HeldReason\" IS NOT NULL OR \"RowsWaiting\" > 0");
    }
}

sealed class RateYearMapping : IEntityTypeConfiguration<RateYear>
{
    public void Configure(EntityTypeBuilder<RateYear> year)
    {
        year.HasKey(y => new { y.Source, y.Currency, y.Series, y.Year });
        year.Property(y => y.Source).HasMaxLength(8);
        year.Property(y => y.Currency).HasMaxLength(3);
    }
}
