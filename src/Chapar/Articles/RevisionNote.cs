using Chapar.Text;

namespace Chapar.Articles;

/// <summary>
/// For what a revision was kept. It is stored as a sentence that is not yet said in any language; of what readers were told, as the act
/// and its reason ("Updated: the service measured again"). Rows of before that say it in the words of who acted stand as they are.
/// </summary>
public static class RevisionNote
{
    static readonly string[] Acts = ["Published", "Updated", "Correction", "Clarification", "Withdrawn"];

    /// <summary>As it is stored.</summary>
    public static string Of(Sentence note) => Sentence.Write([note]);

    /// <summary>What is stored, in words; reasons stand as they were written.</summary>
    public static string In(Words words, string stored)
    {
        var (act, reason) = stored.Split(": ", 2) is [var first, var rest] ? (first, rest) : (stored, "");
        if (!Acts.Contains(act)) return Sentence.InStored(words, stored);
        var said = words[$"history.{act.ToLowerInvariant()}"];
        return reason.Length > 0 ? $"{said}: {reason}" : said;
    }
}
