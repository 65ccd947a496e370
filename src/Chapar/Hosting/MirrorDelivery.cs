using Chapar.Database;
using Chapar.Events;
using Chapar.Export.Mirrors;
using Chapar.Settings;
using Chapar.Suggestions;

namespace Chapar.Hosting;

/// <summary>Keeps one mirror up to date: whatever readers could see change, the edition for its address is made anew and brought there.</summary>
sealed class MirrorDelivery(MirrorSettings mirror, ChaparSettings settings, TimeProvider clock) : IReact
{
    static readonly HashSet<string> Seen = new(StringComparer.Ordinal)
    {
        NewsEvents.ArticlePublished, NewsEvents.ArticleUpdated, NewsEvents.ArticleCorrected, NewsEvents.ArticleWithdrawn, NewsEvents.ArticleMoved,
        NewsEvents.PictureChanged, NewsEvents.PictureRightsEnded, NewsEvents.RatesPublished, NewsEvents.FrontPublished,
        NewsEvents.FilingAdded, NewsEvents.FilingRenamed, NewsEvents.FilingChanged, NewsEvents.FilingMoved, NewsEvents.FilingMerged,
        NewsEvents.AuthorAdded, NewsEvents.AuthorRenamed, NewsEvents.AuthorChanged, NewsEvents.AuthorMoved,
        NewsEvents.RedirectAdded, NewsEvents.RedirectRemoved, NewsEvents.SettingsSaved,
        NewsEvents.SuggestionPinned, NewsEvents.SuggestionBarred, NewsEvents.SuggestionFreed,
        NewsEvents.NameAdded, NewsEvents.NameChanged, NewsEvents.NameRemoved, NewsEvents.NamesLoaded,
    };

    public string Name => $"mirror:{mirror.Name}";

    public bool IsOneWork => true;

    public bool To(string eventName) => Seen.Contains(eventName);

    /// <summary>What stands beside a new story is found in the moment after its publication, and no event tells of it: an edition that was quicker would be without it until the next one.</summary>
    public string After => SuggestReading.Reaction;

    public Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop) => BringAsync(stop);

    /// <summary>Makes the edition and brings it there; what it came to, in a sentence.</summary>
    public async Task<string> BringAsync(CancellationToken stop)
    {
        var edition = Path.Combine(settings.DataFolder, "editions", "mirrors", mirror.Name);
        var (manifest, _) = await EditionPress.PrintAsync(settings, mirror.Address, edition, clock, stop);
        if (mirror.Command.Length > 0)
        {
            await MirrorCommand.RunAsync(mirror.Command, mirror.Name, mirror.Address, edition, TimeSpan.FromSeconds(mirror.CommandSeconds), stop);
            return $"{mirror.Name}: edition {manifest.Number}, taken by its command.";
        }
        using var http = new HttpClient();
        var (put, removed) = await Shelving.BringAsync(edition, mirror.Folder.Length > 0 ? new FolderShelf(Path.GetFullPath(mirror.Folder))
            : new BucketShelf(http, mirror.Endpoint, mirror.Bucket, new Signature4(mirror.AccessKey, mirror.SecretKey, mirror.Region), clock), stop);
        return $"{mirror.Name}: edition {manifest.Number}, {put} files put there, {removed} removed.";
    }
}
