using System.CommandLine;

namespace ModBot.Stress.Crash;

/// <summary><c>crash</c>: ModBot is killed again and again under load.</summary>
internal static class CrashCommand
{
    private const int MostKills = 2_000;

    public static Command Create()
    {
        var kills = new Option<int>("--kills") { Description = $"How often (1 to {MostKills}).", DefaultValueFactory = _ => 200 };
        kills.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MostKills)
                result.AddError($"--kills must be 1 to {MostKills}.");
        });
        var seed = new Option<int>("--seed") { Description = "Chooses the moments and the texts.", DefaultValueFactory = _ => 1 };
        var store = new Option<string>("--store") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
        store.AcceptOnlyFromAmong("sqlite", "postgres");
        var command = new Command("crash", "Post at a steady rate while ModBot, in a process of its own, is killed at random moments; then count what was lost or doubled.") { kills, seed, store };
        command.SetAction(async (result, cancellationToken) =>
        {
            CrashResult outcome = await new CrashRun(result.GetValue(kills), result.GetValue(seed), Console.Error).RunAsync(result.GetValue(store)!, cancellationToken);
            outcome.Print(Console.Out);
            return outcome.IsClean ? 0 : 1;
        });
        return command;
    }
}
