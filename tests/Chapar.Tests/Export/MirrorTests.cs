using System.Security.Cryptography;
using Chapar.Events;
using Chapar.Export.Mirrors;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Export;

/// <summary>Mirrors follow what is published, whole, and name each other.</summary>
public sealed class MirrorTests : IAsyncLifetime
{
    const string Page = "2026/11/the-river-rises/index.html";

    readonly string root = Directory.CreateTempSubdirectory("chapar-mirrors-").FullName;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the files are the same on either database");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return ValueTask.CompletedTask;
    }

    static KeyValuePair<string, string?>[] Mirror(int number, params (string Name, string Value)[] settings) =>
        [.. settings.Select(s => new KeyValuePair<string, string?>($"edition:mirrors:{number}:{s.Name}", s.Value))];

    KeyValuePair<string, string?>[] Stick(string? folder = null) => Mirror(0, ("name", "stick"), ("address", "https://stick.example.org/courier"), ("folder", folder ?? Path.Combine(root, "stick")));

    string OnStick(string file) => Path.Combine(root, "stick", file);

    static Task<List<Delivery>> DeliveriesAsync(Site site, string mirror) =>
        site.ChangeAsync(db => db.Deliveries.AsNoTracking().Where(d => d.Reaction == "mirror:" + mirror).OrderBy(d => d.EventId).ToListAsync(Stop));

    [Fact]
    public async Task A_folder_has_what_is_published_when_the_deliveries_are_done_and_loses_what_is_withdrawn()
    {
        await using var site = await Site.StartAsync([.. Stick(), .. Mirror(1, ("name", "friends"), ("address", "https://friends.example.org"), ("command", "true"))]);
        var world = await World.MakeAsync(site);
        var story = await world.PublishAsync("The river rises");
        await site.DispatchAsync();
        var page = await File.ReadAllTextAsync(OnStick(Page), Stop);
        Assert.Contains("<link rel=\"canonical\" href=\"https://stick.example.org/courier/2026/11/the-river-rises\">", page, StringComparison.Ordinal);
        // The other addresses stand in the foot, its own does not.
        Assert.Contains("<a href=\"http://localhost:5080/\">http://localhost:5080</a> · <a href=\"https://friends.example.org/\">https://friends.example.org</a></p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<a href=\"https://stick.example.org", page, StringComparison.Ordinal);
        Assert.Contains("https://stick.example.org/courier", await File.ReadAllTextAsync(OnStick("edition/index.html"), Stop), StringComparison.Ordinal);
        using var checking = new Printed(site);
        Assert.Equal(0, (await checking.VerifyAsync(await checking.KeyAsync(), Path.Combine(root, "stick"))).Code);

        await site.ChangeAsync(async db => (await db.Articles.FindAsync(story.Id))!.Withdraw("It was another river.", "editor", site.Now));
        await site.DispatchAsync();
        Assert.False(File.Exists(OnStick(Page)));
        Assert.Equal(0, (await checking.VerifyAsync(await checking.KeyAsync(), Path.Combine(root, "stick"))).Code);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_leaves_nothing_behind()
    {
        await using var site = await Site.StartAsync(Stick());
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises");
        await site.DispatchAsync();
        // As a run leaves it that ended after its first files: an article of an edition that never came.
        var left = OnStick("2026/11/never/index.html");
        Directory.CreateDirectory(Path.GetDirectoryName(left)!);
        await File.WriteAllTextAsync(left, "Never", Stop);
        await File.WriteAllTextAsync(OnStick(Shelving.Coming), $"# edition: 9\n# made: 2026-11-24T06:00:00Z\n{Convert.ToHexStringLower(SHA256.HashData("Never"u8))}  2026/11/never/index.html\n", Stop);
        await world.PublishAsync("The river falls");
        await site.DispatchAsync();
        using var checking = new Printed(site);
        var (code, lines) = await checking.VerifyAsync(await checking.KeyAsync(), Path.Combine(root, "stick"));
        Assert.True(code == 0, string.Join('\n', lines));
    }

    [Fact]
    public async Task A_folder_with_something_else_in_it_is_left_alone_and_tried_again()
    {
        Directory.CreateDirectory(Path.Combine(root, "stick"));
        await File.WriteAllTextAsync(OnStick("thesis.txt"), "Years of work.", Stop);
        await using var site = await Site.StartAsync(Stick());
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises");
        await world.PublishAsync("The river falls");
        await site.DispatchAsync();
        var waiting = await DeliveriesAsync(site, "stick");
        // Both at once: what is due is one work.
        Assert.Equal([(DeliveryState.Waiting, 1), (DeliveryState.Waiting, 1)], waiting.Select(d => (d.State, d.Attempts)));
        Assert.EndsWith("is not empty and holds no edition: give the mirror a place of its own.", waiting[0].LastError, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(Path.Combine(root, "stick")).Select(Path.GetFileName));

        File.Delete(OnStick("thesis.txt"));
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await site.DispatchAsync();
        Assert.All(await DeliveriesAsync(site, "stick"), delivery => Assert.Equal(DeliveryState.Done, delivery.State));
        Assert.True(File.Exists(OnStick(Page)));
    }

    [Fact]
    public async Task A_list_of_another_program_is_no_edition()
    {
        const string List = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  thesis.txt\n";
        await using var store = await Store.OpenAsync("key-of-ours", "the secret", "eu-1");
        store.Files["SHA256SUMS"] = (System.Text.Encoding.UTF8.GetBytes(List), null);
        Directory.CreateDirectory(Path.Combine(root, "stick"));
        await File.WriteAllTextAsync(OnStick("SHA256SUMS"), List, Stop);
        await using var site = await Site.StartAsync([.. Stick(), .. Mirror(1, ("name", "store"), ("address", "https://courier.example.org"), ("endpoint", store.Address), ("bucket", "courier"),
            ("region", "eu-1"), ("accessKey", "key-of-ours"), ("secretKey", "the secret"))]);
        await (await World.MakeAsync(site)).PublishAsync("The river rises");
        await site.DispatchAsync();
        foreach (var mirror in new[] { "stick", "store" })
            Assert.Contains("has a file SHA256SUMS that is no list of an edition: give the mirror a place of its own", Assert.Single(await DeliveriesAsync(site, mirror)).LastError, StringComparison.Ordinal);
        Assert.Equal(List, await File.ReadAllTextAsync(Assert.Single(Directory.GetFileSystemEntries(Path.Combine(root, "stick"))), Stop));
        Assert.Equal(["SHA256SUMS"], store.Files.Keys);
        Assert.Empty(store.Put);
    }

    [Fact]
    public async Task A_command_gets_the_folder_and_is_tried_again_until_it_ends_well()
    {
        var taken = Path.Combine(root, "taken");
        await using var site = await Site.StartAsync(Mirror(0, ("name", "friends"), ("address", "https://friends.example.org"),
            ("command", $"test -e '{root}/open' || {{ echo 'The door is shut.' >&2; exit 7; }}; cp -r \"$CHAPAR_EDITION\" '{taken}'; echo \"$CHAPAR_MIRROR $CHAPAR_ADDRESS\" > '{taken}/said'")));
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises");
        await site.DispatchAsync();
        var delivery = Assert.Single(await DeliveriesAsync(site, "friends"));
        Assert.Equal((DeliveryState.Waiting, "The command of the mirror friends ended with 7: The door is shut."), (delivery.State, delivery.LastError));

        await File.WriteAllTextAsync(Path.Combine(root, "open"), "", Stop);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await site.DispatchAsync();
        Assert.Equal(DeliveryState.Done, Assert.Single(await DeliveriesAsync(site, "friends")).State);
        Assert.True(File.Exists(Path.Combine(taken, Page)));
        Assert.Equal("friends https://friends.example.org", (await File.ReadAllTextAsync(Path.Combine(taken, "said"), Stop)).Trim());
    }

    [Fact]
    public async Task A_bucket_gets_every_file_signed_and_the_list_last()
    {
        await using var store = await Store.OpenAsync("key-of-ours", "the secret/of+ours", "eu-1");
        await using var site = await Site.StartAsync(Mirror(0, ("name", "store"), ("address", "https://courier.example.org"), ("endpoint", store.Address), ("bucket", "courier"),
            ("region", "eu-1"), ("accessKey", "key-of-ours"), ("secretKey", "the secret/of+ours")));
        var world = await World.MakeAsync(site);
        var story = await world.PublishAsync("The river rises");
        await site.DispatchAsync();
        Assert.Null(Assert.Single(await DeliveriesAsync(site, "store")).LastError);
        Assert.Equal("text/html; charset=utf-8", store.Files[Page].ContentType);
        Assert.Equal(["SHA256SUMS", "SHA256SUMS.minisig"], store.Put.ToArray()[^2..]);
        Assert.False(store.Files.ContainsKey(Shelving.Coming));
        await VerifyAsync();

        store.Put.Clear();
        await site.ChangeAsync(async db => (await db.Articles.FindAsync(story.Id))!.Withdraw("It was another river.", "editor", site.Now));
        await site.DispatchAsync();
        Assert.False(store.Files.ContainsKey(Page));
        Assert.DoesNotContain(store.Put, name => name.EndsWith(".css", StringComparison.Ordinal));
        await VerifyAsync();

        async Task VerifyAsync()
        {
            var copy = Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString())).FullName;
            foreach (var (name, file) in store.Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, name))!);
                await File.WriteAllBytesAsync(Path.Combine(copy, name), file.Bytes, Stop);
            }
            using var checking = new Printed(site);
            var (code, lines) = await checking.VerifyAsync(await checking.KeyAsync(), copy);
            Assert.True(code == 0, string.Join('\n', lines));
        }
    }

    [Fact]
    public async Task A_bucket_that_refuses_the_key_says_so()
    {
        await using var store = await Store.OpenAsync("key-of-ours", "another secret", "eu-1");
        await using var site = await Site.StartAsync(Mirror(0, ("name", "store"), ("address", "https://courier.example.org"), ("endpoint", store.Address), ("bucket", "courier"),
            ("region", "eu-1"), ("accessKey", "key-of-ours"), ("secretKey", "the secret")));
        await (await World.MakeAsync(site)).PublishAsync("The river rises");
        await site.DispatchAsync();
        Assert.Contains("answered 403 to GET /courier/SHA256SUMS", Assert.Single(await DeliveriesAsync(site, "store")).LastError, StringComparison.Ordinal);
        Assert.Empty(store.Files);
    }

    [Fact]
    public void A_signature_is_that_of_the_published_example()
    {
        // "Example: GET Object" of the store's own documentation of Signature Version 4.
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://examplebucket.s3.amazonaws.com/test.txt");
        request.Headers.TryAddWithoutValidation("Range", "bytes=0-9");
        new Signature4("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1")
            .Sign(request, Convert.ToHexStringLower(SHA256.HashData([])), new DateTime(2013, 5, 24, 0, 0, 0, DateTimeKind.Utc));
        Assert.EndsWith("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
            request.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edition:mirrors:0:name is 'Stick!'", "name", "Stick!")]
    [InlineData("edition:mirrors:0:address is 'stick'", "address", "stick")]
    [InlineData("edition:mirrors:0:folder is 'here'", "folder", "here")]
    [InlineData("edition:mirrors:0 needs one of folder, command and bucket", "command", "true")]
    [InlineData("edition:mirrors:0:commandSeconds is 0", "commandSeconds", "0")]
    [InlineData("foldr", "foldr", "/x")]
    public void A_wrong_setting_of_a_mirror_is_named(string said, string setting, string value)
    {
        var wrong = Assert.Throws<SettingsException>(() => ChaparSettings.Read(root, [.. Stick("/media/stick").Where(s => !s.Key.EndsWith(setting, StringComparison.Ordinal)), .. Mirror(0, (setting, value))]));
        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_mirrors_are_filled_by_a_command()
    {
        await using var site = await Site.StartAsync();
        await (await World.MakeAsync(site)).PublishAsync("The river rises");
        using var printed = new Printed(site);
        Assert.Equal((2, "No mirror is set: edition:mirrors in chapar.json lists them.\n"), await printed.RunAsync(["export", "mirrors"]));
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "chapar.json"), $$$"""{"edition": {"mirrors": [{"name": "stick", "address": "https://stick.example.org", "folder": "{{{root}}}/stick"}]}}""", Stop);
        Assert.Equal((2, "'stock' is no mirror: known are stick.\n"), await printed.RunAsync(["export", "mirrors", "stock"]));
        var (code, output) = await printed.RunAsync(["export", "mirrors", "stick"]);
        Assert.True(code == 0, output);
        Assert.StartsWith("stick: edition 1, ", output, StringComparison.Ordinal);
        Assert.True(File.Exists(OnStick(Page)));
    }
}
