namespace Chapar.Tests.Export;

/// <summary>A site and the command line that exports it.</summary>
public abstract class ExportTests : IAsyncLifetime
{
    private protected Site site = null!;
    private protected World world = null!;
    private protected Printed printed = null!;

    public async ValueTask InitializeAsync()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the command line is tried on SQLite");
        site = await Site.StartAsync();
        world = await World.MakeAsync(site);
        printed = new(site);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (site is null) return;
        printed.Dispose();
        await site.DisposeAsync();
    }
}
