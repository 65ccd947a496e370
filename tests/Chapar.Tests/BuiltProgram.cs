using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Chapar.Tests.House;

namespace Chapar.Tests;

/// <summary>The program as a process of its own, for tests that kill it.</summary>
static class BuiltProgram
{
    /// <summary>Where its build puts it, with what it needs: "src/Chapar/bin/Release/net10.0/linux-x64/chapar.dll". The one beside the tests lacks SQLite.</summary>
    static readonly string path = Path.Combine(Sources.Root, "src", "Chapar", "bin", Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/'))!.Name, "net10.0", "linux-x64", "chapar.dll");

    /// <summary>Starts it on SQLite, whatever database the tests run on; what it writes is read from <see cref="Process.StandardOutput"/>.</summary>
    public static Process Start(params string[] arguments) => Start(new Dictionary<string, string?>(), arguments);

    static Process Start(IReadOnlyDictionary<string, string?> environment, string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [path, .. arguments]) { RedirectStandardOutput = true };
        start.Environment.Remove("CHAPAR_DATABASE__POSTGRES");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>An address on which nothing listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Starts the site, and waits until it answers.</summary>
    /// <param name="data">Its folder.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="environment">Settings; none for those of the folder.</param>
    public static async Task<Process> ServeAsync(string data, Uri address, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var server = Start(environment ?? new Dictionary<string, string?>(), ["serve", "--data", data, "--urls", address.ToString().TrimEnd('/')]);
        // It says its address when it answers.
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.Contains(address.Authority, StringComparison.Ordinal)) break;
        _ = server.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
