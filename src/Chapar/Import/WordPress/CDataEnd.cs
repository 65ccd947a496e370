namespace Chapar.Import.WordPress;

/// <summary>
/// Whether a <c>]]&gt;</c> really ends its CDATA section. Old exports wrote a <c>]]&gt;</c> of the text as it was; it is text when
/// the next end tag of the element is itself preceded by another <c>]]&gt;</c> and no new section is opened before that.
/// </summary>
static class CDataEnd
{
    /// <param name="following">What stands between the <c>]]&gt;</c> and the next end tag of its element.</param>
    public static bool IsText(ReadOnlySpan<byte> following) =>
        following.TrimEnd(" \t\r\n"u8).EndsWith("]]>"u8) && following.IndexOf("<![CDATA["u8) < 0;

    /// <inheritdoc cref="IsText(ReadOnlySpan{byte})"/>
    public static bool IsText(ReadOnlySpan<char> following) =>
        following.TrimEnd(" \t\r\n").EndsWith("]]>") && following.IndexOf("<![CDATA[") < 0;
}
