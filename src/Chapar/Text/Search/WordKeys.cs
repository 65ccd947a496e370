namespace Chapar.Text.Search;
static class WordKeys { public static IReadOnlyList<string> Of(string letters, Script script, string? language) => ["w" + letters]; }
