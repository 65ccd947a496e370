using System.Net;
using System.Net.Sockets;

namespace Chapar.Newsroom.Writing.Links;

/// <summary>Says whether an address of the network is one that readers could reach: nobody is to look into the newsroom's own network by a link in a story.</summary>
/// <param name="alsoAllowed">For tests: an address that is let through all the same.</param>
public sealed class PublicNet(IPAddress? alsoAllowed = null)
{
    // Special purposes: IANA's registries (RFC 6890 and its successors).
    static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Of the global unicast space: protocol assignments with Teredo, documentation, 6to4 (which can hold any address of the others).
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    public bool Allows(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.Equals(alsoAllowed)) return true;
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(address)) return false;
        return !Special.Any(network => network.Contains(address));
    }

    /// <summary>
    /// A connection to a host, by the very address that was looked at: a name that is asked for twice can answer differently.
    /// Used for each connection, so that a redirect is looked at too.
    /// </summary>
    /// <exception cref="NotPublicException">The name leads into no public network.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, stop);
        IPAddress[] open = [.. found.Where(Allows)];
        if (open.Length == 0) throw new NotPublicException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>What was to be reached lies in no public network.</summary>
public sealed class NotPublicException() : Exception("not a public address");
