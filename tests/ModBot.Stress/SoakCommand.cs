using System.CommandLine;

namespace ModBot.Stress;

/// <summary><c>soak</c>: random faults under load.</summary>
internal static class SoakCommand
{
    private const double LongestMinutes = 240;

    public static Command Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long messages are posted (0.1 to 240).", DefaultValueFactory = _ => 10 };
        minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is < 0.1 or > LongestMinutes)
                result.AddError($"--minutes must be 0.1 to {LongestMinutes}.");
        });
        var seed = new Option<int>("--seed") { Description = "Chooses the faults and the texts.", DefaultValueFactory = _ => 1 };
        var command = new Command("soak", "Post at a steady rate while random faults of the sandbox's menu strike; then count what was lost or doubled.") { minutes, seed };
        command.SetAction(async (result, cancellationToken) =>
        {
            SoakResult outcome = await Soak.RunAsync(TimeSpan.FromMinutes(result.GetValue(minutes)), result.GetValue(seed), Console.Error, cancellationToken);
            outcome.Print(Console.Out);
            return outcome.IsClean ? 0 : 1;
        });
        return command;
    }
}
