using Chapar.Text.Search;

namespace Chapar.Tests.Text.Search;

public sealed class WordMemoryTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(10_000)]
    public void Words_are_what_folding_makes_of_them_however_few_are_remembered(int most)
    {
        Random random = new(7);
        WordMemory<FoldedWord> memory = new("ru", most, word => word);
        for (var text = 0; text < 40; text++)
        {
            var written = string.Join(' ', Enumerable.Range(0, 60).Select(_ => $"{"Токаев Ош-базар река Оʻzbek river".Split(' ')[random.Next(5)]}{random.Next(40)}"));
            var folded = NameFolding.Fold(written, "ru");
            var remembered = memory.Fold(written);
            Assert.Equal(folded.Select(word => (word.Start, word.Length, word.IsJoined, word.Surface)), remembered.Select(word => (word.Place.Start, word.Place.Length, word.Place.IsJoined, word.Word.Surface)));
            Assert.All(folded.Zip(remembered), pair => Assert.Equal(pair.First.Words, pair.Second.Word.Words));
        }
    }

    [Fact]
    public void A_word_is_made_once_while_there_is_room()
    {
        var made = 0;
        WordMemory<FoldedWord> memory = new("en", 1000, word => { made++; return word; });
        for (var i = 0; i < 3; i++) memory.Fold("the river and the road");
        Assert.Equal(4, made);
    }
}
