namespace Chapar.Pages;

/// <summary>
/// Set on a request whose answer becomes a file of the static edition (<c>HttpContext.Features</c>): it leaves out what a file cannot
/// do (forms, the day of today), and says times in full, since nobody knows when it is read.
/// </summary>
public sealed record StaticEdition;
