namespace Chapar.Newsroom.Finding;

/// <summary>One thing that was found.</summary>
/// <param name="Kind">What it is: the key "find.KIND" names it.</param>
/// <param name="Text">Its headline or name.</param>
/// <param name="Hint">State, day, address: what tells it from others of that name.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Language">Of the text, where that is not the reader's.</param>
/// <param name="IsAct">Whether it is done by sending a form there, such as beginning a story.</param>
public sealed record Answer(string Kind, string Text, string Hint, string Path, string? Language = null, bool IsAct = false);
