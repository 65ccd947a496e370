using System.Text;
using System.Text.RegularExpressions;

namespace Chapar.Tests.Rates.Fetching;

/// <summary>One failure: on the line, or in the document.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="Line">What goes wrong on the way.</param>
/// <param name="Spoil">What is done to the document; null when the bank's form cannot have this failure.</param>
sealed record Spoiled(string Name, LineFault Line = LineFault.None, Func<RecordedBank, string, string>? Spoil = null)
{
    /// <summary>The failures of the study of the banks; the order is that of the table.</summary>
    public static IReadOnlyList<Spoiled> All { get; } =
    [
        new("HTML with 200", Spoil: (_, _) => "<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body><p>We are back soon.<br></body></html>"),
        new("empty body", Spoil: (_, _) => ""),
        new("document of another day", Spoil: (bank, text) => bank.Redated(bank.Dollar(text, 1.02m), bank.Second.AddDays(-30))),
        new("truncated document", Spoil: (_, text) => text[..(text.Length / 2)]),
        new("connection cut in the middle", LineFault.CutOff),
        new("10 MB", Spoil: (_, text) => text + new string(' ', 10_000_000)),
        new("slow drip", LineFault.SlowDrip),
        new("reset", LineFault.Reset),
        new("redirect loop", LineFault.RedirectLoop),
        new("HTTP 502", LineFault.ServerError),
        new("DTD with an entity", Spoil: (bank, text) => bank.Source == "cbu" ? text : WithDtd(text)),
        new("the same code twice", Spoil: (bank, text) => bank.DollarRow.Replace(text, row =>
            row.Value + (bank.Source == "cbu" ? "," : "\n") + bank.Dollar(row.Value, 1.1m), 1)),
        new("zero nominal", Spoil: (bank, text) => bank.DollarRow.Replace(text, row => bank.Nominal.Replace(row.Value, "0", 1), 1)),
        new("a date three days past the true one", Spoil: (bank, text) => bank.Redated(bank.Dollar(text, 1.02m), bank.Second.AddDays(3))),
        new("a date 400 days ahead", Spoil: (bank, text) => bank.Redated(text, bank.Second.AddDays(400))),
        new("a jump of 40 %", Spoil: (bank, text) => bank.Dollar(text, 1.4m)),
        new("windows-1251 declared over UTF-8", Spoil: (bank, text) => bank.Source == "cbu" ? text : DeclaredWrongly(text)),
    ];

    static string WithDtd(string text)
    {
        int end = text.StartsWith("<?xml", StringComparison.Ordinal) ? text.IndexOf("?>", StringComparison.Ordinal) + 2 : 0;
        return text.Insert(end, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>");
    }

    /// <summary>The text in UTF-8 bytes, whatever it was in, under a declaration of windows-1251.</summary>
    static string DeclaredWrongly(string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        bool is1251 = text[..Math.Min(text.Length, 100)].Contains("windows-1251", StringComparison.OrdinalIgnoreCase);
        string read = is1251 ? CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetString(bytes) : Encoding.UTF8.GetString(bytes);
        string declared = Regex.Replace(read, "encoding=\"[^\"]*\"", "encoding=\"windows-1251\"");
        return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(declared));
    }
}
