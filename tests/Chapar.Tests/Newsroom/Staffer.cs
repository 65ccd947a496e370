using System.Net;
using AngleSharp.Html.Dom;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom;

/// <summary>A browser of one member of the staff: keeps cookies, follows no redirect, sends forms with what proves that they are ours.</summary>
public sealed class Staffer : IDisposable
{
    readonly StaffMember? member;
    readonly HttpClient http;
    string? form;

    public Staffer(Uri address, StaffMember? member)
    {
        this.member = member;
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
    }

    /// <summary>What its sockets carry as well.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>Who is signed in; as they were then.</summary>
    public StaffMember Member => member ?? throw new InvalidOperationException("Nobody is signed in.");

    public async Task<HttpResponseMessage> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The page of an address that must answer 200.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        var response = await GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}");
        return await ReadAsync(response);
    }

    /// <summary>Sends a form; the proof that it is ours is taken from the last page read, or from the first page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        if (form is null) await ReadAsync(await GetAsync(member is null ? "/newsroom/sign-in" : "/newsroom"));
        return await PostBareAsync(path, [("form", form ?? ""), .. fields]);
    }

    /// <summary>Sends a form as another site would: with the cookies, without the proof.</summary>
    public Task<HttpResponseMessage> PostBareAsync(string path, params (string Name, string Value)[] fields) =>
        http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), TestContext.Current.CancellationToken);

    /// <summary>Sends JSON with the proof in its header, as the newsroom's scripts do.</summary>
    public async Task<HttpResponseMessage> PostJsonAsync(string path, string json)
    {
        if (form is null) await PageAsync("/newsroom");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Form", form);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a file as the editor does: it is the whole body.</summary>
    public async Task<HttpResponseMessage> PostFileAsync(string path, byte[] file)
    {
        if (form is null) await PageAsync("/newsroom");
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(file) };
        request.Headers.Add("X-Form", form);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends files as a form without script does: all in one request.</summary>
    public async Task<HttpResponseMessage> PostFilesAsync(string path, params (string Name, byte[] Content)[] files)
    {
        using var content = new MultipartFormDataContent();
        foreach (var file in files) content.Add(new ByteArrayContent(file.Content), "files", file.Name);
        return await PostPartsAsync(path, content);
    }

    /// <summary>Sends a form of several parts, with the proof that it is ours.</summary>
    public async Task<HttpResponseMessage> PostPartsAsync(string path, MultipartFormDataContent content)
    {
        if (form is null) await PageAsync("/newsroom");
        content.Add(new StringContent(form ?? ""), "form");
        return await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>The page of an answer, whatever its status.</summary>
    public async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        var page = await Site.ParseAsync(response);
        // Signing in or out makes an older proof void: always the last one seen.
        if (page.QuerySelector("input[name=form]")?.GetAttribute("value") is { } proof) form = proof;
        return page;
    }

    public void Dispose() => http.Dispose();
}
