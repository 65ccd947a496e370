using System.Net;
using System.Net.Sockets;

namespace Chapar.Hosting;

/// <summary>An address to listen on, looked at before the server is: it would say in a page of calls what hinders it.</summary>
static class ListenAddress
{
    /// <summary>What hinders the site from being served there, and what to do; null if nothing does.</summary>
    /// <param name="url">As it was given, such as <c>http://127.0.0.1:5080</c>.</param>
    public static string? Hindrance(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return $"--urls: \"{url}\" is no address. Give one such as http://127.0.0.1:5080; several are parted by semicolons.";
        }
        if (address.IsUnixPipe || address.IsNamedPipe) return null;
        try
        {
            using TcpListener probe = new(Of(address.Host), address.Port);
            probe.Start();
            return null;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"--urls: {url} is in use by another program, perhaps by Chapar itself. Stop that one, or give another address.",
                SocketError.AccessDenied => $"--urls: the system does not let this user listen on {url}. Give a port above 1023, and let a web server such as nginx pass on to it.",
                _ => $"--urls: the site cannot be served on {url}: {e.Message}. Give an address of this machine.",
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return $"--urls: {url} has no port. Give one from 1 to 65535.";
        }
    }

    /// <summary>A name other than localhost means every address, to the server too.</summary>
    static IPAddress Of(string host) => host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var address) ? address : IPAddress.Any;
}
