namespace Chapar.Tests.Export;

/// <summary>A copy of an edition is whole and the newest, or it is said what is wrong with it.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    const string Page = "2026/11/the-river-rises/index.html";

    Site site = null!;
    World world = null!;
    Printed printed = null!;
    string key = "";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the command line is tried on SQLite");
        site = await Site.StartAsync();
        world = await World.MakeAsync(site);
        printed = new(site);
        await world.PublishAsync("The river rises");
        await printed.ExportAsync();
        key = await printed.KeyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (site is null) return;
        printed.Dispose();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_copy_as_it_was_signed_is_whole()
    {
        var (code, lines) = await printed.VerifyAsync(key);
        Assert.Equal(0, code);
        Assert.StartsWith("Whole and unchanged: edition 1 of The Test Courier for http://localhost:5080, made 2026-11-24 06:00 UTC, ", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_changed_byte_a_missing_file_and_an_added_file_are_each_named()
    {
        var bytes = await File.ReadAllBytesAsync(printed.PathOf(Page), Stop);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(printed.PathOf(Page), bytes, Stop);
        File.Delete(printed.PathOf("feed.xml"));
        await File.WriteAllTextAsync(printed.PathOf("politics/lie.html"), "A lie.", Stop);
        var (code, lines) = await printed.VerifyAsync(key);
        Assert.Equal(1, code);
        Assert.Equal([$"{Page} was changed: it is not what was signed.", "feed.xml is missing.", "politics/lie.html was added: it is no part of the edition."], lines);
    }

    [Fact]
    public async Task An_older_copy_is_named_by_who_has_seen_a_newer_one()
    {
        var old = printed.Folder + "-old";
        CopyFolder(printed.Folder, old);
        await world.PublishAsync("The river falls");
        site.Clock.Advance(TimeSpan.FromHours(2));
        await printed.ExportAsync();
        Assert.Equal(0, (await printed.VerifyAsync(key)).Code);
        var (code, lines) = await printed.VerifyAsync(key, old);
        Assert.Equal((1, "This is an older edition: number 1, made 2026-11-24 06:00 UTC; number 2 is known."), (code, Assert.Single(lines)));
        (code, lines) = await printed.VerifyAsync(key, null, "--newest", "3");
        Assert.Equal((1, "This is an older edition: number 2, made 2026-11-24 08:00 UTC; number 3 is known."), (code, Assert.Single(lines)));
    }

    [Fact]
    public async Task Another_key_a_changed_list_and_a_list_without_signature_are_refused()
    {
        // Another newspaper's key, and the same list with one digest changed.
        await using var other = await Site.StartAsync();
        using var others = new Printed(other);
        var (code, lines) = await printed.VerifyAsync(await others.KeyAsync());
        Assert.Equal(1, code);
        Assert.StartsWith("The signature does not hold: SHA256SUMS was changed, or somebody else", Assert.Single(lines), StringComparison.Ordinal);

        var list = await File.ReadAllTextAsync(printed.List, Stop);
        await File.WriteAllTextAsync(printed.List, list.Replace("# edition: 1", "# edition: 9", StringComparison.Ordinal), Stop);
        (code, lines) = await printed.VerifyAsync(key);
        Assert.StartsWith("The signature does not hold", Assert.Single(lines), StringComparison.Ordinal);

        (code, lines) = await printed.VerifyAsync("no key at all");
        Assert.Equal(2, code);
        Assert.StartsWith("The key is no public key of an edition", Assert.Single(lines), StringComparison.Ordinal);

        File.Delete(printed.List + ".minisig");
        (code, lines) = await printed.VerifyAsync(key);
        Assert.Equal(1, code);
        Assert.StartsWith("SHA256SUMS.minisig is missing", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_was_tampered_with_is_signed_anew_by_the_next_export()
    {
        await File.AppendAllTextAsync(printed.List, "# nonsense: 1\n", Stop);
        await printed.ExportAsync();
        Assert.Equal(0, (await printed.VerifyAsync(key)).Code);
    }

    [Fact]
    public async Task Links_pipes_and_empty_folders_are_named_and_never_opened()
    {
        var outside = Directory.CreateDirectory(printed.Folder + "-outside").FullName;
        File.Move(printed.PathOf("feed.xml"), Path.Combine(outside, "feed.xml"));
        File.CreateSymbolicLink(printed.PathOf("feed.xml"), Path.Combine(outside, "feed.xml"));
        Directory.Move(printed.PathOf("culture"), Path.Combine(outside, "culture"));
        Directory.CreateSymbolicLink(printed.PathOf("culture"), Path.Combine(outside, "culture"));
        File.Delete(printed.PathOf("atom.xml"));
        using (var made = System.Diagnostics.Process.Start("mkfifo", [printed.PathOf("atom.xml"), printed.PathOf("politics/pipe")])) await made.WaitForExitAsync(Stop);
        File.CreateSymbolicLink(printed.PathOf("politics/nowhere"), "/nowhere");
        Directory.CreateSymbolicLink(printed.PathOf("politics/round"), printed.Folder);
        Directory.CreateDirectory(printed.PathOf("politics/a/b"));
        await File.WriteAllTextAsync(printed.PathOf("robots.txt"), "", Stop);
        using (var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified))
        {
            socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(printed.PathOf("s")));
            var (code, lines) = await printed.VerifyAsync(key).WaitAsync(TimeSpan.FromSeconds(30), Stop);
            Assert.Equal(1, code);
            Assert.Equal([
                "atom.xml is a pipe, not a file.",
                "culture is a link, not a folder: what it leads to is no part of the edition.",
                "feed.xml is a link, not a file.",
                "politics/a/b is an empty folder and was added: it is no part of the edition.",
                "politics/nowhere is a link, not a file, and was added: it is no part of the edition.",
                "politics/pipe is a pipe, not a file, and was added: it is no part of the edition.",
                "politics/round is a link, not a file, and was added: it is no part of the edition.",
                "robots.txt was changed: it is not what was signed.",
                "s is a socket, not a file, and was added: it is no part of the edition."], lines);
        }
        File.Delete(printed.List);
        File.CreateSymbolicLink(printed.List, "/etc/hostname");
        Assert.Equal("SHA256SUMS is a link, not a file: nothing here can be trusted.", Assert.Single((await printed.VerifyAsync(key)).Lines));
    }

    [Fact]
    public async Task A_verdict_is_given_where_nothing_can_be_remembered()
    {
        // No folder of data, one in the copy, and one with a damaged memory: nothing is made, and the verdict stands.
        var missing = Path.Combine(printed.Folder, "nowhere");
        Assert.Equal((0, $"Not remembered: there is no folder {missing}. An older copy is known by --newest 1."), await VerifyAtAsync(missing));
        Assert.False(Directory.Exists(missing));
        var within = printed.PathOf("politics");
        Assert.Equal((0, $"Not remembered: {within} lies in the copy. An older copy is known by --newest 1."), await VerifyAtAsync(within));
        Assert.False(Directory.Exists(Path.Combine(within, "editions")));

        var memory = Path.Combine(site.Folder, "editions", "newest.json");
        await File.WriteAllTextAsync(memory, "{\"half", Stop);
        var (code, said) = await VerifyAtAsync(site.Folder);
        Assert.Equal(0, code);
        Assert.StartsWith($"Not remembered: {memory} is damaged: put it back from a backup", said, StringComparison.Ordinal);
        Assert.Equal("{\"half", await File.ReadAllTextAsync(memory, Stop));
        var (refused, why) = await printed.RunAsync(["export", "site", printed.Folder]);
        Assert.Equal(2, refused);
        Assert.StartsWith($"{memory} is damaged: ", why, StringComparison.Ordinal);

        // As the sentence says: the next number follows the one in the folder.
        File.Delete(memory);
        await world.PublishAsync("The river falls");
        Assert.Contains("; edition 2 in ", await printed.ExportAsync(), StringComparison.Ordinal);

        async Task<(int Code, string Last)> VerifyAtAsync(string data)
        {
            await using var output = new StringWriter();
            var done = await Chapar.Hosting.Verbs.RunAsync(["export", "verify", printed.Folder, "--key", key, "--data", data], new Chapar.Hosting.Workplace { Output = output, Error = output });
            var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.StartsWith("Whole and unchanged: edition 1 of", lines[0], StringComparison.Ordinal);
            return (done, Assert.Single(lines[1..]));
        }
    }

    [Fact]
    public async Task The_page_of_the_edition_gives_key_commands_and_addresses()
    {
        var text = (await site.PageAsync("/edition")).QuerySelector("main")!.TextContent;
        foreach (var said in new[] { $"--key {key}", $"minisign -Vm SHA256SUMS -P {key}", "sha256sum --check --quiet SHA256SUMS", "http://localhost:5080" }) Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains(key, System.Net.WebUtility.HtmlDecode(printed.Read("ru/edition/index.html")), StringComparison.Ordinal);
        Assert.NotNull((await site.PageAsync("/")).QuerySelector("footer a[href='/edition']"));
    }

    [Fact]
    public void A_signature_of_minisign_itself_is_understood()
    {
        // Made by minisign 0.11 with a key for this test.
        const string Signed = """
            untrusted comment: signature from minisign secret key
            RUQ2b19sqgZg3uYgjOyonpiSfWcZFWuD/L2E8absol/I/nYlDkPTGBucRaUxeJmpViBOukY6H8UMR1q16l94q4zyBHriY7DVpgE=
            trusted comment: edition 1 of bread
            DBUi+C/ZG0f6O191688N7UGBR4i/JqSZFuIct7N2mMqdrMuehuGIrEMXmy5SRZDZFL7WHqzgy+2owl5hrHO4DQ==
            """;
        const string Public = "RWQ2b19sqgZg3iSPQXu/jrz7xC3tGNM3WuYJIyWC0u8ZILHPnyqKB3b5";
        Assert.Equal("edition 1 of bread", Chapar.Export.EditionKey.Check(Public, "Bread\n"u8, Signed));
        Assert.Null(Chapar.Export.EditionKey.Check(Public, "bread\n"u8, Signed));
        Assert.Null(Chapar.Export.EditionKey.Check(Public, "Bread\n"u8, Signed.Replace("edition 1", "edition 2", StringComparison.Ordinal)));
    }

    static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
