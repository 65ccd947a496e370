using Chapar.Database.Demo;

namespace Chapar.Tests.Database;

public class DemoTimeTests
{
    static readonly DateTime Now = new(2026, 11, 24, 20, 30, 0, DateTimeKind.Utc);
    static readonly TimeZoneInfo Bishkek = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek");

    [Theory]
    [InlineData("-45m", "2026-11-24T19:45")]
    [InlineData("-3h", "2026-11-24T17:30")]
    [InlineData("-3h 10m", "2026-11-24T17:20")]
    [InlineData("-2d 09:40", "2026-11-23T03:40")] // In Bishkek it is already the 25th.
    public void A_time_is_counted_back_from_now(string text, string expected) =>
        Assert.Equal(expected, DemoTime.Parse(text, Now, Bishkek).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("3h")]
    [InlineData("-2d")]
    [InlineData("-2d 25:00")]
    [InlineData("-0m")]
    public void Anything_else_is_refused(string text) => Assert.Throws<InvalidDataException>(() => DemoTime.Parse(text, Now, Bishkek));
}
