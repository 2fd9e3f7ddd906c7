using Microsoft.Extensions.DependencyInjection;
using ModBot.Contracts;
using ModBot.Discord;

namespace ModBot.DiscordNet.Tests;

public sealed class DiscordNetEventTests : PlatformEventContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordNetClient(options);
}

public sealed class DiscordNetModerationTests : PlatformModerationContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordNetClient(options);
}

public sealed class DiscordNetActionTests : PlatformActionContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordNetClient(options);
}

public sealed class DiscordNetServerTests : PlatformServerContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordNetClient(options);
}

public sealed class DiscordNetInteractionTests : PlatformInteractionContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordNetClient(options);
}

public sealed class DiscordNetFaultTests : PlatformFaultContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordNetClient(options);
}

public sealed class DiscordNetAccessTests : MemberAccessContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordNetClient(options);
}
