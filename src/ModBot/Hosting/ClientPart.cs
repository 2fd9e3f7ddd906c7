using Microsoft.Extensions.DependencyInjection;
using ModBot.Discord;

namespace ModBot.Hosting;

/// <summary>A Discord client that a program can be started with.</summary>
/// <param name="Id">Its name in <c>Discord:Client</c>.</param>
/// <param name="Title">What to call it, with its version where it is a package.</param>
/// <param name="Add">Registers <c>IPlatformConnection</c> and <c>IModerationPlatform</c>.</param>
public sealed record ClientPart(string Id, string Title, Action<IServiceCollection, DiscordOptions> Add);
