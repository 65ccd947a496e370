using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom;

/// <summary>Who is on the staff, and one more.</summary>
[Needs(Right.ManageStaff)]
public sealed class StaffModel(NewsroomDesk desk, Roster roster) : NewsroomPage(desk)
{
    /// <summary>One member as the list shows them.</summary>
    public sealed record Row(StaffMember Member, int Passkeys, DateTime? SeenAt);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Whose link was made just now, and its address: shown once.</summary>
    public (string Name, string Address)? NewLink { get; private set; }

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public Role Role { get; private set; } = Role.Writer;

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string? name, string? email, Role? role)
    {
        if (role is not { } chosen || !Enum.IsDefined(chosen)) return BadRequest();
        (Name, Email, Role) = (name ?? "", email ?? "", chosen);
        var (member, refusal) = await roster.AddAsync(Name, Email, Role, Me.Language, Me.Name, Stop);
        if (member is not null)
        {
            NewLink = (member.Name, Publication.Absolute(await roster.NewLinkAsync(member, Me.Name, Stop)));
            (Name, Email, Role) = ("", "", Role.Writer);
        }
        await ShowAsync();
        return refusal is null ? Page() : Refuse(W[refusal]);
    }

    public IEnumerable<string> WaysOf(Row row)
    {
        if (row.Passkeys > 0) yield return W.Count("passkey-count", row.Passkeys);
        if (row.Member.PasswordHash is not null) yield return W["password-and-code"];
        if (row.Passkeys == 0 && row.Member.PasswordHash is null) yield return W["no-ways-in"];
    }

    async Task ShowAsync()
    {
        Title = W["staff"];
        Rows = await Db.Staff.AsNoTracking().OrderBy(m => m.DeactivatedAt != null).ThenBy(m => m.Name)
            .Select(m => new Row(m, Db.Passkeys.Count(p => p.StaffId == m.Id), Db.Sessions.Where(s => s.StaffId == m.Id).Max(s => (DateTime?)s.LastSeenAt)))
            .ToListAsync(Stop);
    }
}
