using Chapar.Authors;
using Chapar.Events;
using Chapar.Media;
using Chapar.Names;
using Chapar.Sections;
using Chapar.Spellings;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chapar.Database.Mappings;

sealed class AuthorMapping : IEntityTypeConfiguration<Author>
{
    public void Configure(EntityTypeBuilder<Author> author)
    {
        author.HasIndex(a => a.Slug).IsUnique();
        author.HasOne(a => a.Photo).WithMany().OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class SectionMapping : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> section) => section.HasIndex(s => s.Slug).IsUnique();
}

sealed class PlaceMapping : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.HasIndex(p => p.Slug).IsUnique();
        place.HasOne<Place>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class TopicMapping : IEntityTypeConfiguration<Topic>
{
    public void Configure(EntityTypeBuilder<Topic> topic) => topic.HasIndex(t => t.Slug).IsUnique();
}

sealed class MergerMapping : IEntityTypeConfiguration<Merger>
{
    public void Configure(EntityTypeBuilder<Merger> merger) => merger.HasKey(m => m.FromId);
}

sealed class SettingsVersionMapping : IEntityTypeConfiguration<SettingsVersion>
{
    public void Configure(EntityTypeBuilder<SettingsVersion> version) => version.HasIndex(v => v.At);
}

sealed class PictureMapping : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.HasIndex(p => p.Key).IsUnique();
        picture.HasIndex(p => p.Digest);
        picture.HasIndex(p => p.RightsEndAt);
        // Both of what look-alikes are found by: the rows themselves are not read for it.
        picture.HasIndex(p => new { p.Likeness, p.Id });
        picture.Property(p => p.Version).IsConcurrencyToken();
        picture.Ignore(p => p.Details);
    }
}

sealed class PictureUseMapping : IEntityTypeConfiguration<PictureUse>
{
    // No foreign keys: a text may name a picture that was never here, and is saved all the same.
    public void Configure(EntityTypeBuilder<PictureUse> use)
    {
        use.HasKey(u => new { u.PictureId, u.ArticleId, u.InDraft });
        use.HasIndex(u => u.ArticleId);
    }
}

sealed class HouseWordMapping : IEntityTypeConfiguration<HouseWord>
{
    public void Configure(EntityTypeBuilder<HouseWord> word)
    {
        word.Property(w => w.Id).ValueGeneratedNever();
        word.Property(w => w.Version).IsConcurrencyToken();
    }
}

sealed class EventMapping : IEntityTypeConfiguration<NewsEvent>
{
    public void Configure(EntityTypeBuilder<NewsEvent> newsEvent) => newsEvent.HasIndex(e => e.IsDispatched);
}

sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.HasOne(d => d.Event).WithMany();
        delivery.HasIndex(d => new { d.EventId, d.Reaction }).IsUnique();
        delivery.HasIndex(d => new { d.State, d.DueAt });
    }
}

sealed class JournalMapping : IEntityTypeConfiguration<JournalLine>
{
    public void Configure(EntityTypeBuilder<JournalLine> line) => line.HasIndex(l => new { l.At, l.Id });
}

sealed class EditionNumberMapping : IEntityTypeConfiguration<EditionNumber>
{
    public void Configure(EntityTypeBuilder<EditionNumber> number)
    {
        number.HasKey(n => n.Name);
        number.HasIndex(n => n.Sequence);
    }
}

sealed class ListenerMapping : IEntityTypeConfiguration<Listener>
{
    public void Configure(EntityTypeBuilder<Listener> listener) => listener.Property(l => l.Id).HasMaxLength(40);
}

sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.HasIndex(e => e.ArticleId).IsUnique();
    }
}

sealed class SearchNameMapping : IEntityTypeConfiguration<SearchName>
{
    public void Configure(EntityTypeBuilder<SearchName> name)
    {
        name.HasKey(n => n.Strict);
        name.HasIndex(n => n.Skeleton);
    }
}

sealed class SearchStateMapping : IEntityTypeConfiguration<SearchState>
{
    public void Configure(EntityTypeBuilder<SearchState> state) => state.Property(s => s.Id).ValueGeneratedNever();
}

sealed class KnownNameMapping : IEntityTypeConfiguration<KnownName>
{
    // No foreign keys: a page that goes leaves the name, whose page is then found by the program to be none.
    public void Configure(EntityTypeBuilder<KnownName> name)
    {
        name.Property(n => n.Id).ValueGeneratedNever();
        name.HasIndex(n => n.Key).IsUnique();
        name.Property(n => n.Version).IsConcurrencyToken();
    }
}

sealed class ImportedItemMapping : IEntityTypeConfiguration<ImportedItem>
{
    public void Configure(EntityTypeBuilder<ImportedItem> item)
    {
        item.HasKey(i => new { i.Source, i.Kind, i.SourceId });
        item.HasIndex(i => i.EntityId);
    }
}

sealed class ImportCheckpointMapping : IEntityTypeConfiguration<ImportCheckpoint>
{
    public void Configure(EntityTypeBuilder<ImportCheckpoint> checkpoint) => checkpoint.HasKey(c => c.File);
}
