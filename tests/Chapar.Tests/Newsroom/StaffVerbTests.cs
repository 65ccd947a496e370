using System.Text.Json;
using Chapar.Hosting;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom;

/// <summary>Accounts from the command line, beside a site that runs.</summary>
public class StaffVerbTests
{
    [Fact]
    public async Task Staff_add_prints_a_link_that_signs_in()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the command line is tried on SQLite");
        await using var site = await Site.StartAsync();
        var (code, link) = await RunAsync(site, "staff", "add", "aida@example.org", "--name", "Aida", "--role", "administrator");
        Assert.Equal(0, code);
        var path = new Uri(link.Trim()).AbsolutePath;
        using var aida = site.Stranger();
        await aida.PageAsync(path);
        await aida.PostAsync(path);
        await aida.PageAsync("/newsroom/staff");

        // A reset ends the session, and the new link begins another one.
        var (_, second) = await RunAsync(site, "staff", "reset", "AIDA@example.org");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await aida.GetAsync("/newsroom")).StatusCode);
        Assert.NotEqual(link, second);

        var (_, json) = await RunAsync(site, "staff", "list", "--json");
        var member = JsonDocument.Parse(json).RootElement[0];
        Assert.Equal(("Aida", "aida@example.org", "Administrator", 0), (member.GetProperty("name").GetString()!, member.GetProperty("email").GetString()!, member.GetProperty("role").GetString()!, member.GetProperty("passkeys").GetInt32()));
    }

    [Fact]
    public async Task Staff_add_refuses_what_is_wrong()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the command line is tried on SQLite");
        await using var site = await Site.StartAsync();
        await site.AddStaffAsync(Role.Writer);
        Assert.Equal(1, (await RunAsync(site, "staff", "add", "writer1@example.org", "--name", "Aida", "--role", "writer")).Code);
        Assert.Equal(1, (await RunAsync(site, "staff", "reset", "nobody@example.org")).Code);
        Assert.Equal(2, (await RunAsync(site, "staff", "add", "aida@example.org", "--name", "Aida", "--role", "king")).Code);
        Assert.Equal(2, (await RunAsync(site, "staff", "add", "aida@example.org", "--role", "writer")).Code);
    }

    /// <summary>The exit code, and what went to standard output.</summary>
    static async Task<(int Code, string Output)> RunAsync(Site site, params string[] arguments)
    {
        using var said = new StringWriter();
        var code = await Verbs.RunAsync([.. arguments, "--data", site.Folder], new Workplace { Output = said, Error = TextWriter.Null, Clock = site.Clock });
        return (code, said.ToString());
    }
}
