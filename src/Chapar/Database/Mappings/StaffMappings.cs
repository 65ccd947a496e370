using Chapar.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chapar.Database.Mappings;

sealed class StaffMemberMapping : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> member)
    {
        member.ToTable("Staff");
        member.Property(m => m.Name).HasMaxLength(StaffMember.LongestName);
        member.Property(m => m.Email).HasMaxLength(StaffMember.LongestName);
        member.HasIndex(m => m.Name).IsUnique();
        member.HasIndex(m => m.Email).IsUnique();
        member.Property(m => m.OnlySections).HasConversion(
            ids => Sections(ids),
            text => Sections(text),
            new ValueComparer<IReadOnlyList<Guid>>((a, b) => a!.SequenceEqual(b!), ids => ids.Count, ids => ids));
    }

    internal static string Sections(IReadOnlyList<Guid> ids) => string.Join(' ', ids);

    internal static IReadOnlyList<Guid> Sections(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
}

sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.Property(s => s.Id).ValueGeneratedNever();
        session.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class SignInLinkMapping : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> link)
    {
        link.HasKey(l => l.Digest);
        link.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.HasKey(c => new { c.StaffId, c.Digest });
        code.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> passkey)
    {
        passkey.HasKey(p => p.CredentialId);
        passkey.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class FailedSignInsMapping : IEntityTypeConfiguration<FailedSignIns>
{
    public void Configure(EntityTypeBuilder<FailedSignIns> failed) => failed.HasKey(f => f.Key);
}
