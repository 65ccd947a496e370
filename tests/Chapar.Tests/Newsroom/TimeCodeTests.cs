using Chapar.Staff;

namespace Chapar.Tests.Newsroom;

/// <summary>The codes of authenticator apps, against the numbers of RFC 6238 (appendix B, SHA-1, last six digits).</summary>
public class TimeCodeTests
{
    /// <summary>"12345678901234567890" in base 32.</summary>
    const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_that_of_the_standard(long seconds, string code) => Assert.Equal(code, TimeCode.At(Secret, At(seconds)));

    [Fact]
    public void A_code_is_good_for_its_step_and_one_to_either_side()
    {
        var code = TimeCode.At(Secret, At(3000));
        Assert.Equal([null, 100, 100, 100, null], new long[] { 2940, 2970, 3000, 3030, 3060 }.Select(seconds => TimeCode.StepOf(Secret, code, At(seconds))));
    }

    [Fact]
    public void What_is_no_code_is_no_code()
    {
        foreach (var text in new[] { "", "12345", "1234567", "28708a", "٢٨٧٠٨٢" }) Assert.Null(TimeCode.StepOf(Secret, text, At(59)));
        Assert.Equal(1, TimeCode.StepOf(Secret, "287 082", At(59)));
    }

    [Fact]
    public void A_new_secret_is_one_and_another_each_time()
    {
        var secrets = Enumerable.Range(0, 20).Select(_ => TimeCode.NewSecret()).ToList();
        Assert.All(secrets, secret => Assert.True(TimeCode.IsSecret(secret), secret));
        Assert.Equal(20, secrets.Distinct().Count());
    }

    static DateTime At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime;
}
