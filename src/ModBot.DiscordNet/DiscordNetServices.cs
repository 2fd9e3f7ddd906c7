using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModBot.Core.Ports;
using ModBot.Discord;
using ModBot.Discord.Rest;
using ModBot.Discord.State;
using ModBot.DiscordNet.Gateway;
using ModBot.DiscordNet.Interactions;
using ModBot.DiscordNet.Mapping;
using ModBot.DiscordNet.Rest;

namespace ModBot.DiscordNet;

/// <summary>Registers the client on Discord.Net.</summary>
public static class DiscordNetServices
{
    /// <summary>The id, for configuration and messages.</summary>
    public const string ClientId = "discord-net";

    /// <summary>
    /// Adds <see cref="IPlatformConnection"/>, <see cref="IModerationPlatform"/> and <see cref="IMemberAccess"/> on Discord.Net's sharded client, as singletons.
    /// Needs logging; takes <see cref="TimeProvider"/> from the services, else the system's. Takes the options of the built-in
    /// client; <see cref="DiscordOptions.GuildQueue"/> and what follows it mean the same.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">Called once, when the client is first asked for: late enough for an address that is known only at run time.</param>
    /// <exception cref="OptionsValidationException">When the client is first asked for: the options have faults, all of them named.</exception>
    public static IServiceCollection AddDiscordNetClient(this IServiceCollection services, Func<IServiceProvider, DiscordOptions> options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Checked(options(provider)));
        services.AddSingleton<BotAccount>();
        services.AddSingleton<GuildDirectory>();
        services.AddSingleton<PermissionCheck>();
        services.AddSingleton<PermissionProbe>();
        services.AddSingleton<GatewayTap>();
        services.AddSingleton<NonceScope>();
        // Two stores: a frame's facts wait for an event, an answer's for whoever reads it.
        var restFacts = new FactStore(1_000);
        services.AddSingleton(provider => new ClientSource(
            provider.GetRequiredService<DiscordOptions>(), provider.GetRequiredService<GatewayTap>(), provider.GetRequiredService<NonceScope>(),
            restFacts, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<ChannelFinder>();
        services.AddSingleton<MessageMapper>();
        services.AddSingleton<InteractionMapper>();
        services.AddSingleton<IMemberships, MembershipReader>();
        services.AddSingleton<NetMessages>();
        services.AddSingleton<NetMembers>();
        services.AddSingleton<NetChannels>();
        services.AddSingleton<NetWebhooks>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<NetHistory>(provider, restFacts));
        services.AddSingleton<NetNames>();
        services.AddSingleton(provider => new AttachmentDownload(provider.GetRequiredService<DiscordOptions>(), ModBot.Discord.DiscordServices.Handler(provider.GetRequiredService<DiscordOptions>()), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<NetCommands>();
        services.AddSingleton<IModerationPlatform, DiscordNetPlatform>();
        services.AddSingleton<IAutoModeration, NetAutoMod>();
        services.AddSingleton<IMemberAccess, NetMemberAccess>();
        services.AddSingleton<IPlatformConnection, DiscordNetConnection>();
        return services;
    }

    /// <summary>The same with options that are known already.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">Checked when the client is first asked for.</param>
    public static IServiceCollection AddDiscordNetClient(this IServiceCollection services, DiscordOptions options) => services.AddDiscordNetClient(_ => options);

    private static DiscordOptions Checked(DiscordOptions options)
    {
        IReadOnlyList<string> faults = options.Faults();
        return faults.Count == 0 ? options : throw new OptionsValidationException("Discord", typeof(DiscordOptions), faults);
    }
}
