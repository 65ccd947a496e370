namespace Chapar.Text.Scripts;

/// <summary>Endings of Uzbek nouns, for rules that must know where a word ends that is not spelt by the usual ones.</summary>
static class UzbekEndings
{
    /// <summary>A pattern of what may follow a noun, or nothing: -lar, -imiz, -dagi.</summary>
    public const string Pattern = "(?:lik|chi|li)?(?:lar)?(?:i?m|i?ng|s?i|i?miz|i?ngiz)?(?:ning|[gkq]a|ni|dagi|dan|da|gacha|cha|dek|day)?(?:gi|mi|dir|ku|am)?";
}
