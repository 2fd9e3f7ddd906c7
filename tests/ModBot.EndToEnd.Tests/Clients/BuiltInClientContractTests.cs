using Microsoft.Extensions.DependencyInjection;
using ModBot.Contracts;
using ModBot.Discord;

namespace ModBot.EndToEnd.Tests.Clients;

public sealed class BuiltInEventTests : PlatformEventContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordClient(options);
}

public sealed class BuiltInModerationTests : PlatformModerationContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordClient(options);
}

public sealed class BuiltInActionTests : PlatformActionContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordClient(options);
}

public sealed class BuiltInServerTests : PlatformServerContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordClient(options);
}

public sealed class BuiltInInteractionTests : PlatformInteractionContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordClient(options);
}

public sealed class BuiltInFaultTests : PlatformFaultContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordClient(options);
}

public sealed class BuiltInAccessTests : MemberAccessContract
{
    protected override void Add(IServiceCollection services, DiscordOptions options) => services.AddDiscordClient(options);
}
