using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ModBot.Core.Ports;
using ModBot.Discord.Gateway;
using ModBot.Discord.Rest;
using ModBot.Discord.State;

namespace ModBot.Discord;

/// <summary>Registers the client.</summary>
public static class DiscordServices
{
    /// <summary>
    /// Adds <see cref="IPlatformConnection"/>, <see cref="IModerationPlatform"/> and <see cref="IMemberAccess"/> on Discord's gateway and REST API, as
    /// singletons. Takes <see cref="IShardLeases"/>, <see cref="IIdentifySlots"/> and <see cref="IShardProgressStore"/> where the host has them. Needs logging; takes <see cref="TimeProvider"/> from the services, else the system's.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">Called once, when the client is first asked for: late enough for an address that is known only at run time.</param>
    /// <exception cref="OptionsValidationException">When the client is first asked for: the options have faults, all of them named.</exception>
    public static IServiceCollection AddDiscordClient(this IServiceCollection services, Func<IServiceProvider, DiscordOptions> options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Checked(options(provider)));
        services.AddSingleton<BotAccount>();
        services.AddSingleton<GuildDirectory>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<RestClient>(provider, Handler(provider.GetRequiredService<DiscordOptions>())));
        services.AddSingleton<MemberDirectory>();
        services.AddSingleton<PermissionCheck>();
        services.AddSingleton<PermissionProbe>();
        services.AddSingleton<MessageCalls>();
        services.AddSingleton<MemberCalls>();
        services.AddSingleton<ChannelCalls>();
        services.AddSingleton<WebhookCalls>();
        services.AddSingleton<HistoryReader>();
        services.AddSingleton<NameCalls>();
        services.AddSingleton(provider => new AttachmentDownload(provider.GetRequiredService<DiscordOptions>(), Handler(provider.GetRequiredService<DiscordOptions>()), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CommandCalls>();
        services.AddSingleton<IModerationPlatform, DiscordPlatform>();
        services.AddSingleton<IAutoModeration, AutoModCalls>();
        services.AddSingleton<IMemberAccess, MemberAccessReader>();
        services.AddSingleton(provider => ShardServices.From(provider, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPlatformConnection>(provider => ActivatorUtilities.CreateInstance<DiscordConnection>(provider, provider.GetService<Random>() ?? Random.Shared));
        return services;
    }

    /// <summary>The same with options that are known already.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">Checked when the client is first asked for.</param>
    public static IServiceCollection AddDiscordClient(this IServiceCollection services, DiscordOptions options) => services.AddDiscordClient(_ => options);

    private static DiscordOptions Checked(DiscordOptions options)
    {
        IReadOnlyList<string> faults = options.Faults();
        return faults.Count == 0 ? options : throw new OptionsValidationException("Discord", typeof(DiscordOptions), faults);
    }

    internal static SocketsHttpHandler Handler(DiscordOptions options) => new()
    {
        AutomaticDecompression = DecompressionMethods.All,
        AllowAutoRedirect = false,
        UseCookies = false,
        // A proxy that is set for the outside must not see what stays on this machine.
        UseProxy = !options.RestBase.IsLoopback,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = options.ConnectTimeout,
    };
}
