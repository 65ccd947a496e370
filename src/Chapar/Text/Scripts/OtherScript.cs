namespace Chapar.Text.Scripts;

/// <summary>A second script in which a language is read, and how its text comes into it.</summary>
/// <param name="Language">The code of the language, which stands for its usual script.</param>
/// <param name="Tag">BCP 47: "kk-Latn".</param>
/// <param name="OwnName">What its readers call it, written in it: "Latyn".</param>
/// <param name="UsualName">What the usual script is called, written in that one.</param>
public sealed record OtherScript(string Language, string Tag, string OwnName, string UsualName)
{
    /// <summary>The first part of the addresses of its pages: "kk-latn".</summary>
    public string Folder { get; } = Tag.ToLowerInvariant();

    /// <summary>The languages that are read in two scripts.</summary>
    public static IReadOnlyList<OtherScript> All { get; } = [new("kk", "kk-Latn", "Latyn", "Кирилл"), new("uz", "uz-Cyrl", "Кирилл", "Lotin")];

    /// <summary>The other script of a language; null where there is none.</summary>
    public static OtherScript? Of(string language) => All.FirstOrDefault(script => script.Language == language);

    /// <summary>The script that has a tag, however its letters are written; null where none has.</summary>
    public static OtherScript? Tagged(string tag) => All.FirstOrDefault(script => script.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a text says of its language: the tag of its other script where most of its letters are of that, else the code.</summary>
    public static string TagOf(string text, string language) =>
        Of(language) is { } script && Letters(text) is var (cyrillic, latin) && (script.Language == "kk" ? latin > cyrillic : cyrillic > latin) ? script.Tag : language;

    static (int Cyrillic, int Latin) Letters(string text) => (text.Count(c => c is >= '\u0400' and <= '\u052F'), text.Count(c => char.IsLetter(c) && c < '\u0250'));

    /// <summary>Text of the usual script in this one. What is of no language (addresses, handles) and what is of another script stays.</summary>
    public string Write(string text) => Untouched.Around(text, Language == "kk" ? KazakhLatin.ToLatin : UzbekCyrillic.ToCyrillic);

    /// <summary>The usual script again: whatever <see cref="Write"/> made of words spelt by the rules comes back as it was.</summary>
    public string Read(string text) => Untouched.Around(text, Language == "kk" ? KazakhLatin.ToCyrillic : UzbekCyrillic.ToLatin);
}
