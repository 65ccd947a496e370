namespace Chapar.Articles;

/// <summary>An old address and what became of it.</summary>
public sealed class Redirect
{
    Redirect() { }

    /// <param name="from">Path from the first slash, lower case, without a slash at the end; with its ordered query where that names the thing: "/?p=12".</param>
    /// <param name="to">The new path, or null: gone for good (410).</param>
    /// <param name="reason">Why, for the operator.</param>
    public Redirect(string from, string? to, string reason)
    {
        From = from;
        To = to;
        Reason = reason;
    }

    public string From { get; private set; } = "";
    public string? To { get; private set; }
    public string Reason { get; private set; } = "";

    public void PointTo(string? to) => To = to;
}
