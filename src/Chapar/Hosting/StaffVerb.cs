using System.CommandLine;
using System.Text.Json;
using Chapar.Database;
using Chapar.Newsroom;
using Chapar.Settings;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Hosting;

/// <summary><c>staff</c>: accounts from the command line, the first one among them.</summary>
static class StaffVerb
{
    /// <summary>As the journal names who sits at the machine itself.</summary>
    const string Operator = "command line";

    static readonly JsonSerializerOptions Readable = new(SearchVerb.Readable) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public static Command Command => new("staff", "People who sign in to the newsroom") { Add, List, Reset };

    static Command Add
    {
        get
        {
            var email = new Argument<string>("email") { Description = "The address they sign in with; nothing is sent to it" };
            var name = new Option<string>("--name") { Description = "As the journal and the revisions name them", Required = true };
            var role = new Option<Role>("--role") { Description = string.Join(", ", Enum.GetNames<Role>()).ToLowerInvariant(), Required = true };
            var language = new Option<string>("--language") { Description = "Of the newsroom's pages", DefaultValueFactory = _ => NewsroomLanguages.All[0] };
            language.AcceptOnlyFromAmong([.. NewsroomLanguages.All]);
            var command = new Command("add", "Adds somebody and prints a one-time sign-in link") { email, name, role, language };
            command.SetAction((parsed, stop) => WithRosterAsync(parsed, async (settings, _, roster) =>
            {
                var (member, refusal) = await roster.AddAsync(parsed.GetValue(name)!, parsed.GetValue(email)!, parsed.GetValue(role), parsed.GetValue(language)!, Operator, stop);
                if (member is null)
                {
                    await Workplace.Of(parsed).Error.WriteLineAsync(Words.In("en")[refusal!]);
                    return 1;
                }
                await PrintLinkAsync(parsed, settings, member, await roster.NewLinkAsync(member, Operator, stop));
                return 0;
            }));
            return command;
        }
    }

    static Command List
    {
        get
        {
            var json = new Option<bool>("--json") { Description = "For machines" };
            var command = new Command("list", "Who is on the staff") { json };
            command.SetAction((parsed, stop) => WithRosterAsync(parsed, async (_, db, _) =>
            {
                var output = Workplace.Of(parsed).Output;
                var members = await db.Staff.AsNoTracking().OrderBy(m => m.Name).Select(m => new
                {
                    m.Name,
                    m.Email,
                    m.Role,
                    Passkeys = db.Passkeys.Count(p => p.StaffId == m.Id),
                    Password = m.PasswordHash != null,
                    LastSeenAt = db.Sessions.Where(s => s.StaffId == m.Id).Max(s => (DateTime?)s.LastSeenAt),
                    m.DeactivatedAt,
                }).ToListAsync(stop);
                if (parsed.GetValue(json)) await output.WriteLineAsync(JsonSerializer.Serialize(members, Readable));
                else if (members.Count == 0) await output.WriteLineAsync("Nobody yet. Begin with: staff add EMAIL --name NAME --role administrator");
                else
                    foreach (var m in members)
                        await output.WriteLineAsync($"{m.Name}  {m.Email}  {m.Role}  last seen {m.LastSeenAt?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "never"}{(m.DeactivatedAt is null ? "" : "  deactivated")}");
                return 0;
            }));
            return command;
        }
    }

    static Command Reset
    {
        get
        {
            var email = new Argument<string>("email") { Description = "Of the member" };
            var command = new Command("reset", "Ends all sessions, forgets passkeys and password, and prints a one-time sign-in link") { email };
            command.SetAction((parsed, stop) => WithRosterAsync(parsed, async (settings, db, roster) =>
            {
                var address = StaffMember.EmailOf(parsed.GetValue(email)!);
                if (await db.Staff.FirstOrDefaultAsync(m => m.Email == address, stop) is not { } member)
                {
                    await Workplace.Of(parsed).Error.WriteLineAsync($"Nobody on the staff has the address {address}. Who is there: staff list.");
                    return 1;
                }
                if (member.DeactivatedAt is not null)
                {
                    await Workplace.Of(parsed).Error.WriteLineAsync($"{member.Name} is deactivated: an administrator can let them in again on the staff page.");
                    return 1;
                }
                await PrintLinkAsync(parsed, settings, member, await roster.ResetAsync(member, Operator, stop));
                return 0;
            }));
            return command;
        }
    }

    /// <summary>The link alone on its line, for who copies it.</summary>
    internal static async Task PrintLinkAsync(ParseResult parsed, ChaparSettings settings, StaffMember member, string path)
    {
        await Workplace.Of(parsed).Output.WriteLineAsync(settings.Publication.BaseUrl + path);
        await Workplace.Of(parsed).Error.WriteLineAsync($"Signs in {member.Name} ({member.Role}) once, within {SignInLink.Life.TotalHours:0} hours.");
    }

    static async Task<int> WithRosterAsync(ParseResult parsed, Func<ChaparSettings, NewsDb, Roster, Task<int>> work)
    {
        var settings = ChaparSettings.Read(parsed.GetValue(Verbs.Data)!);
        await using var house = await House.OpenAsync(settings, clock: Workplace.Of(parsed).Clock);
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        return await work(settings, db, new Roster(db, scope.ServiceProvider.GetRequiredService<TimeProvider>()));
    }
}
