using Chapar.Staff;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Chapar.Newsroom;

/// <summary>Goes the way of a sign-in once when the program has started: the first who signs in would wait a quarter of a second for its code to be made.</summary>
public sealed class Rehearsal(IServiceScopeFactory scopes, IOptionsMonitor<CookieAuthenticationOptions> cookies, TimeProvider clock, ILogger<Rehearsal> log) : BackgroundService
{
    /// <summary>The first readers come first, then what is due.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Pause, clock, stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Doorkeeper>().RehearseAsync(stoppingToken);
            var tickets = cookies.Get(StaffSite.Scheme).TicketDataFormat;
            tickets.Unprotect(tickets.Protect(new AuthenticationTicket(new(), StaffSite.Scheme)));
            scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = scope.ServiceProvider });
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The first who signs in waits, no more.
            log.LogDebug(e, "The way of a sign-in could not be gone beforehand");
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}
