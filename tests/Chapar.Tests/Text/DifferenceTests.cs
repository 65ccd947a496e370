using Chapar.Tests.Articles.Body;
using Chapar.Text;
using CsCheck;

namespace Chapar.Tests.Text;

public class DifferenceTests
{
    static string Show(IEnumerable<Piece> pieces) =>
        string.Concat(pieces.Select(p => p.Change switch { Change.Added => $"{{+{p.Text}+}}", Change.Removed => $"{{-{p.Text}-}}", _ => p.Text }));

    [Fact]
    public void A_changed_sentence_shows_its_changed_words() =>
        Assert.Equal("The {-river-}{+Naryn+} rose by {-a metre.-}{+two metres.+}", Show(Difference.OfWords("The river rose by a metre.", "The Naryn rose by two metres.")));

    [Fact]
    public void A_new_paragraph_is_new_and_the_others_stay()
    {
        var lines = Difference.OfParagraphs("It rose.\nNobody was hurt.", "It rose.\nThe road is closed.\nNobody was hurt.");
        Assert.Equal(["It rose.", "{+The road is closed.+}", "Nobody was hurt."], lines.Select(line => Show(line.Pieces)));
    }

    [Fact]
    public void A_paragraph_of_other_words_is_another_paragraph()
    {
        var lines = Difference.OfParagraphs("The road to Osh is open again.", "Schools begin at nine.");
        Assert.Equal(["{-The road to Osh is open again.-}", "{+Schools begin at nine.+}"], lines.Select(line => Show(line.Pieces)));
    }

    [Fact]
    public void Without_what_was_added_it_is_the_old_text_and_without_what_was_removed_the_new()
    {
        var text = Trees.OneOf("река ", "river ", "rises ", "a ", "a ", "—  ").Array[0, 12].Select(words => string.Concat(words));
        Gen.Select(text, text).Sample((before, after) =>
        {
            var pieces = Difference.OfWords(before, after);
            Assert.Equal(before, string.Concat(pieces.Where(p => p.Change != Change.Added).Select(p => p.Text)));
            Assert.Equal(after, string.Concat(pieces.Where(p => p.Change != Change.Removed).Select(p => p.Text)));
        }, iter: 2_000);
    }
}
