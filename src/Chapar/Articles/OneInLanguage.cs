namespace Chapar.Articles;

/// <summary>What the newest of something are asked for by.</summary>
/// <param name="Of">A section or an author.</param>
/// <param name="Language">Of the articles.</param>
public sealed record OneInLanguage(Guid Of, string Language);
