using System.Globalization;

namespace Chapar.Pages;

/// <summary>The ways in which an answer may be packed here.</summary>
enum Packing { None, Gzip, Brotli }

/// <summary>What a reader says with Accept-Encoding (RFC 9110, 12.5.3): browsers take no Brotli over plain http, and some prefer one to another.</summary>
static class AcceptedEncoding
{
    /// <summary>Weights have three places at most.</summary>
    const int Full = 1000;

    /// <summary>The packing that weighs most; of two that weigh the same Brotli, which is smaller. Nothing is packed for who does not name it.</summary>
    public static Packing Best(ReadOnlySpan<char> accepted)
    {
        int brotli = 0, gzip = 0, plain = 0;
        foreach (var range in accepted.Split(','))
        {
            var item = accepted[range];
            var end = item.IndexOf(';');
            var name = (end < 0 ? item : item[..end]).Trim();
            var weight = end < 0 ? Full : Weight(item[(end + 1)..]);
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) brotli = weight;
            else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase)) gzip = weight;
            else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase)) plain = weight;
        }
        var most = Math.Max(brotli, gzip);
        return most == 0 || plain > most ? Packing.None : brotli == most ? Packing.Brotli : Packing.Gzip;
    }

    /// <summary>As it stands in Content-Encoding; null where nothing is packed.</summary>
    public static string? NameOf(Packing packing) => packing switch { Packing.Brotli => "br", Packing.Gzip => "gzip", _ => null };

    /// <summary>"q=0.5"; none for what cannot be read: unpacked is right for everybody.</summary>
    static int Weight(ReadOnlySpan<char> said)
    {
        var at = said.IndexOf('=');
        if (at < 0 || !said[..at].Trim().Equals("q", StringComparison.OrdinalIgnoreCase)) return Full;
        return decimal.TryParse(said[(at + 1)..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= 1 ? (int)(weight * Full) : 0;
    }
}
