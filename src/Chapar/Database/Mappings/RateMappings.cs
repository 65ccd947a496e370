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
        bulletin.HasMany(b => b.Rates).WithOne().HasForeignKey(r => r.BulletinId);
    }
}

sealed class RateMapping : IEntityTypeConfiguration<Rate>
{
    public void Configure(EntityTypeBuilder<Rate> rate)
    {
        rate.HasKey(r => new { r.BulletinId, r.Currency });
        rate.Property(r => r.Currency).HasMaxLength(3);
        // UnitValue is text in SQLite and numeric in PostgreSQL, both exact; it is computed with in memory only.
        rate.Ignore(r => r.Decimals);
    }
}
