namespace Chapar.Text;

/// <summary>The seven languages that Chapar speaks, by their ISO 639-1 codes.</summary>
public static class Languages
{
    public static IReadOnlyList<string> All { get; } = ["en", "ru", "kk", "ky", "uz", "tg", "tk"];

    public static bool IsKnown(string code) => All.Contains(code);

    /// <summary>The language's own name for itself, as a language menu shows it.</summary>
    public static string OwnName(string code) => code switch
    {
        "en" => "English",
        "ru" => "Русский",
        "kk" => "Қазақша",
        "ky" => "Кыргызча",
        "uz" => "Oʻzbekcha",
        "tg" => "Тоҷикӣ",
        "tk" => "Türkmençe",
        _ => code,
    };

    /// <summary>The locale for Open Graph (language_TERRITORY).</summary>
    public static string Locale(string code) => code switch
    {
        "en" => "en_GB",
        "ru" => "ru_RU",
        "kk" => "kk_KZ",
        "ky" => "ky_KG",
        "uz" => "uz_UZ",
        "tg" => "tg_TJ",
        "tk" => "tk_TM",
        _ => code,
    };
}
