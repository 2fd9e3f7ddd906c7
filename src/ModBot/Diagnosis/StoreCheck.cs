using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModBot.Configuration;
using ModBot.Hosting;
using ModBot.Storage;

namespace ModBot.Diagnosis;

/// <summary>Whether the database opens.</summary>
internal static class StoreCheck
{
    public static async Task AddAsync(List<Finding> findings, IConfiguration configuration, ModBotPaths paths, CancellationToken cancellationToken)
    {
        try
        {
            using IHost host = ModBotHost.BuildStore(configuration, paths);
            var storage = host.Services.GetRequiredService<IStorage>();
            await storage.OpenAsync(cancellationToken);
            findings.Add(Finding.Ok("storage", $"{storage.Location} opens and can be written to"));
        }
        catch (Exception fault) when (fault is StorageException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            findings.Add(Finding.Fault("storage", fault.Message));
        }
    }
}
