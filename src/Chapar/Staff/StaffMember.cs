namespace Chapar.Staff;

/// <summary>
/// A person who signs in; never the same thing as an author. Nobody is deleted, since the journal names them: who leaves is
/// deactivated.
/// </summary>
public sealed class StaffMember
{
    /// <summary>Longest name and address that are taken.</summary>
    public const int LongestName = 100;

    StaffMember() { }

    /// <param name="email">The name to sign in with; never written to.</param>
    /// <param name="language">Of the newsroom's pages: "en" or "ru".</param>
    public StaffMember(string name, string email, Role role, string language, DateTime now)
    {
        Id = Guid.CreateVersion7();
        Name = name.Trim();
        Email = EmailOf(email);
        Role = role;
        Language = language;
        JoinedAt = now;
    }

    public Guid Id { get; private set; }

    /// <summary>As the journal and the revisions name them; unique, so that they can be told apart.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Lower case, unique.</summary>
    public string Email { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>Of the pages that they see.</summary>
    public string Language { get; private set; } = "en";

    /// <summary>The sections to which <see cref="Rights.BySection"/> are kept; all sections when empty.</summary>
    public IReadOnlyList<Guid> OnlySections { get; private set; } = [];

    public DateTime JoinedAt { get; private set; }

    /// <summary>Since when they cannot sign in; null while they can.</summary>
    public DateTime? DeactivatedAt { get; private set; }

    /// <summary>Hashed; null when they sign in with passkeys only. Always together with <see cref="CodeSecret"/>.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>What the codes of their authenticator app are made of, encrypted.</summary>
    public string? CodeSecret { get; private set; }

    /// <summary>The time step of the last code that was taken: none is taken twice (RFC 6238, 5.2).</summary>
    public long LastCodeStep { get; private set; }

    /// <summary>Whether they may this at all, or in this section if the right is one of a section.</summary>
    public bool May(Right right) => Rights.Of(Role).Contains(right);

    /// <param name="sectionId">Of the story in question; null when it has none yet.</param>
    public bool May(Right right, Guid? sectionId) =>
        May(right) && (OnlySections.Count == 0 || !Rights.BySection.Contains(right) || (sectionId is { } section && OnlySections.Contains(section)));

    public void Rename(string name) => Name = name.Trim();

    public void Speak(string language) => Language = language;

    /// <summary>Changes what they may, at once also where they are signed in.</summary>
    public void Become(Role role, IEnumerable<Guid> onlySections)
    {
        Role = role;
        OnlySections = [.. onlySections.Order()];
    }

    public void Deactivate(DateTime now) => DeactivatedAt ??= now;

    public void Reactivate() => DeactivatedAt = null;

    /// <summary>From now on a password with a code is a way in. Neither is one without the other.</summary>
    public void UsePassword(string hash, string codeSecret)
    {
        PasswordHash = hash;
        CodeSecret = codeSecret;
    }

    public void ForgetPassword()
    {
        PasswordHash = null;
        CodeSecret = null;
    }

    /// <summary>The form in which addresses are kept and compared.</summary>
    public static string EmailOf(string text) => text.Trim().ToLowerInvariant();
}
