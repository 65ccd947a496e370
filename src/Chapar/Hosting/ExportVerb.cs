using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Chapar.Export;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>export site</c>, <c>export verify</c>, <c>export key</c>, <c>export mirrors</c>: the newspaper as signed files, and whether a copy of them is whole.</summary>
static partial class ExportVerb
{
    public static Command Command => new("export", "The whole site as files that work anywhere, signed") { Site, Verify, Key, Mirrors };

    static Command Site
    {
        get
        {
            var folder = new Argument<string>("dir") { Description = "Where the files go: an empty folder, or an edition made before, of which only what has changed is written" };
            var address = new Option<string?>("--base-url") { Description = "Where the files will be served, with or without a path; the publication's own address when not given" };
            var command = new Command("site", "Writes every public page, feed, picture and style as a file") { folder, address };
            command.SetAction(async (parsed, stop) =>
            {
                var (output, clock) = (Workplace.Of(parsed).Output, Workplace.Of(parsed).Clock);
                var settings = ChaparSettings.Read(parsed.GetValue(Verbs.Data)!);
                House.MustExist(settings);
                var at = parsed.GetValue(address) ?? settings.Publication.BaseUrl;
                if (EditionSettings.ProblemOfAddress("--base-url", at) is { } problem) throw new SettingsException(problem);
                var target = Path.GetFullPath(parsed.GetValue(folder)!);
                var started = Stopwatch.GetTimestamp();
                var (manifest, outcome) = await EditionPress.PrintAsync(settings, at, target, clock, stop);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{outcome.Written} files written, {outcome.Unchanged} unchanged, {outcome.Removed} removed, {outcome.Links} links checked in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; edition {manifest.Number} in {target}."));
                foreach (var (page, link) in outcome.Dead) await output.WriteLineAsync($"dead link: {page} leads to {link}, where nothing stands");
                foreach (var failure in outcome.Failed) await output.WriteLineAsync($"failed: {failure}");
                return outcome.Dead.Count + outcome.Failed.Count > 0 ? 1 : 0;
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
                try
                {
                    await Workplace.Of(parsed).Output.WriteLineAsync(SiteEdition.KeyOf(settings.DataFolder).PublicKey);
                }
                catch (FormatException e)
                {
                    throw new SettingsException(e.Message);
                }
                return 0;
            });
            return command;
        }
    }

    static Command Mirrors
    {
        get
        {
            var name = new Argument<string?>("name") { Description = "One of edition:mirrors; all when not given", Arity = ArgumentArity.ZeroOrOne };
            var command = new Command("mirrors", "Makes the editions for the mirrors now and brings them there, as the site does by itself when something is published") { name };
            command.SetAction(async (parsed, stop) =>
            {
                var workplace = Workplace.Of(parsed);
                var settings = ChaparSettings.Read(parsed.GetValue(Verbs.Data)!);
                var given = parsed.GetValue(name);
                var chosen = settings.Edition.Mirrors.Where(m => given is null || m.Name == given).ToList();
                if (chosen.Count == 0) throw new SettingsException(settings.Edition.Mirrors.Count == 0 ? "No mirror is set: edition:mirrors in chapar.json lists them." : $"'{given}' is no mirror: known are {string.Join(", ", settings.Edition.Mirrors.Select(m => m.Name))}.");
                int failed = 0;
                foreach (var mirror in chosen)
                {
                    try
                    {
                        await workplace.Output.WriteLineAsync(await new MirrorDelivery(mirror, settings, workplace.Clock).BringAsync(stop));
                    }
                    catch (Exception e) when (e is IOException or HttpRequestException or UnauthorizedAccessException or SettingsException)
                    {
                        failed++;
                        await workplace.Error.WriteLineAsync($"{mirror.Name}: {e.Message}");
                    }
                }
                return failed > 0 ? 1 : 0;
            });
            return command;
        }
    }
}
