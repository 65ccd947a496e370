using System.Diagnostics.CodeAnalysis;
using Chapar.Text;

namespace Chapar.Media;

/// <summary>What became of a file that was handed in: a picture, or one sentence that says why not.</summary>
/// <param name="Picture">New and not yet in any database; null when the file is refused.</param>
/// <param name="Notes">What the file says of itself: proposals for an editor, never applied unseen.</param>
/// <param name="Refusal">A sentence with the file's name; null when it is taken.</param>
public sealed record Intake(Picture? Picture, FileNotes Notes, Sentence? Refusal)
{
    [MemberNotNullWhen(true, nameof(Picture))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsTaken => Picture is not null;

    internal static Intake Refused(Sentence refusal) => new(null, FileNotes.None, refusal);

    internal static Intake Refused(string key, params object[] parts) => Refused(new Sentence(key, parts));
}
