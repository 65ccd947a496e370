using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Chapar.Database;
using Chapar.Export;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Hosting;

/// <summary><c>export site</c>, <c>export verify</c>, <c>export key</c>: the newspaper as signed files, and whether a copy of them is whole.</summary>
static class ExportVerb
{
    public static Command Command => new("export", "The whole site as files that work anywhere, signed") { Site, Verify, Key };

    static Command Site
    {
        get
        {
            var folder = new Argument<string>("dir") { Description = "Where the files go: an empty folder, or an edition made before, of which only what has changed is written" };
            var address = new Option<string?>("--base-url") { Description = "Where the files will be served; the publication's own address when not given" };
            var command = new Command("site", "Writes every public page, feed, picture and style as a file") { folder, address };
            command.SetAction(async (parsed, stop) =>
            {
                var (output, clock) = (Workplace.Of(parsed).Output, Workplace.Of(parsed).Clock);
                List<KeyValuePair<string, string?>> flags = [new("pages:keep", "false"), new("rates:fetch", "false")];
                if (parsed.GetValue(address) is { } given) flags.Add(new("publication:baseUrl", given));
                var settings = ChaparSettings.Read(parsed.GetValue(Verbs.Data)!, flags);
                var target = Path.GetFullPath(parsed.GetValue(folder)!);
                var started = Stopwatch.GetTimestamp();
                await using var site = await InnerSite.OpenAsync(settings, clock);
                var (manifest, outcome) = await WriteAsync(site, settings, target, clock.GetUtcNow().UtcDateTime, stop);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{outcome.Written} files written, {outcome.Unchanged} unchanged, {outcome.Removed} removed in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; edition {manifest.Number} in {target}."));
                foreach (var (page, link) in outcome.Dead) await output.WriteLineAsync($"dead link: {page} -> {link}");
                foreach (var failure in outcome.Failed) await output.WriteLineAsync($"failed: {failure}");
                return outcome.Dead.Count + outcome.Failed.Count > 0 ? 1 : 0;
            });
            return command;
        }
    }

    static async Task<(EditionManifest, EditionOutcome)> WriteAsync(InnerSite site, ChaparSettings settings, string folder, DateTime now, CancellationToken stop)
    {
        Dictionary<string, long> numbers;
        await using (var scope = site.Services.CreateAsyncScope())
            numbers = await scope.ServiceProvider.GetRequiredService<NewsDb>().EditionNumbers.AsNoTracking().ToDictionaryAsync(n => n.Name, n => n.Number, StringComparer.Ordinal, stop);
        var publication = settings.Publication;
        var made = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(ExportVerb).Module.ModuleVersionId} {JsonSerializer.Serialize(publication)}")));
        try
        {
            return await SiteEdition.WriteAsync(new(publication.Name, publication.BaseUrl, [.. publication.Languages.Select(publication.Prefix)], settings.DataFolder, made), folder, site.AskAsync, numbers, now, stop);
        }
        catch (IOException e)
        {
            throw new SettingsException(e.Message);
        }
    }

    static Command Verify
    {
        get
        {
            var folder = new Argument<string>("dir") { Description = "A copy of an edition" };
            var key = new Option<string>("--key") { Description = "The newspaper's public key, or a file that holds it", Required = true };
            var command = new Command("verify", "Says whether a copy of an edition is whole, unchanged and the newest known here") { folder, key };
            command.SetAction(async (parsed, stop) =>
            {
                var output = Workplace.Of(parsed).Output;
                var given = parsed.GetValue(key)!;
                var text = File.Exists(given) ? await File.ReadAllTextAsync(given, stop) : given;
                EditionFindings findings;
                var memory = new EditionMemory(parsed.GetValue(Verbs.Data)!);
                try
                {
                    findings = await EditionCheck.LookAsync(parsed.GetValue(folder)!, text, memory.Newest(text), stop);
                }
                catch (FormatException e)
                {
                    throw new SettingsException(e.Message);
                }
                foreach (var wrong in findings.Wrong) await output.WriteLineAsync(wrong);
                if (findings.Edition is { } edition)
                {
                    memory.Saw(text, edition.Number);
                    if (findings.IsWhole) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Whole and unchanged: edition {edition.Number} of {edition.Publication}, made {edition.MadeAt:yyyy-MM-dd HH:mm} UTC, {edition.Digests.Count} files."));
                }
                return findings.IsWhole ? 0 : 1;
            });
            return command;
        }
    }

    static Command Key
    {
        get
        {
            var command = new Command("key", "Prints the public key with which readers check a copy");
            command.SetAction(async (parsed, _) =>
            {
                var settings = ChaparSettings.Read(parsed.GetValue(Verbs.Data)!);
                await Workplace.Of(parsed).Output.WriteLineAsync(SiteEdition.KeyOf(settings.DataFolder).PublicKey);
                return 0;
            });
            return command;
        }
    }
}
