using Chapar.Fronts;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chapar.Database.Mappings;

sealed class FrontSlotMapping : IEntityTypeConfiguration<FrontSlot>
{
    public void Configure(EntityTypeBuilder<FrontSlot> slot)
    {
        slot.HasKey(s => new { s.Front, s.Position });
        slot.HasOne<Picture>().WithMany().HasForeignKey(s => s.PictureId).OnDelete(DeleteBehavior.Restrict);
        slot.Ignore(s => s.Item);
    }
}

sealed class FrontPlanMapping : IEntityTypeConfiguration<FrontPlan>
{
    public void Configure(EntityTypeBuilder<FrontPlan> plan)
    {
        plan.HasKey(p => p.Front);
        plan.Property(p => p.Version).IsConcurrencyToken();
    }
}

sealed class FrontEditionMapping : IEntityTypeConfiguration<FrontEdition>
{
    public void Configure(EntityTypeBuilder<FrontEdition> edition)
    {
        edition.Property(e => e.Id).ValueGeneratedNever();
        edition.HasIndex(e => new { e.Front, e.Number }).IsUnique();
    }
}
