using System.CommandLine;
using System.CommandLine.Invocation;
using Microsoft.Extensions.Configuration;
using ModBot.Configuration;
using ModBot.Hosting;

namespace ModBot.CommandLine;

/// <summary><c>modbot --version</c>: the program's version and which client and model are active.</summary>
internal sealed class VersionText(Terminal terminal, ModBotParts parts) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        IConfigurationRoot configuration = ModBotConfiguration.Load();
        ClientPart client = parts.Client(configuration);
        TrainerPart trainer = parts.Trainer(configuration);
        using StreamWriter output = terminal.OpenText();
        output.WriteLine(ModBotVersion.Text);
        output.WriteLine($"client  {client.Title} ({client.Id})");
        output.WriteLine($"model   {trainer.Title} ({trainer.Id})");
        return ExitCodes.Success;
    }
}
