using Chapar.Text;

namespace Chapar.Tests.Text;

public class WeekdaysTests
{
    static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("It rose on Monday, 24 November 2026.", "Monday, 24 November 2026 is Tuesday")]
    [InlineData("on Friday November 27th", "")]
    [InlineData("on Thursday, November 27, 2026", "Thursday, November 27, 2026 is Friday")]
    [InlineData("во вторник, 24 ноября, вода поднялась", "")]
    [InlineData("в среду 24 ноября вода поднялась", "среду 24 ноября is Tuesday")]
    [InlineData("на воскресенье, 1 января 2027 года", "воскресенье, 1 января 2027 is Friday")]
    [InlineData("Friday, 1 January", "")]
    [InlineData("Monday, 30 February 2026, the 24 of them", "")]
    public void A_weekday_that_its_date_does_not_have_is_found(string text, string found) =>
        Assert.Equal(found, string.Join("; ", Weekdays.Contradictions(text, Today).Select(w => $"{w.Said} is {w.Is}")));
}
