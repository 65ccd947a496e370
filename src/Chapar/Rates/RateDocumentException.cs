namespace Chapar.Rates;

/// <summary>A document of a bank that cannot be trusted as a whole. The message is one sentence that names the source, the field and
/// what is wrong with it. A day without publication is no error: see <see cref="ParsedDocument.IsNoPublication"/>.</summary>
public sealed class RateDocumentException(string source, string problem, Exception? inner = null)
    : Exception($"{source}: {problem}.", inner)
{
    /// <summary>What is wrong, without the source and the full stop.</summary>
    public string Problem => problem;
}
