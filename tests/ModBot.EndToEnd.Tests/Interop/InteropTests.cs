namespace ModBot.EndToEnd.Tests.Interop;

/// <summary>Both sides of the wire against programs that nobody here wrote. Each part's own checks stand in the failure's text.</summary>
[Collection(InteropCollection.Name)]
public sealed class InteropTests(InteropRun interop)
{
    [InteropFact]
    public Task ModBot_moderates_a_server_that_nobody_here_wrote() => PassesAsync("twin");

    [InteropFact]
    public Task A_bot_on_discord_js_works_in_the_sandbox() => PassesAsync("discord.js");

    [InteropFact(needsDiscordPy: true)]
    public Task A_bot_on_discord_py_works_in_the_sandbox() => PassesAsync("discord.py");

    private async Task PassesAsync(string part)
    {
        (int exitCode, string output) = await interop.RunAsync(part);
        Assert.True(exitCode == 0, $"{part} ended with {exitCode}.\n{output}");
    }
}
