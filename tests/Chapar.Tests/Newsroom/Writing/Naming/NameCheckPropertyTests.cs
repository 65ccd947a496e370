using Chapar.Newsroom.Writing.Naming;
using CsCheck;

namespace Chapar.Tests.Newsroom.Writing.Naming;

/// <summary>What holds of the check of names for any text.</summary>
public class NameCheckPropertyTests
{
    const string Day = "2026-03-01";

    static readonly Gen<string> Right = Gen.OneOf((string[])["Astana", "Kazakhstan", "the Republic of Kazakhstan", "Kyrgyzstan", "Kara-Balta", "USA", "the United States", "Temir Japarkulov", "Askar Sydykov", "Astana’s", "Askar Sydykov’s"]);

    static readonly Gen<string> Wrong = Gen.OneOf((string[])["Nur-Sultan", "Akmola’s", "Kirghizia", "Karabalta", "Kara Balta", "Temir Zhaparkulov", "Temir Dzhaparkulov’s", "Askar Sidikov", "Sidikov", "Qazakhstan"]);

    static readonly Gen<string> Filling = Gen.OneOf((string[])["and then rain fell on", "was seen by", "spoke of the harvest in", "— said nobody —", "asked about water; later", "(as before) left", "met the mayor of"]);

    /// <summary>Sentences of names and what is between them; no two names stand side by side.</summary>
    static Gen<string> Texts(Gen<string> names) =>
        Gen.Select(names, Filling, Gen.OneOf((string[])[" ", ". Then ", ", ", "\u00A0"])).Array[1, 12].Select(parts => "Today " + string.Concat(parts.Select(p => $"{p.Item2} {p.Item1}{p.Item3}they wrote ")) + "and went.");

    static readonly string[] Languages = ["en", "ru", "kk", "ky", "uz", "tg", "tk"];

    static List<NamePoint> Told(string text, string language = "en") => [.. NameCheckTests.Check(language, text, Day).Points.OfType<NamePoint>()];

    [Fact]
    public void Of_preferred_spellings_nothing_is_told() => Texts(Right).Sample(text => Assert.Empty(NameCheckTests.Check("en", text, Day).Points), iter: 2_000);

    [Fact]
    public void What_is_put_in_place_is_not_told_again() => Texts(Gen.OneOf(Right, Wrong)).Sample(text =>
    {
        // Each correction leaves one place fewer.
        for (var left = int.MaxValue; Told(text) is [.., var point] told; left = told.Sum(p => p.Places.Count))
        {
            Assert.True(told.Sum(p => p.Places.Count) < left, text);
            var place = point.Places[0];
            var around = place.Before + place.Written + place.After;
            var at = text.IndexOf(around, StringComparison.Ordinal) + place.Before.Length;
            text = text[..at] + Assert.IsType<string>(point.Replacement) + text[(at + place.Written.Length)..];
        }
    }, iter: 500);

    [Fact]
    public void A_place_is_what_is_written_there() => Gen.Select(Texts(Gen.OneOf(Right, Wrong)), Gen.Int[0, Languages.Length - 1].Select(i => Languages[i])).Sample((text, language) =>
    {
        foreach (var place in Told(text, language).SelectMany(point => point.Places))
            Assert.Contains(place.Before + place.Written + place.After, text, StringComparison.Ordinal);
    }, iter: 1_000);

    [Fact]
    public void No_text_is_too_strange() => Gen.Select(Gen.OneOf(Gen.String, Gen.OneOf(Right, Wrong), Gen.Char["-’'. «»\u00AD\uD800\uDC00ТЖТАа\uFFFCİ"].Select(c => c.ToString())).Array[0, 12], Gen.Int[0, Languages.Length - 1].Select(i => Languages[i]))
        .Sample((pieces, language) => NameCheckTests.Check(language, string.Concat(pieces), Day, string.Join('-', pieces)).Points.Count >= 0, iter: 5_000);
}
