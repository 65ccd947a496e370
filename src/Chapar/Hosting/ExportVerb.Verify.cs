using System.CommandLine;
using System.Globalization;
using Chapar.Export;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>export verify</c>: run by readers as well, far from any newspaper, in a copy that must stay as it is.</summary>
static partial class ExportVerb
{
    static Command Verify
    {
        get
        {
            var folder = new Argument<string>("dir") { Description = "A copy of an edition" };
            var key = new Option<string>("--key") { Description = "The newspaper's public key, or a file that holds it", Required = true };
            var newest = new Option<long>("--newest") { Description = "The number of the newest edition that you know of; an older one is named. Else the newest that was made or checked here" };
            var command = new Command("verify", "Says whether a copy of an edition is whole, unchanged and the newest known here") { folder, key, newest };
            command.SetAction(async (parsed, stop) =>
            {
                var output = Workplace.Of(parsed).Output;
                var given = parsed.GetValue(key)!;
                var text = File.Exists(given) ? await File.ReadAllTextAsync(given, stop) : given;
                var seen = new Seen(parsed, parsed.GetValue(folder)!, text);
                EditionFindings findings;
                try
                {
                    findings = await EditionCheck.LookAsync(parsed.GetValue(folder)!, text, address => Math.Max(parsed.GetValue(newest), seen.Newest(address)), stop);
                }
                catch (FormatException e)
                {
                    throw new SettingsException(e.Message);
                }
                foreach (var wrong in findings.Wrong) await output.WriteLineAsync(wrong);
                if (findings.Edition is { } edition)
                {
                    if (findings.IsWhole) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Whole and unchanged: edition {edition.Number} of {edition.Publication} for {edition.Address}, made {edition.MadeAt:yyyy-MM-dd HH:mm} UTC, {edition.Digests.Count} files."));
                    if (seen.Remember(edition) is { } reason) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Not remembered: {reason} An older copy is known by --newest {edition.Number}."));
                }
                return findings.IsWhole ? 0 : 1;
            });
            return command;
        }
    }

    /// <summary>What was made or checked with a data folder; a convenience, without which there is a verdict all the same.</summary>
    sealed class Seen
    {
        readonly EditionMemory? memory;
        readonly string key;
        string? problem;

        /// <param name="parsed">The command line.</param>
        /// <param name="copy">What is checked.</param>
        /// <param name="key">Of the newspaper.</param>
        public Seen(ParseResult parsed, string copy, string key)
        {
            this.key = key;
            var data = Path.GetFullPath(parsed.GetValue(Verbs.Data)!);
            // A folder in the copy is a part of it, or nobody's: "data" is also what a page may be called.
            if (Directory.Exists(data) && !IsWithin(data, copy)) memory = new EditionMemory(data);
            else if (parsed.GetResult(Verbs.Data) is { Implicit: false } || Environment.GetEnvironmentVariable("CHAPAR_DATA") is { Length: > 0 })
                problem = Directory.Exists(data) ? $"{data} lies in the copy." : $"there is no folder {data}.";
        }

        /// <summary>The number of the newest that is known of an address; 0 for none.</summary>
        public long Newest(string address) => Tried(() => memory?.Newest(key, address) ?? 0);

        /// <summary>Why it could not be remembered, where somebody wanted it; null when nothing is to be said.</summary>
        public string? Remember(EditionManifest edition)
        {
            Tried(() =>
            {
                memory?.Saw(key, edition);
                return 0;
            });
            return problem;
        }

        long Tried(Func<long> act)
        {
            try
            {
                return act();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
            {
                problem = e.Message;
                return 0;
            }
        }

        static bool IsWithin(string path, string folder)
        {
            var real = Path.GetFullPath(Directory.Exists(folder) ? Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder : folder);
            return (path + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(real) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        }
    }
}
