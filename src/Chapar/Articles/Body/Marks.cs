namespace Chapar.Articles.Body;

/// <summary>What is said about a piece of a line: that it is bold, that it leads somewhere.</summary>
public abstract record Mark;

/// <param name="Href">As typed; whoever renders it asks <see cref="Href.Clean"/> first.</param>
public sealed record LinkMark(string Href) : Mark;

/// <summary>The passage is in another language than the article.</summary>
/// <param name="Lang">A BCP 47 tag: "ky", "uz-Latn".</param>
public sealed record LanguageMark(string Lang) : Mark;

public sealed record BoldMark : Mark;

public sealed record ItalicMark : Mark;

public sealed record StrikeMark : Mark;

public sealed record SubscriptMark : Mark;

public sealed record SuperscriptMark : Mark;

public sealed record CodeMark : Mark;

/// <summary>A mark this version does not know. It is written back as it was read and otherwise ignored.</summary>
public sealed record UnknownMark(string Type, string Json) : Mark;
