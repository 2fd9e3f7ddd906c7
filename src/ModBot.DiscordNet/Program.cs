using ModBot;
using ModBot.DiscordNet;

return await ModBotProgram.RunAsync(args, OwnersParts.All);
