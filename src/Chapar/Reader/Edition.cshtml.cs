using Chapar.Export;
using Chapar.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Reader;

/// <summary>What the signed edition is: where copies of it are, its public key, how to check one.</summary>
public sealed class EditionModel(ReaderDesk desk, ChaparSettings settings, EditionKey key) : ReaderPage(desk)
{
    public string Key => key.PublicKey;

    /// <summary>The main address, then the mirrors.</summary>
    public IReadOnlyList<string> Addresses { get; } = settings.Addresses;

    public PageResult OnGet()
    {
        Head.Title = W["edition"];
        Head.Description = W.Fill("edition-description", Publication.Name);
        Head.Canonical = $"{Prefix}/edition";
        return Kept();
    }
}
