using ModBot.CommandLine;

return await ModBotCommandLine.RunAsync(args, Terminal.OfProcess(), CancellationToken.None);
