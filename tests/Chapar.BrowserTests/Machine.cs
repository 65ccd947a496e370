using System.Net;
using System.Text.Json;

namespace Chapar.BrowserTests;

/// <summary>A program on this machine that translates by writing in capitals.</summary>
sealed class Machine : IDisposable
{
    readonly HttpListener listener = new();

    public Machine(int port)
    {
        Address = $"http://127.0.0.1:{port}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = AnswerAsync();
    }

    public string Address { get; }

    async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            var asked = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.InputStream);
            await JsonSerializer.SerializeAsync(context.Response.OutputStream, new { texts = asked.GetProperty("texts").EnumerateArray().Select(text => text.GetString()!.ToUpperInvariant()) });
            context.Response.Close();
        }
    }

    public void Dispose() => listener.Close();
}
