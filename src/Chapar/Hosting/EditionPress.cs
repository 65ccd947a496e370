using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chapar.Database;
using Chapar.Export;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary>Makes an edition of the site: opens it for itself, asks it for every page, and closes it again.</summary>
static class EditionPress
{
    internal sealed record Numbered(string Name, long Number);

    /// <summary>How often each edition name has changed; about nothing.</summary>
    internal static readonly Question<Guid, Numbered> All = new("edition-numbers", (db, _) => db.EditionNumbers.Select(n => new Numbered(n.Name, n.Number)), row => new(row.Text(0), row.Count(1)));

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
            await using var site = new LateSite(() => InnerSite.OpenAsync(settings.ForFilesAt(address), [.. addresses.Where(a => a != address)], clock));
            return await SiteEdition.WriteAsync(
                new(publication.Name, address, settings.MainAddress, addresses, [.. publication.Languages.Select(publication.Prefix)], settings.DataFolder, made),
                folder, () => site.OpenAsync(stop), clock.GetUtcNow().UtcDateTime, stop);
        }
        catch (Exception e) when (e is IOException or FormatException or UnauthorizedAccessException)
        {
            throw new SettingsException(e.Message);
        }
    }

    /// <summary>A site that may never be opened: its folder may be refused first.</summary>
    sealed class LateSite(Func<Task<InnerSite>> open) : IAsyncDisposable
    {
        Task<InnerSite>? opening;

        public async Task<OpenSite> OpenAsync(CancellationToken stop)
        {
            var site = await (opening = open());
            var numbers = await All.ListAsync(site.Services.GetRequiredService<Lines>(), Guid.Empty, stop);
            return new(site.AskAsync, numbers.ToDictionary(n => n.Name, n => n.Number, StringComparer.Ordinal));
        }

        public async ValueTask DisposeAsync()
        {
            if (opening is null) return;
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully) await (await opening).DisposeAsync();
        }
    }
}
