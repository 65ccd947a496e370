namespace Chapar.Text.Search;

/// <summary>The signs that are typed for the apostrophe and for the two letters of Uzbek that are written with one.</summary>
static class Apostrophes
{
    public static bool Is(char c) =>
        c is '\'' or '`' or '´' or (>= 'ʹ' and <= '′') and ('ʹ' or 'ʻ' or 'ʼ' or 'ʽ' or 'ʾ' or 'ʿ' or 'ˈ' or '‘' or '’' or '‛' or '′') or '＇';
}
