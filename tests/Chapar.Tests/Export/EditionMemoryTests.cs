using System.Globalization;
using System.Text.RegularExpressions;
using Chapar.Export;

namespace Chapar.Tests.Export;

/// <summary>Numbers of editions: none is given twice, none is forgotten, however many write at once.</summary>
public sealed partial class EditionMemoryTests
{
    [Fact]
    public async Task Exports_at_once_have_a_number_each_and_all_are_remembered()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the command line is tried on SQLite");
        await using var site = await Site.StartAsync();
        await (await World.MakeAsync(site)).PublishAsync("The river rises");
        List<Printed> all = [.. Enumerable.Range(0, 4).Select(_ => new Printed(site))];
        var said = await Task.WhenAll(all.Select((printed, i) => Task.Run(() => printed.ExportAsync("--base-url", $"https://mirror{i}.example.org"), TestContext.Current.CancellationToken)));
        Assert.Equal([1L, 2, 3, 4], said.Select(NumberOf).Order());
        var memory = new EditionMemory(site.Folder);
        var key = await all[0].KeyAsync();
        Assert.Equal(said.Select(NumberOf), Enumerable.Range(0, 4).Select(i => memory.Newest(key, $"https://mirror{i}.example.org")));
        all.ForEach(printed => printed.Dispose());
    }

    [Fact]
    public async Task No_number_is_given_twice()
    {
        var folder = TestFolder.Make("numbers");
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Enumerable.Range(0, 25).Select(_ => new EditionMemory(folder).Take("KEY", 0)).ToList(), TestContext.Current.CancellationToken)));
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), taken.SelectMany(all => all).Order());
    }

    static long NumberOf(string said) => long.Parse(Number().Match(said).Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("edition (?<number>[0-9]+) in")]
    private static partial Regex Number();
}
