using System.Text.Json;
using Chapar.Pages;
using Chapar.Settings;
using Chapar.Text.Scripts;

namespace Chapar.Reader;

/// <summary>
/// The scripts for reading without a connection: keep.js asks the browser for it, worker.js keeps and answers, offline.js lists what is kept. None of
/// them is needed to read.
/// </summary>
public sealed class OfflineFiles(Publication publication, PageSettings settings)
{
    /// <summary>Articles that are kept, the last ones read. As in worker.js.</summary>
    public const int MostArticles = 30;

    /// <summary>Where worker.js keeps them.</summary>
    public const string Store = "chapar-pages-1";

    /// <summary>Its address says which pages it may answer for: all. Without a hash, or a browser would keep two of them.</summary>
    public const string WorkerPath = "/worker.js";

    static readonly string[] reading = [HttpMethods.Get, HttpMethods.Head];

    sealed record WorkerOf(string Before, PackedFile File);

    WorkerOf? worker;

    /// <summary>Null where nothing is to be kept.</summary>
    public PackedFile? Keep { get; } = settings.Offline ? PackedFile.Script("keep") : null;

    public PackedFile List { get; } = PackedFile.Script("offline");

    /// <summary>The fronts with, for each, the page that lists what is kept, in its language and script.</summary>
    Dictionary<string, string> Fronts =>
        new(from prefix in Editions
            from portion in new[] { "", Portion.Text, Portion.Full }
            let front = portion + prefix
            select KeyValuePair.Create(front.Length == 0 ? "/" : front, prefix + "/offline"));

    /// <summary>What the addresses of each edition begin with: of each language, and of its other script where it has one.</summary>
    IEnumerable<string> Editions =>
        publication.Languages.Select(publication.Prefix).Concat(OtherScript.All.Where(script => publication.Languages.Contains(script.Language)).Select(script => "/" + script.Folder));

    /// <summary>What is kept and is not in the list: it is always kept.</summary>
    public IEnumerable<string> Apart => Fronts.Values.Distinct();

    /// <summary>The worker for the publication's languages as they are now.</summary>
    PackedFile Worker
    {
        get
        {
            var before = settings.Offline ? $"const fronts = {JsonSerializer.Serialize(Fronts)};\n" : "";
            // Two requests at once make the same twice, at worst.
            if (worker is { } made && made.Before == before) return made.File;
            worker = made = new(before, PackedFile.Script(settings.Offline ? "worker" : "leave", before));
            return made.File;
        }
    }

    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var file in new[] { Keep, List }.OfType<PackedFile>()) app.MapMethods(file.Path, reading, file.Answer);
        // Asked for once a day: until then an older one may be at work, which does the same work.
        app.MapMethods(WorkerPath, reading, context => Worker.AnswerFor(context, "public, max-age=86400"));
    }
}
