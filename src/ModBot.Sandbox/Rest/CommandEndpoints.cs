using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Interactions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Application commands, global and by guild.</summary>
internal sealed class CommandEndpoints(WorldState world, CommandBook commands)
{
    public void Map(RestRoutes routes)
    {
        foreach (string scope in (ReadOnlySpan<string>)["/applications/{application_id}/commands", "/applications/{application_id}/guilds/{guild_id}/commands"])
        {
            routes.Get(scope, RouteBucket.CommandsRead, call => RestReply.Ok(List(call)));
            routes.Post(scope, RouteBucket.Commands, Create);
            routes.Put(scope, RouteBucket.Commands, call => RestReply.Ok(Definitions(commands.Replace(Scope(call), call.RawBody is null ? [] : call.Array()))));
            routes.Get(scope + "/{command_id}", RouteBucket.CommandsRead, call => RestReply.Ok(commands.Get(Scope(call), call.Id("command_id")).Definition.DeepClone()));
            routes.Patch(scope + "/{command_id}", RouteBucket.Commands, call => RestReply.Ok(commands.Edit(Scope(call), call.Id("command_id"), call.Form().Body).Definition.DeepClone()));
            routes.Delete(scope + "/{command_id}", RouteBucket.Commands, Delete);
        }
    }

    private Snowflake? Scope(RestCall call)
    {
        if (call.Id("application_id") != world.BotId)
            throw ApiErrors.UnknownApplication();
        return call.HasRouteValue("guild_id") ? call.Guild().Id : null;
    }

    private JsonArray List(RestCall call) => Definitions(commands.List(Scope(call)));

    private static JsonArray Definitions(IEnumerable<CommandState> list) => JsonText.Array(list.Select(c => c.Definition.DeepClone()));

    private RestReply Create(RestCall call)
    {
        (CommandState command, bool isNew) = commands.Create(Scope(call), call.Form());
        return new RestReply(isNew ? 201 : 200, command.Definition.DeepClone());
    }

    private RestReply Delete(RestCall call)
    {
        commands.Delete(Scope(call), call.Id("command_id"));
        return RestReply.NoContent;
    }
}
