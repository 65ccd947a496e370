using Chapar.Fronts;

namespace Chapar.Tests.Newsroom.Fronts;

/// <summary>What happens to the slots of a front when something is put, moved or taken.</summary>
public class FrontLayoutTests
{
    static readonly Guid[] stories = [.. Enumerable.Range(1, 6).Select(i => new Guid(i, 0, 0, new byte[8]))];

    static FrontLayout Of(string slots) => slots.Index().Aggregate(FrontLayout.Empty, (layout, slot) => slot.Item == '-' ? layout : layout.Set(slot.Index, new FrontItem(stories[slot.Item - 'a'])));

    static string Said(FrontLayout layout) => string.Concat(layout.Items.Select(item => item is null ? '-' : (char)('a' + Array.IndexOf(stories, item.Article))));

    [Theory]
    [InlineData("-----", 'a', 0, "a----")]
    [InlineData("ab---", 'c', 0, "cab--")]
    [InlineData("ab-d-", 'c', 0, "cabd-")]
    [InlineData("abcde", 'f', 1, "afbcd")]
    [InlineData("abcde", 'f', 4, "abcdf")]
    [InlineData("abc--", 'a', 2, "-bac-")]
    [InlineData("-----", 'a', 4, "----a")]
    public void A_story_is_put_into_a_slot_and_others_make_room(string before, char story, int at, string after) =>
        Assert.Equal(after, Said(Of(before).With(stories[story - 'a'], at)));

    [Theory]
    [InlineData("abc--", 2, 0, "cab--")]
    [InlineData("abc--", 0, 2, "bca--")]
    [InlineData("a-c--", 0, 1, "-ac--")]
    public void What_is_moved_pushes_over_what_lies_between(string before, int from, int to, string after) => Assert.Equal(after, Said(Of(before).Moved(from, to)));

    [Theory]
    [InlineData("-----", 0)]
    [InlineData("a-c--", 1)]
    [InlineData("abcde", 4)]
    public void An_added_story_goes_to_the_first_empty_slot_or_the_last(string before, int slot) => Assert.Equal(slot, Of(before).NextFree);

    [Fact]
    public void A_layout_is_read_back_as_it_was_written()
    {
        var layout = Of("a-c").Set(3, new FrontItem(stories[5], "Own “words”", stories[0], new DateTime(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(layout, FrontLayout.FromJson(layout.ToJson()));
        Assert.Equal(FrontLayout.Empty, FrontLayout.FromJson(""));
    }
}
