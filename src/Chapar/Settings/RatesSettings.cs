namespace Chapar.Settings;

/// <summary>How the banks are asked for their rates. Settings "rates:NAME".</summary>
public sealed class RatesSettings
{
    /// <summary>Whether <c>serve</c> asks the banks by itself.</summary>
    public bool Fetch { get; init; } = true;

    /// <summary>Whether a source that is no bank is asked too; its values are labelled as indicative.</summary>
    public bool Indicative { get; init; }

    /// <summary>Most seconds for one answer, from the question to its last byte, 1 to 300; three times that for a history.</summary>
    public int Seconds { get; init; } = 20;

    /// <summary>Seconds between two requests to one bank, 0 to 600; when not given, what is good for that bank.</summary>
    public int? PauseSeconds { get; init; }

    /// <summary>Other base addresses by source ("rates:addresses:nbkr"), for a mirror or a gate through which a bank can be reached.</summary>
    public Dictionary<string, string> Addresses { get; init; } = [];

    internal IEnumerable<string> Problems()
    {
        if (Seconds is < 1 or > 300) yield return $"rates:seconds is {Seconds}: allowed are 1 to 300.";
        if (PauseSeconds is < 0 or > 600) yield return $"rates:pauseSeconds is {PauseSeconds}: allowed are 0 to 600.";
        foreach (var (source, address) in Addresses)
            if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length > 0 || !address.EndsWith('/'))
                yield return $"rates:addresses:{source} is '{address}': give what stands before the bank's paths, with a slash at the end, such as https://mirror.example.org/nbkr/.";
    }
}
