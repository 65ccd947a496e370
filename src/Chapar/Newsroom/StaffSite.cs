using System.Security.Claims;
using Chapar.Events;
using Chapar.Newsroom.House;
using Chapar.Newsroom.Pictures;
using Chapar.Newsroom.Translating;
using Chapar.Newsroom.Writing;
using Chapar.Newsroom.Writing.Links;
using Chapar.Newsroom.Writing.Naming;
using Chapar.Newsroom.Writing.Together;
using Chapar.Settings;
using Chapar.Spellings;
using Chapar.Staff;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Newsroom;

/// <summary>How the newsroom is put into the program: who is asked to sign in, cookies, headers. Everything of it lies under /newsroom.</summary>
public static class StaffSite
{
    public const string Root = "/newsroom";

    public const string SignInPath = Root + "/sign-in";

    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "staff";

    /// <summary>Claim: the id of the session.</summary>
    public const string SessionClaim = "session";

    /// <summary>Claim: one for each right that its holder has.</summary>
    public const string RightClaim = "right";

    public static bool Owns(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static void AddNewsroom(this IServiceCollection services, ChaparSettings settings)
    {
        // What signs cookies and forms lies beside the database: a restart signs nobody out.
        var keys = Path.Combine(settings.DataFolder, "keys");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(keys);
        else Directory.CreateDirectory(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("chapar").PersistKeysToFileSystem(new DirectoryInfo(keys));
        services.AddSingleton<NewsroomFiles>();
        services.AddScoped<NewsroomDesk>();
        services.AddScoped<Doorkeeper>();
        services.AddScoped<Roster>();
        services.AddScoped<PasskeyDesk>();
        services.AddIdentityCore<StaffMember>().AddUserStore<PasskeyStore>();
        services.AddScoped<PasskeyStore>();
        services.AddScoped<IPasskeyHandler<StaffMember>, PasskeyHandler<StaffMember>>();
        services.Configure<IdentityPasskeyOptions>(options => PasskeyDesk.Configure(options, settings.Publication));
        services.AddSingleton<StaffCookie>();
        services.AddLater<Rehearsal>();
        services.AddSingleton(settings.Newsroom);
        services.AddScoped<PictureDesk>();
        services.AddLater<RightsClock>();
        services.AddSingleton<HouseList>();
        services.AddSingleton<NameList>();
        services.AddSingleton(new PublicNet());
        services.AddSingleton<LinkLine>();
        services.AddLater<LinkDesk>();
        services.AddSingleton<LinkCheck>();
        services.AddSingleton<StoryChecks>();
        services.AddSingleton<TranslationMachine>();
        services.AddSingleton<UnsavedSettings>();
        services.AddSingleton<Presence>();
        services.AddSingleton<Rooms>();
        services.AddLater<ReleaseClock>();

        services.AddAuthentication(Scheme).AddCookie(Scheme, options =>
        {
            Dress(options.Cookie, "chapar-staff");
            options.Cookie.MaxAge = Session.LongestLife;
            options.ExpireTimeSpan = Session.LongestLife;
            options.SlidingExpiration = false;
            options.EventsType = typeof(StaffCookie);
        });
        services.AddAuthorization(options =>
        {
            foreach (var right in Enum.GetNames<Right>()) options.AddPolicy(right, policy => policy.RequireClaim(RightClaim, right));
        });
        services.AddAntiforgery(options =>
        {
            Dress(options.Cookie, "chapar-form");
            options.FormFieldName = "form";
            options.HeaderName = "X-Form";
            // frame-ancestors says it already, and for all pages.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options => Dress(options.Cookie, "chapar-notice"));
    }

    /// <summary>Every page needs somebody signed in, unless it says otherwise.</summary>
    public static void Routes(RazorPagesOptions options)
    {
        options.Conventions.AuthorizeFolder("/Newsroom");
        // One page for the three ways of filing; it says itself that it is the topics'.
        foreach (var kind in new[] { "sections", "places" })
        {
            options.Conventions.AddPageRoute("/Newsroom/House/Filings", $"newsroom/{kind}");
            options.Conventions.AddPageRoute("/Newsroom/House/Filing", $"newsroom/{kind}/{{id:guid}}");
        }
    }

    /// <summary>What is different under /newsroom, before routing.</summary>
    public static void Use(IApplicationBuilder app)
    {
        // From a proxy on this machine only (the default), for the address of the network and for https.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        var isHttps = app.ApplicationServices.GetRequiredService<Publication>().BaseUrl.StartsWith("https:", StringComparison.Ordinal);
        app.Use((context, next) =>
        {
            // Also where the proxy does not say so: cookies of a publication on https are for https only.
            if (isHttps) context.Request.Scheme = "https";
            var headers = context.Response.Headers;
            headers.CacheControl = "no-cache, no-store";
            headers.Pragma = "no-cache";
            headers["X-Robots-Tag"] = "noindex";
            headers["Referrer-Policy"] = "same-origin";
            return next(context);
        });
        app.UseStatusCodePagesWithReExecute(Root + "/refused/{0}");
        app.UseWebSockets();
    }

    /// <summary>Who asks, as ASP.NET knows them. Made anew with each request, so that a changed role counts at once.</summary>
    public static ClaimsPrincipal PrincipalOf(StaffMember member, Session session) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, member.Id.ToString()),
            new(ClaimTypes.Name, member.Name),
            new(SessionClaim, session.Id.ToString()),
            .. Rights.Of(member.Role).Select(right => new Claim(RightClaim, right.ToString())),
        ], Scheme));

    internal static void Dress(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = Root;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }
}
