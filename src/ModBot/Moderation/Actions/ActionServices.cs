using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Members;

namespace ModBot.Moderation.Actions;

/// <summary>Registers what carries out actions. A new family of actions is its own file and one line here.</summary>
internal static class ActionServices
{
    public static void AddActions(this IServiceCollection services)
    {
        services.AddSingleton(DirectMessageLimits.Default);
        services.AddSingleton<MemberGuard>();
        services.AddSingleton<ActionTexts>();
        services.AddSingleton<SingleTry>();
        services.AddSingleton<Reposting>();
        services.AddSingleton<IActionHandler, DeletionHandler>();
        services.AddSingleton<IActionHandler, ReviewHandler>();
        services.AddSingleton<IActionHandler, PostingHandler>();
        services.AddSingleton<IActionHandler, NoticeHandler>();
        services.AddSingleton<IActionHandler, StrikeHandler>();
        services.AddSingleton<IActionHandler, CounterHandler>();
        services.AddSingleton<IActionHandler, SanctionHandler>();
        services.AddSingleton<IActionHandler, MemberHandler>();
        services.AddSingleton<IActionHandler, ChannelHandler>();
        services.AddSingleton<IActionHandler, ThreadHandler>();
        services.AddSingleton<IActionHandler, ServerHandler>();
        services.AddSingleton<ActionExecutor>();
    }
}
