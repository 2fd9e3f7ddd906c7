using ModBot;
using ModBot.Hosting;

return await ModBotProgram.RunAsync(args, ModBotParts.BuiltIn);
