namespace Chapar.Text.Search;

/// <summary>The script that most letters of a word are in.</summary>
enum Script
{
    /// <summary>No letter: digits only.</summary>
    None,
    Latin,
    Cyrillic,

    /// <summary>Arabic letters, as in Tajik in Persian script.</summary>
    Arabic,

    /// <summary>Letters that the tables do not know: such a word is found as it is written.</summary>
    Other,
}
