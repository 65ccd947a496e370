namespace Chapar.Articles.Body;

/// <summary>The marks in force at a place of the HTML.</summary>
sealed record HtmlMarking(bool Bold = false, bool Italic = false, bool Strike = false, bool Sub = false, bool Super = false, bool Code = false,
    string? Href = null, string? Lang = null)
{
    public static readonly HtmlMarking None = new();

    /// <summary>The marks, in the one order in which the converter writes them.</summary>
    public IReadOnlyList<Mark> Marks()
    {
        var marks = new List<Mark>();
        if (Href is not null) marks.Add(new LinkMark(Href));
        if (Lang is not null) marks.Add(new LanguageMark(Lang));
        if (Bold) marks.Add(new BoldMark());
        if (Italic) marks.Add(new ItalicMark());
        if (Strike) marks.Add(new StrikeMark());
        if (Sub) marks.Add(new SubscriptMark());
        if (Super) marks.Add(new SuperscriptMark());
        if (Code) marks.Add(new CodeMark());
        return marks;
    }

    /// <summary>The marks after a <c>style</c> attribute, which is how word processors say bold.</summary>
    public HtmlMarking Styled(HtmlStyle style)
    {
        var marking = this;
        if (style["font-weight"] is { } weight)
            marking = marking with { Bold = weight is "bold" or "bolder" or "600" or "700" or "800" or "900" };
        if (style["font-style"] is { } slant)
            marking = marking with { Italic = slant is "italic" or "oblique" };
        if (style["text-decoration"] is { } line && line.Contains("line-through", StringComparison.Ordinal))
            marking = marking with { Strike = true };
        return style["vertical-align"] switch
        {
            "super" => marking with { Super = true, Sub = false },
            "sub" => marking with { Sub = true, Super = false },
            _ => marking,
        };
    }
}
