namespace Chapar.Settings;

/// <summary>The newsroom. Settings "newsroom:NAME".</summary>
public sealed class NewsroomSettings
{
    /// <summary>Seconds between "publish" and the public, in which it can be taken back; 0 to 600.</summary>
    public int HoldSeconds { get; init; } = 30;

    /// <summary>Whether links to other sites are asked if they answer; false where the server has no way out.</summary>
    public bool AskLinks { get; init; } = true;

    internal IEnumerable<string> Problems()
    {
        if (HoldSeconds is < 0 or > 600) yield return $"newsroom:holdSeconds is {HoldSeconds}: allowed are 0 to 600.";
    }
}
