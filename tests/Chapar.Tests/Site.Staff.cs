using System.Net;
using Chapar.Staff;
using Chapar.Tests.Newsroom;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests;

public sealed partial class Site
{
    int staff;

    /// <summary>A browser in which nobody is signed in.</summary>
    public Staffer Stranger() => new(Http.BaseAddress!, null);

    /// <summary>A new member of the staff, signed in over HTTP by a one-time link.</summary>
    /// <param name="onlySections">See <see cref="StaffMember.OnlySections"/>.</param>
    public async Task<Staffer> SignInAsync(Role role, string language = "en", params Guid[] onlySections) =>
        await SignInAsync(await AddStaffAsync(role, language, onlySections));

    /// <summary>Another browser of somebody who is on the staff already.</summary>
    public async Task<Staffer> SignInAsync(StaffMember member)
    {
        var link = await LinkForAsync(member);
        var staffer = new Staffer(Http.BaseAddress!, member);
        await staffer.PageAsync(link);
        var response = await staffer.PostAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await staffer.PageAsync("/newsroom");
        return staffer;
    }

    /// <summary>A member with a made-up name, who has never signed in.</summary>
    public Task<StaffMember> AddStaffAsync(Role role, string language = "en", params Guid[] onlySections)
    {
        var number = Interlocked.Increment(ref staff);
        return ChangeAsync(db =>
        {
            var member = new StaffMember($"{role} {number}", $"{role}{number}@example.org", role, language, Now);
            member.Become(role, onlySections);
            db.Add(member);
            return Task.FromResult(member);
        });
    }

    /// <summary>The path of a new one-time link.</summary>
    public Task<string> LinkForAsync(StaffMember member) => ChangeAsync(db =>
    {
        db.Add(new SignInLink(member.Id, Now, out var token));
        return Task.FromResult(SignInLink.PathOf(token));
    });

    /// <summary>All lines of the journal, oldest first: "who: what".</summary>
    public Task<List<string>> JournalAsync() => ChangeAsync(db => db.Journal.OrderBy(l => l.Id).Select(l => l.By + ": " + l.What).ToListAsync());
}
