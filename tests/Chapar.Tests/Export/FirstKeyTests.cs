using Chapar.Export;

namespace Chapar.Tests.Export;

public sealed class FirstKeyTests
{
    [Fact]
    public async Task All_who_begin_at_once_have_one_key()
    {
        for (int round = 0; round < 100; round++)
        {
            var folder = TestFolder.Make("key");
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SiteEdition.KeyOf(folder).PublicKey, TestContext.Current.CancellationToken)));
            Assert.Single(keys.Distinct());
            Assert.Equal(["edition.key"], Directory.GetFiles(Path.Combine(folder, "keys")).Select(Path.GetFileName));
        }
    }
}
