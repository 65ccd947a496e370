using Chapar.Database;
using Chapar.Pages;
using Chapar.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Reader;

/// <summary>
/// Reads what an article's page shows once, for nobody, while the site is put together on another core: half of what the first reader waits for is that
/// the code for it is made.
/// </summary>
static class ReadingRehearsal
{
    /// <summary>Only of an embedded database: what another has to do it is not to do twice.</summary>
    public static async Task RunAsync(ChaparSettings settings)
    {
        if (settings.Database.Postgres.Length > 0) return;
        try
        {
            await using var services = new ServiceCollection().BuildServiceProvider();
            Editions editions = new();
            using Lines lines = new(Connections.Plain("", settings.SqliteFile), services.GetRequiredService<IServiceScopeFactory>(), editions);
            var article = await HomeModel.Newest.FirstAsync(lines, settings.Publication.MainLanguage);
            if (article == Guid.Empty) return;
            ReaderDesk desk = new(new(services), lines, editions, new(new(settings)), TimeProvider.System, new(editions, TimeProvider.System), new(editions, TimeProvider.System), new());
            DefaultHttpContext context = new() { RequestServices = services };
            context.Features.Set(new Rendering(editions.Turn));
            ArticleModel page = new(desk) { PageContext = new PageContext(new ActionContext(context, new(), new())) };
            await page.FurnishAsync();
            await page.OnGetAsync(article);
        }
        catch (Exception)
        {
            // The first reader waits, no more; and is told what is wrong, or the log is.
        }
    }
}
