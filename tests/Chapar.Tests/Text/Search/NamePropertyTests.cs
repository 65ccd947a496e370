using System.Globalization;
using System.Text;
using Chapar.Text.Search;
using CsCheck;

namespace Chapar.Tests.Text.Search;

/// <summary>What holds for any text, of the letters of the region or of none.</summary>
public class NamePropertyTests
{
    static readonly string?[] Languages = [null, "en", "ru", "kk", "ky", "uz", "tg", "tk", "xx"];

    static readonly Gen<string> Words = Gen.Char["aeiouyIİıäöüñşçžýňghskqtdvwjxфбвдёеияюъьщцтшчжҷқғҳӣӯўәіңөүұһАВСНابپتوی'ʻ’-\u00AD\u0301\uD800\uDC00 1."].Array[0, 40]
        .Select(letters => new string(letters));

    static readonly Gen<(string Text, string? Language)> Texts = Gen.Select(Gen.OneOf(Words, Gen.String), Gen.Int[0, Languages.Length - 1].Select(i => Languages[i]));

    [Fact]
    public void Any_text_has_words_with_keys_of_small_letters_and_digits() => Texts.Sample(given =>
    {
        foreach (var word in NameFolding.Fold(given.Text, given.Language))
        {
            Assert.Equal(given.Text.Substring(word.Start, word.Length), word.Surface);
            Assert.NotEmpty(word.Words);
            Assert.InRange(word.Names.Count, 0, 8);
            Assert.InRange(word.Nominatives.Count, 0, 8);
            Assert.All(word.Words, key => Assert.True(key.Length > 1 && IsPlain(key), $"{word.Surface}: {key}"));
            Assert.All(word.Names.Concat(word.Nominatives), name => Assert.True(IsPlain(name.Term) && name.Strict.Length > 0, $"{word.Surface}: {name.Strict}"));
        }
    }, iter: 20_000);

    [Fact]
    public void A_name_matches_itself_and_no_key_stands_twice() => Texts.Sample(given =>
    {
        foreach (var word in NameFolding.Fold(given.Text, given.Language))
        {
            Assert.All(word.Names, name => Assert.True(name.Matches(name) && NameKey.Of(name.Strict) == name));
            Assert.Equal(word.Names.Count + word.Nominatives.Count, word.Names.Concat(word.Nominatives).Distinct().Count());
            Assert.Equal(word.Words.Count, word.Words.Distinct().Count());
        }
    }, iter: 5_000);

    [Fact]
    public void A_query_of_no_language_has_every_key_that_a_text_of_some_language_has() => Texts.Sample(given =>
    {
        // Without the English possessive, which only an English text can be known to have.
        var text = given.Text.Replace("s", "", StringComparison.OrdinalIgnoreCase);
        foreach (var (asked, written) in NameFolding.Fold(text, null).Zip(NameFolding.Fold(text, given.Language)))
        {
            Assert.Subset(asked.Words.ToHashSet(), written.Words.ToHashSet());
            Assert.Equal(asked.Names, written.Names);
        }
    }, iter: 5_000);

    [Fact]
    public void A_cost_is_the_same_from_both_sides() => Gen.Select(Words, Words).Sample((one, other) =>
    {
        foreach (var a in NameFolding.Fold(one, null).SelectMany(word => word.Names))
            foreach (var b in NameFolding.Fold(other, null).SelectMany(word => word.Names))
                Assert.Equal(a.Cost(b), b.Cost(a), 9);
    }, iter: 2_000);

    [Fact]
    public void The_keys_do_not_depend_on_the_culture_nor_on_the_composition_of_letters_nor_on_what_stands_around() => Words.Sample(text =>
    {
        var here = Keys(text);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("tr-TR");
            Assert.Equal(here, Keys(text));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        foreach (var word in NameFolding.Fold(text, null).Where(word => !word.IsJoined))
            Assert.Equal(Keys(word.Surface), Keys($"({word.Surface}) "));
        if (!text.Any(char.IsSurrogate)) Assert.Equal(here, Keys(text.Normalize(NormalizationForm.FormD)));
    }, iter: 5_000);

    [Theory]
    [InlineData("Токаев", "ТОКАЕВ")]
    [InlineData("Oʻzbekiston", "OʻZBEKISTON")]
    [InlineData("Ысык-Көл", "ЫСЫК-КӨЛ")]
    public void Capitals_do_not_change_the_keys(string name, string capitals) => Assert.Equal(Keys(name), Keys(capitals));

    static IEnumerable<string> Keys(string text) => NameFolding.Fold(text, null).SelectMany(word => word.Words.Concat(word.Names.Select(name => name.Term)));

    static bool IsPlain(string key) => key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}
