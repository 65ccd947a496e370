using Chapar.Pages;

namespace Chapar.Reader;

/// <summary>
/// How much of a page is answered: all of it, or its text. The text edition stands at its own addresses, the usual ones behind "/text", and at
/// the usual ones for who saves data (<see cref="SaveData"/>); "/full" before an address is all of it for them too. So that nobody needs a cookie
/// to keep the choice, the links of a page that stands behind one of the two lead on behind it.
/// </summary>
/// <param name="IsText">Without pictures, scripts, and what is said elsewhere too.</param>
/// <param name="SavesData">The reader's browser asked for little.</param>
/// <param name="Prefix">"/text", "/full", or "" at the usual address.</param>
public sealed record Portion(bool IsText, bool SavesData, string Prefix)
{
    public const string Text = "/text", Full = "/full";

    static readonly Portion All = new(false, false, "");

    /// <summary>What programs read and files that are the same for everybody.</summary>
    static readonly string[] Elsewhere = ["/media/", "/api/", "/newsroom", Text + "/", Full + "/"];

    static readonly string[] NoPages = [".xml", ".json", ".csv", ".css", ".js", ".txt", ".webmanifest"];

    public static Portion Of(HttpContext context) => context.Features.Get<Portion>() ?? All;

    /// <summary>Where the text of a page stands.</summary>
    /// <param name="path">Its usual address.</param>
    public static string InText(string path) => Behind(Text, path);

    /// <summary>Where all of a page stands, also for who saves data. On the page of who does not, the link to there leads to the usual address (<see cref="Lead"/>).</summary>
    /// <param name="path">Its usual address.</param>
    public static string InFull(string path) => Behind(Full, path);

    /// <summary>Where a link of this page leads; null where it stays.</summary>
    public string? Lead(string address) =>
        IsText && !SavesData && (PathOf(address) is Full || address.StartsWith(Full + "/", StringComparison.Ordinal)) ? "/" + address[Full.Length..].TrimStart('/')
        : IsPage(address) ? Behind(Prefix, address) : null;

    /// <summary>Whether it is the usual address of a page for readers.</summary>
    public static bool IsPage(string address) =>
        address is not (Text or Full) && address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)
        && !Elsewhere.Any(start => address.StartsWith(start, StringComparison.Ordinal)) && !NoPages.Any(end => PathOf(address).EndsWith(end, StringComparison.Ordinal));

    /// <summary>Whether an address is the one of a prefix, or stands behind it.</summary>
    public static bool IsUnder(string address, string prefix) =>
        address.StartsWith(prefix, StringComparison.Ordinal) && (address.Length == prefix.Length || address[prefix.Length] is '/' or '?' or '#');

    /// <summary>The address behind a prefix: "/text/rates", "/text#main".</summary>
    public static string Behind(string prefix, string path) => path == "/" ? prefix : path.StartsWith("/#", StringComparison.Ordinal) || path.StartsWith("/?", StringComparison.Ordinal) ? prefix + path[1..] : prefix + path;

    static ReadOnlySpan<char> PathOf(string address) => address.AsSpan(0, address.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? end : address.Length);
}
