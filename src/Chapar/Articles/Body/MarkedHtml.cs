namespace Chapar.Articles.Body;

/// <summary>Marks and words as HTML.</summary>
abstract class MarkedHtml : MarkedWriter
{
    /// <summary>The site relative addresses are made absolute with; null to leave them.</summary>
    protected virtual Uri? Site => null;

    protected override string Open(Mark mark)
    {
        switch (mark)
        {
            case BoldMark: Out.Append("<strong>"); return "</strong>";
            case ItalicMark: Out.Append("<em>"); return "</em>";
            case StrikeMark: Out.Append("<s>"); return "</s>";
            case SubscriptMark: Out.Append("<sub>"); return "</sub>";
            case SuperscriptMark: Out.Append("<sup>"); return "</sup>";
            case CodeMark: Out.Append("<code>"); return "</code>";
            case LinkMark link: return Anchor(link.Href) ? "</a>" : "";
            case LanguageMark language when IsLanguage(language.Lang):
                Out.Append("<span").Attribute("lang", language.Lang).Append('>');
                return "</span>";
            default: return "";
        }
    }

    protected override void Leaf(Inline node)
    {
        if (node is TextRun text)
            Out.Encoded(text.Text);
        else if (node is HardBreak)
            Out.Append("<br>");
    }

    /// <summary>Opens a link, or does nothing and returns false if the address may not be linked.</summary>
    protected bool Anchor(string? address, string? cssClass = null, string? articleId = null)
    {
        if (Href.Clean(address) is not { } href)
            return false;
        Out.Append("<a").Attribute("class", cssClass).Attribute("data-article", articleId).Attribute("href", Href.Absolute(href, Site));
        // Only our own pages hand on what an opened page could misuse.
        if (Site is null && Href.Leaves(href))
            Out.Append(" rel=\"noopener\"");
        Out.Append('>');
        return true;
    }

    /// <summary>True if the text looks like a BCP 47 tag.</summary>
    internal static bool IsLanguage(string tag)
    {
        var parts = tag.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }
}
