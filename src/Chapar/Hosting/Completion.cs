using Chapar.Settings;

namespace Chapar.Hosting;

/// <summary>Makes what an embedded database lacks by its newest schema, where a first start with it was cut off. Another's database is its operator's.</summary>
sealed class Completion(IServiceProvider services, ChaparSettings settings) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => settings.Database.Postgres.Length == 0 ? ChaparApp.CompleteAsync(services) : Task.CompletedTask;
}
