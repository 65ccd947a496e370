namespace Chapar.Settings;

/// <summary>The newsroom. Settings "newsroom:NAME".</summary>
public sealed class NewsroomSettings
{
    /// <summary>Seconds between "publish" and the public, in which it can be taken back; 0 to 600.</summary>
    public int HoldSeconds { get; init; } = 30;

    /// <summary>Whether links to other sites are asked if they answer; false where the server has no way out.</summary>
    public bool AskLinks { get; init; } = true;

    /// <summary>The address of a program that proposes translations (docs/operations.md); null for none.</summary>
    public string? Translation { get; init; }

    /// <summary>What it is sent as a bearer token, if it wants one.</summary>
    public string? TranslationKey { get; init; }

    /// <summary>Whether <see cref="Translation"/> may lie on this machine or in a private network; otherwise it is not connected to there.</summary>
    public bool TranslationInside { get; init; }

    /// <summary>Seconds after which it is waited for no longer; 1 to 120.</summary>
    public int TranslationSeconds { get; init; } = 30;

    internal IEnumerable<string> Problems()
    {
        if (HoldSeconds is < 0 or > 600) yield return $"newsroom:holdSeconds is {HoldSeconds}: allowed are 0 to 600.";
        if (Translation is { Length: > 0 } address && (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0))
            yield return $"newsroom:translation is '{address}': it must be an address with http or https, such as https://translate.example.org/chapar, without a password in it.";
        if (TranslationKey is { Length: > 0 } && string.IsNullOrEmpty(Translation)) yield return "newsroom:translationKey is given without newsroom:translation.";
        if (TranslationKey is { } key && key.Any(c => c is < '!' or > '~')) yield return "newsroom:translationKey: only letters, digits and signs of ASCII can be sent, and no space.";
        if (TranslationSeconds is < 1 or > 120) yield return $"newsroom:translationSeconds is {TranslationSeconds}: allowed are 1 to 120.";
    }
}
