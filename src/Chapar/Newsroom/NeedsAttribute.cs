using Chapar.Staff;
using Microsoft.AspNetCore.Authorization;

namespace Chapar.Newsroom;

/// <summary>
/// Says on a page, or on one handler of it, which right it needs. A page that anyone signed in may see says [Authorize], one
/// that everybody may see [AllowAnonymous]; a test finds a page that says nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Right right) : Attribute, IAuthorizeData
{
    public Right Right { get; } = right;

    // Not by AuthorizeAttribute, which the framework does not allow on a handler, since it would not keep it there.
    string? IAuthorizeData.Policy { get; set; } = right.ToString();
    string? IAuthorizeData.Roles { get; set; }
    string? IAuthorizeData.AuthenticationSchemes { get; set; }
}
