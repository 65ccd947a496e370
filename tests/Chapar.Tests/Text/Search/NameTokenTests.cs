using Chapar.Text.Search;

namespace Chapar.Tests.Text.Search;

public class NameTokenTests
{
    [Theory]
    [InlineData("The Naryn rose, by 2 m.", "The Naryn rose by 2 m")]
    [InlineData("O'zbek O‘zbek Oʻzbek O`zbek", "O'zbek O‘zbek Oʻzbek O`zbek")]
    [InlineData("“Rogʻ” and ‘Buxoro’ and 'Osh'", "Rogʻ and Buxoro and Osh")]
    [InlineData("tog' bo' (yo‘) men'", "tog' bo' yo‘ men")]
    [InlineData("Ысык-Көл", "Ысык Көл Ысык-Көл=")]
    [InlineData("Ысык\u2011Көл - Бишкек—Ош-", "Ысык Көл Ысык\u2011Көл= Бишкек Ош")]
    [InlineData("24-noyabrda COVID-19", "24 noyabrda COVID 19 COVID-19=")]
    [InlineData("a-b-c-d-e", "a b c d e")]
    [InlineData("Кыр\u00ADгыз\u00ADстан", "Кыр\u00ADгыз\u00ADстан")]
    [InlineData("می\u200Cروم امام", "می\u200Cروم امام")]
    [InlineData("Чолпо\u0301н \u0301 А.Н.", "Чолпо\u0301н А Н А.Н=")]
    [InlineData("U.N. talks, А.С. Пушкин, А.С.Пушкин, at 5.p", "U N U.N= talks А С Пушкин А С Пушкин at 5 p")]
    [InlineData("\uD83D\uDE00 \uD800Osh\uDC00", "Osh")]
    public void A_text_is_cut_into_words_with_the_signs_that_are_theirs(string text, string words) =>
        Assert.Equal(words, string.Join(' ', NameFolding.Fold(text, null).Select(word => word.Surface + (word.IsJoined ? "=" : ""))));

    [Fact]
    public void A_word_knows_its_place_in_the_text_as_it_was_written()
    {
        const string text = "Абаи\u0306 — Қасым-Жомарт.";
        Assert.Equal(["0 5 Абаи\u0306", "8 5 Қасым", "14 6 Жомарт", "8 12 Қасым-Жомарт"],
            NameFolding.Fold(text, "kk").Select(word => $"{word.Start} {word.Length} {word.Surface}"));
    }

    [Fact]
    public void A_name_in_a_text_is_capitalised_or_in_a_script_without_capitals()
    {
        var words = NameFolding.Fold("Тоқаев ОШ келди رحمان 2026 А", "kk");
        Assert.Equal(["Тоқаев", "ОШ", "رحمان", "А"], words.Where(word => word.MayBeName).Select(word => word.Surface));
        Assert.Equal(["ОШ"], words.Where(word => word.IsAllCapitals).Select(word => word.Surface));
    }

    [Theory]
    [InlineData("Cерік", "Серік")]
    [InlineData("Mаjlis", "Majlis")]
    [InlineData("Hуpлан", "Нурлан")]
    [InlineData("ҚAЗАҚCTAH", "ҚАЗАҚСТАН")]
    [InlineData("қаhарман", "қаһарман")]
    [InlineData("Чолпо\u0301н-Ата\u0301", "Чолпон-Ата")]
    [InlineData("Чи\u0306", "Чй")]
    [InlineData("Тољикистон", "Тоҷикистон")]
    [InlineData("QIZILORDA", "qizilorda")]
    [InlineData("İLI", "ilı")]
    [InlineData("Фарг'она", "Фаргона")]
    [InlineData("Gʻani", "Ğani")]
    [InlineData("Кыр\u00ADгыз", "Кыргыз")]
    public void A_word_is_read_through_look_alikes_marks_and_capitals(string typed, string meant) =>
        Assert.Equal(Keys(meant), Keys(typed));

    static IEnumerable<string> Keys(string text) => NameFolding.Fold(text, null).SelectMany(word => word.Words.Concat(word.Names.Select(name => name.Term)));
}
