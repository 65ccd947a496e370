using System.Diagnostics;

namespace Chapar.BrowserTests;

/// <summary>Programs of the machine.</summary>
internal static class Programs
{
    /// <summary>The first of <paramref name="names"/> in the PATH, or null.</summary>
    public static string? Find(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault();

    /// <summary>Runs <paramref name="program"/> to its end; the exit code and all it wrote.</summary>
    public static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
