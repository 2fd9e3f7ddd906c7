using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Interactions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Interaction callbacks; and below <c>/webhooks/{id}/{token}</c> both interactions' messages and real webhooks.</summary>
internal sealed class InteractionEndpoints(WorldState world, InteractionAnswers answers, WebhookDesk webhooks)
{
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";

    public void Map(RestRoutes routes)
    {
        routes.Post("/interactions/{interaction_id}/{interaction_token}/callback", RouteBucket.Unlimited, Callback, open: true);
        routes.Post(Webhook, RouteBucket.WebhookExecute, Execute, open: true);
        foreach (string id in (ReadOnlySpan<string>)["@original", "{message_id}"])
        {
            string route = $"{Webhook}/messages/{id}";
            routes.Get(route, RouteBucket.InteractionWebhook, Get, open: true);
            routes.Patch(route, RouteBucket.InteractionWebhook, Edit, open: true);
            routes.Delete(route, RouteBucket.InteractionWebhook, Delete, open: true);
        }
    }

    private RestReply Callback(RestCall call)
    {
        JsonObject response = answers.Callback(call.Id("interaction_id"), call.Text("interaction_token"), call.Form(), call.Files);
        return call.QueryBool("with_response") ? RestReply.Ok(response) : RestReply.NoContent;
    }

    private RestReply Execute(RestCall call)
    {
        if (OfApplication(call))
            return RestReply.Ok(MessageJson.Of(world, answers.FollowUp(call.Text("webhook_token"), call.Form(), call.Files)));
        MessageState message = webhooks.Execute(call.Id("webhook_id"), call.Text("webhook_token"), call.QueryId("thread_id"), call.Form(), call.Files);
        return call.QueryBool("wait") ? RestReply.Ok(MessageJson.Of(world, message)) : RestReply.NoContent;
    }

    private RestReply Get(RestCall call) => RestReply.Ok(MessageJson.Of(world, OfApplication(call)
        ? answers.Find(call.Text("webhook_token"), MessageId(call)).Message
        : webhooks.FindMessage(call.Id("webhook_id"), call.Text("webhook_token"), call.Id("message_id")).Message));

    private RestReply Edit(RestCall call) => RestReply.Ok(MessageJson.Of(world, OfApplication(call)
        ? answers.Edit(call.Text("webhook_token"), MessageId(call), call.Form(), call.Files)
        : webhooks.EditMessage(call.Id("webhook_id"), call.Text("webhook_token"), call.Id("message_id"), call.Form(), call.Files)));

    private RestReply Delete(RestCall call)
    {
        if (OfApplication(call))
            answers.Delete(call.Text("webhook_token"), MessageId(call));
        else
            webhooks.DeleteMessage(call.Id("webhook_id"), call.Text("webhook_token"), call.Id("message_id"));
        return RestReply.NoContent;
    }

    private static string MessageId(RestCall call) => call.HasRouteValue("message_id") ? call.Text("message_id") : "@original";

    private bool OfApplication(RestCall call) => call.Id("webhook_id") == world.BotId;
}
