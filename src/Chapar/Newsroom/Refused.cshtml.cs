using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom;

/// <summary>What is shown where a page cannot be: not there, not allowed, the form too old.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class RefusedModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    /// <summary>What to do now.</summary>
    public string Advice { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    void Show(int code)
    {
        var kind = code switch
        {
            StatusCodes.Status400BadRequest => "form-too-old",
            StatusCodes.Status401Unauthorized => "signed-out",
            StatusCodes.Status403Forbidden => "not-allowed",
            StatusCodes.Status404NotFound => "not-there",
            _ => "refused",
        };
        Title = W[$"refused.{kind}"];
        Advice = W[$"refused.{kind}.advice"];
        Response.StatusCode = code is >= 400 and < 500 ? code : StatusCodes.Status404NotFound;
    }
}
