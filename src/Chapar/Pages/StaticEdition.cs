namespace Chapar.Pages;

/// <summary>
/// Set on a request whose answer becomes a file of the static edition (<c>HttpContext.Features</c>): it leaves out what a file cannot
/// do (forms, the day of today), and says times in full, since nobody knows when it is read.
/// </summary>
/// <param name="Elsewhere">The other addresses of the newspaper: the main one and its mirrors.</param>
public sealed record StaticEdition(IReadOnlyList<string> Elsewhere);
