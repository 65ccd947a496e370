using Chapar.Settings;

namespace Chapar.Tests.Settings;

public sealed class WholeFileTests
{
    [Fact]
    public void A_file_is_written_over_the_old_one_and_over_what_a_cut_run_left()
    {
        var path = Path.Combine(TestFolder.Make("whole"), "deep", "er", "page.html");
        foreach (var content in new[] { "first", "the second, which is longer", "third" })
        {
            var at = WholeFile.Write(path, System.Text.Encoding.UTF8.GetBytes(content));
            Assert.Equal(content, File.ReadAllText(path));
            Assert.Equal(at, File.GetLastWriteTimeUtc(path));
            Assert.False(File.Exists(path + ".new"));
            File.WriteAllText(path + ".new", "half of a page that was never finish");
        }
    }
}
