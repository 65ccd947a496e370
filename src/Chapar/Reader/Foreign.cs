using Microsoft.AspNetCore.Html;

namespace Chapar.Reader;

/// <summary>Names in another language than the page's, amid its words: they say which.</summary>
static class Foreign
{
    /// <summary>Names with commas between them, each once.</summary>
    public static string Names(this ReaderPage _, IEnumerable<Signature> signatures) =>
        string.Join(", ", signatures.DistinctBy(s => s.Name).Select(s => Mark(s.Name, s.Lang)));

    /// <summary>The words of a key around a name.</summary>
    /// <param name="page">The page.</param>
    /// <param name="key">Of words with {0}.</param>
    /// <param name="name">Plain text.</param>
    /// <param name="lang">Its language where it is not the page's.</param>
    public static IHtmlContent Fill(this ReaderPage page, string key, string name, string? lang) =>
        new HtmlString(Encode(page.W[key]).Replace("{0}", Mark(name, lang), StringComparison.Ordinal));

    static string Mark(string name, string? lang) => lang is null ? Encode(name) : $"<span lang=\"{lang}\">{Encode(name)}</span>";

    static string Encode(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
