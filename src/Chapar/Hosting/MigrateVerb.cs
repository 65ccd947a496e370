using System.CommandLine;
using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary><c>migrate</c>: the schema up to date; on PostgreSQL nothing else does it.</summary>
static class MigrateVerb
{
    public static Command Command
    {
        get
        {
            var command = new Command("migrate", "Brings the database to the newest schema");
            command.SetAction(async (parsed, _) =>
            {
                await using var house = await House.OpenAsync(ChaparSettings.Read(parsed.GetValue(Verbs.Data)!), migrate: false);
                await ChaparApp.MigrateAsync(house.Services);
                Console.WriteLine("The database is up to date.");
                return 0;
            });
            return command;
        }
    }
}
