using System.Collections.Frozen;

namespace Chapar.Rates;

/// <summary>The currency codes of ISO 4217 that are in use (list one, 2026), with those of the fund units the banks quote. Banks go on serving
/// retired ones: BYR stands frozen beside BYN in the Kyrgyz weekly document. They are kept as published and not shown.</summary>
public static class Currencies
{
    static readonly FrozenSet<string> active = FrozenSet.ToFrozenSet(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK
        DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS
        KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD
        OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP
        TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> spans = active.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Those whose smallest coin is not a hundredth (ISO 4217, list one). The special drawing right has none.</summary>
    static readonly FrozenDictionary<string, int> minorDigits = (
        from line in (string[])["0 BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF", "3 BHD IQD JOD KWD LYD OMR TND"]
        from code in line[2..].Split(' ')
        select KeyValuePair.Create(code, line[0] - '0')).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The currencies of the first table of <c>/rates</c>, in its order: the world's, the neighbours', the region's.</summary>
    public static IReadOnlyList<string> Main { get; } = ["USD", "EUR", "RUB", "CNY", "KGS", "KZT", "TJS", "UZS", "TMT"];

    public static bool IsActive(string code) => active.Contains(code);

    /// <summary>A code as a string: the same one each time for an active code, since they stand in every row of every bulletin.</summary>
    public static string Known(ReadOnlySpan<char> code) => spans.TryGetValue(code, out string? known) ? known : code.ToString();

    /// <summary>How many decimals an amount of this money has: 2, 0 for the yen, 3 for the dinar. Null for what is no coin (XDR) and for
    /// unknown codes: such amounts are told by their significant digits.</summary>
    public static int? MinorDigits(string code) => code == "XDR" || !IsActive(code) ? null : minorDigits.GetValueOrDefault(code, 2);

    /// <summary>The ISO code of what somebody wrote: capitals, and XDR for the banks' SDR.</summary>
    public static string Code(string text) => text.Trim().ToUpperInvariant() is var code && code == "SDR" ? "XDR" : code;
}
