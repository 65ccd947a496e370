using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Staff;

/// <summary>
/// Who is on the staff: added, given a role, let go. Page and command line come here alike. What is refused is answered
/// with the key of the words that say why, what is done with null.
/// </summary>
public sealed class Roster(NewsDb db, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="by">A member's name, or what else acts: "command line".</param>
    public async Task<(StaffMember? Member, string? Refusal)> AddAsync(string name, string email, Role role, string language, string by, CancellationToken stop = default)
    {
        var member = new StaffMember(name, email, role, language, Now);
        if (await ProblemOfNameAsync(member.Name, member.Id, stop) is { } problem) return (null, problem);
        if (!IsAddress(member.Email)) return (null, "staff-email-wrong");
        if (await db.Staff.AnyAsync(m => m.Email == member.Email, stop)) return (null, "staff-email-taken");
        db.Add(member);
        db.Note(by, StaffActs.StaffAdded, member.Id, Now, $"{member.Name}, {role}");
        await db.SaveChangesAsync(stop);
        return (member, null);
    }

    /// <summary>Changes what a member is called, is, and where their rights about stories hold.</summary>
    /// <param name="by">Nobody changes their own role: another administrator can.</param>
    public async Task<string?> ChangeAsync(StaffMember member, string name, Role role, IReadOnlyList<Guid> onlySections, StaffMember by, CancellationToken stop = default)
    {
        name = name.Trim();
        if (await ProblemOfNameAsync(name, member.Id, stop) is { } problem) return problem;
        var others = role != member.Role || !onlySections.Order().SequenceEqual(member.OnlySections);
        if (others && member.Id == by.Id) return "staff-not-oneself";
        if (name != member.Name) db.Note(by.Name, StaffActs.StaffRenamed, member.Id, Now, $"{member.Name} → {name}");
        if (others)
        {
            var sections = onlySections.Count == 0 ? "" : $", {string.Join(", ", await db.Sections.Where(s => onlySections.Contains(s.Id)).OrderBy(s => s.Slug).Select(s => s.Slug).ToListAsync(stop))}";
            db.Note(by.Name, StaffActs.RoleChanged, member.Id, Now, $"{name}, {member.Role} → {role}{sections}");
        }
        member.Rename(name);
        member.Become(role, onlySections);
        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <summary>Signs a member out everywhere and lets them in no more. Their name stays in the journal and on their stories.</summary>
    public async Task<string?> DeactivateAsync(StaffMember member, StaffMember by, CancellationToken stop = default)
    {
        if (member.Id == by.Id) return "staff-not-oneself";
        member.Deactivate(Now);
        await SpendAsync(member, stop);
        db.Note(by.Name, StaffActs.StaffDeactivated, member.Id, Now, member.Name);
        await db.SaveChangesAsync(stop);
        return null;
    }

    public async Task ReactivateAsync(StaffMember member, StaffMember by, CancellationToken stop = default)
    {
        member.Reactivate();
        db.Note(by.Name, StaffActs.StaffReactivated, member.Id, Now, member.Name);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>A new one-time link; earlier ones that were not used are worth nothing.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> NewLinkAsync(StaffMember member, string by, CancellationToken stop = default)
    {
        var now = Now;
        await db.SignInLinks.Where(l => l.StaffId == member.Id && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), stop);
        db.Add(new SignInLink(member.Id, now, out var token));
        db.Note(by, StaffActs.LinkMade, member.Id, now, member.Name);
        await db.SaveChangesAsync(stop);
        return SignInLink.PathOf(token);
    }

    /// <summary>
    /// For who lost every way in, or whose ways somebody else may have: sessions, passkeys, password and codes are gone, and
    /// everything begins with a new link.
    /// </summary>
    /// <returns>The path of the link.</returns>
    public async Task<string> ResetAsync(StaffMember member, string by, CancellationToken stop = default)
    {
        member.ForgetPassword();
        await SpendAsync(member, stop);
        await db.Passkeys.Where(p => p.StaffId == member.Id).ExecuteDeleteAsync(stop);
        await db.RecoveryCodes.Where(c => c.StaffId == member.Id).ExecuteDeleteAsync(stop);
        db.Note(by, StaffActs.SignInReset, member.Id, Now, member.Name);
        return await NewLinkAsync(member, by, stop);
    }

    /// <summary>Ends all sessions and links.</summary>
    async Task SpendAsync(StaffMember member, CancellationToken stop)
    {
        var now = Now;
        await db.Sessions.Where(s => s.StaffId == member.Id && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop);
        await db.SignInLinks.Where(l => l.StaffId == member.Id && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), stop);
    }

    async Task<string?> ProblemOfNameAsync(string name, Guid own, CancellationToken stop) =>
        name.Length is 0 or > StaffMember.LongestName ? "staff-name-wrong"
        : await db.Staff.AnyAsync(m => m.Name == name && m.Id != own, stop) ? "staff-name-taken"
        : null;

    /// <summary>Nothing is sent to it: it must only look like one, so that a slip is seen.</summary>
    static bool IsAddress(string email) =>
        email.Length <= StaffMember.LongestName && !email.Any(char.IsWhiteSpace) && email.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal);
}
