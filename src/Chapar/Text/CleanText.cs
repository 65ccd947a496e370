using System.Text;
using System.Xml;

namespace Chapar.Text;

/// <summary>Text that may stand in XML.</summary>
public static class CleanText
{
    /// <summary>
    /// The text without the characters that XML 1.0 forbids even as references: control characters (imports bring them) and
    /// halves of surrogate pairs.
    /// </summary>
    public static string Of(string text)
    {
        for (int i = 0; i < text.Length; i++)
            if (!IsGood(text, i)) return Rebuild(text, i);
        return text;
    }

    static string Rebuild(string text, int good)
    {
        var clean = new StringBuilder(text, 0, good, text.Length);
        for (int i = good; i < text.Length; i++)
            if (IsGood(text, i)) clean.Append(text[i]);
        return clean.ToString();
    }

    static bool IsGood(string text, int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c)) return i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
        if (char.IsLowSurrogate(c)) return i > 0 && char.IsHighSurrogate(text[i - 1]);
        // C1 controls are allowed but discouraged, and nobody ever meant one (XML 1.0, 2.2).
        return XmlConvert.IsXmlChar(c) && c is not (>= '\u007F' and <= '\u0084' or >= '\u0086' and <= '\u009F');
    }
}
