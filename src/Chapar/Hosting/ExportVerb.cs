using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
                var edition = await StaticEditions.WriteAsync(settings, target, clock, stop);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{edition.Outcome.Written} files written, {edition.Outcome.Unchanged} unchanged, {edition.Outcome.Removed} removed; edition {edition.Manifest.Number} in {target}."));
                foreach (var (page, link) in edition.Outcome.Dead) await output.WriteLineAsync($"dead link: {page} -> {link}");
                foreach (var failure in edition.Outcome.Failed) await output.WriteLineAsync($"failed: {failure}");
                return edition.Outcome.Dead.Count + edition.Outcome.Failed.Count > 0 ? 1 : 0;
            });
            return command;
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
                await Workplace.Of(parsed).Output.WriteLineAsync(StaticEditions.KeyOf(settings).PublicKey);
                return 0;
            });
            return command;
        }
    }
}
