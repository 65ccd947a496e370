using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Chapar.BrowserTests;

/// <summary>The site as over a slow line: a page comes in pieces, and the next one only when the browser has painted the last.</summary>
sealed class SlowLine : IAsyncDisposable
{
    const int PieceLength = 500;

    readonly Site site;
    readonly IPage page;
    readonly HttpListener listener = new();
    readonly Task answering;

    public SlowLine(Site site, IPage page)
    {
        (this.site, this.page) = (site, page);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }
        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        answering = AnswerAllAsync();
    }

    public string Address { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await answering;
        ((IDisposable)listener).Dispose();
    }

    async Task AnswerAllAsync()
    {
        List<Task> answers = [];
        try
        {
            while (true) answers.Add(AnswerAsync(await listener.GetContextAsync()));
        }
        catch (Exception error) when (error is HttpListenerException or InvalidOperationException && !listener.IsListening)
        {
            // Stopped: while a call was waited for, or between two.
        }
        await Task.WhenAll(answers);
    }

    async Task AnswerAsync(HttpListenerContext context)
    {
        using var given = await site.Http.GetAsync(new Uri(context.Request.RawUrl!, UriKind.Relative));
        try
        {
            context.Response.StatusCode = (int)given.StatusCode;
            context.Response.ContentType = given.Content.Headers.ContentType?.ToString();
            if (given.Content.Headers.ContentType?.MediaType != "text/html") await given.Content.CopyToAsync(context.Response.OutputStream);
            else await DripAsync(await given.Content.ReadAsStringAsync(), context.Response.OutputStream);
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The browser wanted no more of it.
        }
    }

    async Task DripAsync(string html, Stream stream)
    {
        // Before there is a body nothing is painted.
        var sent = html.IndexOf("<body", StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(html[..sent]));
        while (sent < html.Length)
        {
            // To the end of a line: half a word would only be more of the same place.
            var end = html.IndexOf('\n', Math.Min(sent + PieceLength, html.Length - 1)) + 1;
            if (end == 0) end = html.Length;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(html[sent..end]));
            await stream.FlushAsync();
            await PaintedAsync();
            sent = end;
        }
    }

    /// <summary>Two frames: what is there has been laid out in the first. While the page before it is still shown there is nothing to wait for.</summary>
    async Task PaintedAsync()
    {
        try
        {
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }
        catch (PlaywrightException)
        {
            // The new page has just taken the place of the old one.
        }
    }
}
