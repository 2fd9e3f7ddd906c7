using System.Text;
using System.Text.Json;
using ModBot.CommandLine;

namespace ModBot.Tests;

/// <summary>Runs commands in this process against a store folder of their own.</summary>
public sealed class ModBotFixture : IDisposable
{
    private readonly string store = Path.Combine(Path.GetTempPath(), $"modbot-tests-{Guid.NewGuid():N}");

    public ModBotFixture()
    {
        Directory.CreateDirectory(store);
        Environment.SetEnvironmentVariable("Storage__Directory", store);
    }

    public void Dispose() => Directory.Delete(store, recursive: true);

    internal static async Task<CommandResult> RunAsync(string input, params string[] args)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(input));
        using var destination = new MemoryStream();
        await using var error = new StringWriter();
        int code = await ModBotCommandLine.RunAsync(args, new Terminal(source, destination, error), CancellationToken.None);
        return new CommandResult(code, Encoding.UTF8.GetString(destination.ToArray()), error.ToString());
    }
}

/// <summary>What a command wrote and how it ended.</summary>
internal sealed record CommandResult(int Code, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<JsonElement> Objects => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];
}

[CollectionDefinition(Name)]
public sealed class ModBotCollection : ICollectionFixture<ModBotFixture>
{
    public const string Name = "modbot";
}
