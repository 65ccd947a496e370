using System.Buffers;
using System.Globalization;
using AngleSharp.Dom;

namespace Chapar.Articles.Body;

/// <summary>The declarations of a <c>style</c> attribute, as far as the converter asks for them.</summary>
readonly struct HtmlStyle
{
    static readonly SearchValues<char> Number = SearchValues.Create("+-.0123456789");

    readonly string? style;

    public HtmlStyle(IElement element) => style = element.GetAttribute("style");

    /// <summary>The value of a property in lower case, or null. The last declaration wins.</summary>
    public string? this[string property]
    {
        get
        {
            if (style is null)
                return null;
            string? found = null;
            foreach (var declaration in style.Split(';'))
            {
                var colon = declaration.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0 && declaration.AsSpan(0, colon).Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
                    found = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            }
            return found;
        }
    }

    /// <summary>
    /// Why a reader of the page would not have seen the element, or null if he would. Spam put into broken-into sites hides
    /// this way, and an import must not bring it to light. The answer is the key of a sentence.
    /// </summary>
    public string? Hidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return "paste.hidden-attribute";
        if (element.ClassList.Contains("screen-reader-text") || element.ClassList.Contains("sr-only") || element.ClassList.Contains("visually-hidden"))
            return "paste.hidden-class";
        if (style is null)
            return null;
        if (this["display"] == "none")
            return "paste.hidden-display";
        if (this["visibility"] is "hidden" or "collapse")
            return "paste.hidden-visibility";
        if (this["mso-hide"] == "all")
            return "paste.hidden-word";
        if (this["mso-element"] is { } part && part.StartsWith("comment", StringComparison.Ordinal))
            return "paste.hidden-word-comment";
        if (this["color"] == "transparent")
            return "paste.hidden-transparent";
        if (Pixels("font-size") is >= 0 and < 1.5)
            return "paste.hidden-size";
        if (Pixels("text-indent") < -300 || Pixels("margin-left") < -300 || Pixels("margin-top") < -300)
            return "paste.hidden-off-screen";
        if (this["position"] is "absolute" or "fixed")
        {
            if (Pixels("left") < -300 || Pixels("top") < -300 || Pixels("right") < -300 || Pixels("bottom") < -300)
                return "paste.hidden-off-screen";
            if (this["clip"] is { } clip && clip.Replace(" ", "", StringComparison.Ordinal).StartsWith("rect(0", StringComparison.Ordinal) || this["clip-path"] is "inset(50%)" or "inset(100%)")
                return "paste.hidden-clipped";
        }
        return this["overflow"] == "hidden" && (Pixels("height") is >= 0 and <= 1 || Pixels("width") is >= 0 and <= 1 || Pixels("max-height") is >= 0 and <= 1)
            ? "paste.hidden-clipped"
            : null;
    }

    double? Pixels(string property)
    {
        if (this[property] is not { } value)
            return null;
        var digits = value.AsSpan().IndexOfAnyExcept(Number);
        if (!double.TryParse(digits < 0 ? value : value.AsSpan(0, digits), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        return digits < 0 ? number : value[digits..] switch
        {
            "em" or "rem" or "ch" => number * 16,
            "%" or "vw" or "vh" => number * 8,
            "in" => number * 96,
            "cm" => number * 38,
            _ => number,
        };
    }
}
