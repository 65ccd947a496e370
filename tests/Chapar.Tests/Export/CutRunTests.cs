namespace Chapar.Tests.Export;

/// <summary>Whose files are in the folder: those of somebody else are never touched, those of a run that was cut off are made good.</summary>
public sealed class CutRunTests : ExportTests
{
    const string ForeignList = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  index.html\n";

    const int Stories = 100;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ForeignList)]
    [InlineData("")]
    [InlineData("# edition: 1\n# made: 2026-11-24T06:00:00Z\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  ../index.html\n")]
    public async Task A_list_that_is_none_of_an_edition_does_not_open_the_folder(string list)
    {
        await PutAsync("SHA256SUMS", list);
        await PutAsync("index.html", "Years of work.");
        var (code, output) = await printed.RunAsync(["export", "site", printed.Folder]);
        Assert.Equal((2, $"{printed.Folder} is not empty and holds no edition: give another folder, or empty it.\n"), (code, output));
        Assert.Equal([("SHA256SUMS", list), ("index.html", "Years of work.")], printed.Files().Select(file => (file, printed.Read(file))));
    }

    [Fact]
    public async Task A_first_run_that_is_interrupted_says_so_and_the_next_one_goes_on()
    {
        for (int i = 0; i < Stories; i++) await world.PublishAsync($"Story {i} of the river");
        await InterruptAsync("index.html");
        await PutAsync("notes.txt", "Mine.");
        await printed.ExportAsync();
        Assert.Equal("Mine.", printed.Read("notes.txt"));
        var (code, lines) = await printed.VerifyAsync(await printed.KeyAsync());
        Assert.Equal((1, "notes.txt was added: it is no part of the edition."), (code, Assert.Single(lines)));
    }

    [Fact]
    public async Task What_is_in_the_folder_instead_of_what_an_interrupted_run_wrote_is_left_alone()
    {
        for (int i = 0; i < Stories; i++) await world.PublishAsync($"Story {i} of the river");
        await InterruptAsync("index.html");
        Directory.Delete(printed.Folder, recursive: true);
        await PutAsync("thesis.txt", "Years of work.");
        Assert.Equal(2, (await printed.RunAsync(["export", "site", printed.Folder])).Code);
        Assert.Equal(["thesis.txt"], printed.Files());
    }

    [Fact]
    public async Task After_a_run_that_was_cut_off_goes_what_it_wrote_and_nothing_else()
    {
        await world.PublishAsync("The river rises");
        await printed.ExportAsync();
        // As a run leaves it that was killed: one page written, the next one begun, of the last only the folder, and of a name the first half.
        await CutAsync("2026/11/never/index.html\n2026/11/half/index.html\n2026/11/folder/index.html\nnotes");
        await PutAsync("2026/11/never/index.html", "Never.");
        await PutAsync("2026/11/half/index.html.new", "Ne");
        Directory.CreateDirectory(printed.PathOf("2026/11/folder"));
        await PutAsync("notes", "Mine.");
        await PutAsync("2026/11/mine/index.html", "Mine, and newer than the run.");
        Assert.Contains("0 files written", await printed.ExportAsync(), StringComparison.Ordinal);
        var (_, lines) = await printed.VerifyAsync(await printed.KeyAsync());
        Assert.Equal(["2026/11/mine/index.html was added: it is no part of the edition.", "notes was added: it is no part of the edition."], lines);
    }

    /// <summary>Begins an export, and ends it as Ctrl-C does once a file is there.</summary>
    async Task InterruptAsync(string file)
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var running = printed.RunUntilAsync(["export", "site", printed.Folder], interrupt.Token);
        CancelAt(file, running, interrupt);
        Assert.Equal((1, "Interrupted. Give the same command again: it goes on, or begins anew where it must.\n"), await running);
        Assert.DoesNotContain("SHA256SUMS", printed.Files());
        // It ended there and then, and not when all pages were made.
        Assert.InRange(printed.Files().Count(one => one.StartsWith("2026/", StringComparison.Ordinal)), 0, Stories - 1);
    }

    /// <summary>On this thread: the others may all be at work.</summary>
    void CancelAt(string file, Task running, CancellationTokenSource interrupt)
    {
        while (!running.IsCompleted && !File.Exists(printed.PathOf(file))) Thread.Sleep(1);
        interrupt.Cancel();
    }

    async Task CutAsync(string journal) => await File.WriteAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(site.Folder, "editions"), "*.open")), journal, Stop);

    async Task PutAsync(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(printed.PathOf(file))!);
        await File.WriteAllTextAsync(printed.PathOf(file), text, Stop);
    }
}
