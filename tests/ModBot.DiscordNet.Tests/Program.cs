using ModBot.DiscordNet.Tests.Comparison;

if (args is [ClientComparison.Verb])
    return await ClientComparison.RunAsync(Console.Out);
await Console.Error.WriteLineAsync($"This is a test project: dotnet test runs it. The argument {ClientComparison.Verb} measures both Discord clients in one run (-c Release).");
return 2;
