using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chapar.Database;
using Chapar.Export;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Hosting;

/// <summary>Makes an edition of the site: opens it for itself, asks it for every page, and closes it again.</summary>
static class EditionPress
{
    /// <param name="settings">All settings.</param>
    /// <param name="address">Where the files will be served.</param>
    /// <param name="folder">Where they go, as a full path.</param>
    /// <param name="clock">The time.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="SettingsException">The folder holds something else, or the key is broken.</exception>
    public static async Task<(EditionManifest Manifest, EditionOutcome Outcome)> PrintAsync(ChaparSettings settings, string address, string folder, TimeProvider clock, CancellationToken stop)
    {
        var publication = settings.Publication;
        var addresses = settings.Addresses;
        var made = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Program = typeof(EditionPress).Module.ModuleVersionId, Publication = publication, Address = address, Addresses = addresses }))));
        try
        {
            await using var site = await InnerSite.OpenAsync(settings.ForFilesAt(address), [.. addresses.Where(a => a != address)], clock);
            Dictionary<string, long> numbers;
            await using (var scope = site.Services.CreateAsyncScope())
                numbers = await scope.ServiceProvider.GetRequiredService<NewsDb>().EditionNumbers.AsNoTracking().ToDictionaryAsync(n => n.Name, n => n.Number, StringComparer.Ordinal, stop);
            return await SiteEdition.WriteAsync(
                new(publication.Name, address, settings.MainAddress, addresses, [.. publication.Languages.Select(publication.Prefix)], settings.DataFolder, made),
                folder, site.AskAsync, numbers, clock.GetUtcNow().UtcDateTime, stop);
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
        {
            throw new SettingsException(e.Message);
        }
    }
}
