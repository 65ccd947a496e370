using System.Text.RegularExpressions;
using Chapar.Staff;

namespace Chapar.Articles;

/// <summary>A member of the staff whom a comment names: it stands on their desk until they have opened it.</summary>
public sealed class Mention
{
    Mention() { }

    internal Mention(Guid commentId, Guid staffId) => (CommentId, StaffId) = (commentId, staffId);

    public Guid CommentId { get; private set; }
    public Guid StaffId { get; private set; }

    /// <summary>When they opened it; null before.</summary>
    public DateTime? OpenedAt { get; private set; }

    public void Open(DateTime now) => OpenedAt ??= now;

    /// <summary>Whom a text names: "@" and the whole name, in any case. The longer name counts: "@Aida Bek" does not name Aida.</summary>
    public static IReadOnlyList<StaffMember> In(string text, IEnumerable<StaffMember> members)
    {
        List<StaffMember> named = [];
        foreach (var member in members.OrderByDescending(m => m.Name.Length))
        {
            var rest = Regex.Replace(text, $@"@{Regex.Escape(member.Name)}(?![\p{{L}}\p{{Nd}}])", "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            if (rest.Length == text.Length) continue;
            named.Add(member);
            text = rest;
        }
        return named;
    }
}
