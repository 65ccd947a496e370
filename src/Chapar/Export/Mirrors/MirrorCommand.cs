using System.ComponentModel;
using System.Diagnostics;

namespace Chapar.Export.Mirrors;

/// <summary>Runs the command that takes an edition to a mirror: rsync, scp, a script of the house.</summary>
public static class MirrorCommand
{
    /// <param name="command">For the shell. In its environment: CHAPAR_EDITION, the folder; CHAPAR_MIRROR, the mirror's name; CHAPAR_ADDRESS, its address.</param>
    /// <param name="name">The mirror's name.</param>
    /// <param name="address">Where readers reach it.</param>
    /// <param name="edition">The folder of the edition.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="IOException">It ended with another code than 0, or took too long.</exception>
    public static async Task RunAsync(string command, string name, string address, string edition, TimeSpan longest, CancellationToken stop)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = edition };
        (start.Environment["CHAPAR_EDITION"], start.Environment["CHAPAR_MIRROR"], start.Environment["CHAPAR_ADDRESS"]) = (edition, name, address);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(longest);
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                var (said, wrong) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
                await process.WaitForExitAsync(limit.Token);
                await said;
                if (process.ExitCode != 0) throw new IOException($"The command of the mirror {name} ended with {process.ExitCode}: {Last(await wrong)}");
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                if (stop.IsCancellationRequested) throw;
                throw new IOException($"The command of the mirror {name} took longer than {longest.TotalSeconds:0} seconds and was ended.");
            }
        }
        catch (Win32Exception e)
        {
            throw new IOException($"The command of the mirror {name} could not be run: {e.Message}", e);
        }
    }

    static string Last(string said) => said.Trim() is { Length: > 300 } much ? much[^300..] : said.Trim();
}
