using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Interactions;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Control;

/// <summary>
/// What the chat page calls, below <c>/sandbox/api</c>. Changing calls need a header that a foreign page cannot send
/// without asking first, and JSON.
/// </summary>
internal sealed class ControlApi(
    WorldState world,
    WorldDesks desks,
    SandboxWorld surface,
    GatewayHub hub,
    PageFeed feed,
    SandboxOptions options,
    CancellationToken stopping)
{
    public const string Header = "X-ModBot-Sandbox";

    private const int MaxBody = 64 << 10, PageSize = 100;

    private readonly PageJson _shape = new(world, desks, hub);

    public void Map(IEndpointRouteBuilder app)
    {
        feed.Shape = _shape;
        Get(app, "/state", http => Locked(() => _shape.State(UserOf(http))));
        Get(app, "/channels/{channel_id}/messages", http => Locked(() => _shape.Messages(ChannelOf(http), UserOf(http), QueryId(http, "before"), PageSize)));
        Get(app, "/channels/{channel_id}/commands", http => Locked(() => _shape.Commands(UserOf(http), ChannelOf(http))));
        Get(app, "/faults", _ => FaultApi.Show(hub.Faults));
        app.MapGet("/sandbox/api/events", (RequestDelegate)(http => feed.StreamAsync(http, QueryId(http, "user") ?? default, stopping)));
        Change(app, "POST", "/users", (_, form) => Task.FromResult<JsonNode?>(AddUser(form)));
        Change(app, "POST", "/messages", (_, form) => Task.FromResult<JsonNode?>(PostMessage(form)));
        Change(app, "PATCH", "/messages", (_, form) => Task.FromResult<JsonNode?>(EditMessage(form)));
        Change(app, "DELETE", "/messages", (_, form) => Task.FromResult<JsonNode?>(DeleteMessage(form)));
        Change(app, "POST", "/direct", (_, form) => Task.FromResult<JsonNode?>(OpenDirect(form)));
        Change(app, "POST", "/reactions", (_, form) => Task.FromResult<JsonNode?>(ToggleReaction(form)));
        Change(app, "POST", "/commands", (http, form) => AnswerAsync(StartCommand(form), http.RequestAborted));
        Change(app, "POST", "/components", (http, form) => AnswerAsync(StartComponent(form), http.RequestAborted));
        Change(app, "POST", "/modals", (http, form) => AnswerAsync(StartModal(form), http.RequestAborted));
        Change(app, "POST", "/faults", (_, form) => Task.FromResult<JsonNode?>(FaultApi.Apply(hub.Faults, form)));
    }

    private JsonObject AddUser(Form form)
    {
        string name = form.Text("name", 1, 32, required: true) ?? "";
        form.Errors.ThrowIfAny();
        if (string.IsNullOrWhiteSpace(name))
            throw ApiErrors.Form("name", "BASE_TYPE_REQUIRED", "A name is needed.");
        Snowflake id = surface.EnsureMember(name);
        return new JsonObject { ["id"] = id.ToString() };
    }

    private JsonObject PostMessage(Form form)
    {
        (Snowflake user, Snowflake channel) = Place(form);
        string content = form.Text("content", 1, SandboxWorld.MaxContent, required: true) ?? "";
        Snowflake? reply = form.Id("reply_to");
        form.Errors.ThrowIfAny();
        return Id(surface.PostMessage(channel, user, content, new SandboxMessageOptions { ReplyTo = reply }).Message.Id);
    }

    private JsonObject EditMessage(Form form)
    {
        (Snowflake user, Snowflake channel) = Place(form);
        string content = form.Text("content", 1, SandboxWorld.MaxContent, required: true) ?? "";
        Snowflake id = form.Id("message", required: true) ?? default;
        form.Errors.ThrowIfAny();
        return Id(surface.EditMessage(channel, id, user, content).Id);
    }

    private JsonObject DeleteMessage(Form form)
    {
        (Snowflake user, Snowflake channel) = Place(form);
        Snowflake id = form.Id("message", required: true) ?? default;
        form.Errors.ThrowIfAny();
        surface.DeleteMessage(channel, id, user);
        return Id(id);
    }

    private JsonObject OpenDirect(Form form)
    {
        Snowflake user = form.Id("user", required: true) ?? default;
        form.Errors.ThrowIfAny();
        return Locked(() => Id(desks.Channels.OpenDirect(user).Id));
    }

    private JsonObject ToggleReaction(Form form)
    {
        (Snowflake user, Snowflake channelId) = Place(form);
        Snowflake id = form.Id("message", required: true) ?? default;
        string emoji = form.Text("emoji", 1, 64, required: true) ?? "";
        form.Errors.ThrowIfAny();
        return Locked(() =>
        {
            ChannelState channel = world.Channel(channelId);
            MessageState message = channel.Find(id) ?? throw ApiErrors.UnknownMessage();
            if (MessageMarks.Find(message, emoji)?.Users.Contains(user) == true)
                desks.Marks.Unreact(channel, id, user, emoji, user);
            else
                desks.Marks.React(channel, id, user, emoji);
            return Id(id);
        });
    }

    private InteractionState StartCommand(Form form)
    {
        (Snowflake user, Snowflake channel) = Place(form);
        string command = form.Text("command", 1, 100, required: true) ?? "";
        string? focused = form.Text("focused", 1, 32);
        int type = form.Choice("type", 1, 2, 3) ?? 1;
        Snowflake? target = form.Id("target");
        Dictionary<string, JsonNode?> values = form.Object("options")?.Body.ToDictionary(o => o.Key, o => o.Value?.DeepClone()) ?? [];
        form.Errors.ThrowIfAny();
        return Locked(() => type == 1
            ? desks.Interactions.Command(user, world.Channel(channel), command, values, focused)
            : desks.Interactions.ContextMenu(user, world.Channel(channel), type, command, target ?? throw ApiErrors.UnknownMessage()));
    }

    private InteractionState StartComponent(Form form)
    {
        (Snowflake user, Snowflake channelId) = Place(form);
        Snowflake id = form.Id("message", required: true) ?? default;
        string customId = form.Text("custom_id", 1, 100, required: true) ?? "";
        string[] values = [.. (form.Array("values", max: 25) ?? []).Select(v => v?.ToString() ?? "")];
        form.Errors.ThrowIfAny();
        return Locked(() =>
        {
            ChannelState channel = world.Channel(channelId);
            MessageState message = channel.Find(id) ?? world.Ephemeral.GetValueOrDefault(id) ?? throw ApiErrors.UnknownMessage();
            return desks.Interactions.Component(user, channel, message, customId, values);
        });
    }

    private InteractionState StartModal(Form form)
    {
        Snowflake user = form.Id("user", required: true) ?? default;
        Snowflake interaction = form.Id("interaction", required: true) ?? default;
        Form? fields = form.Object("fields", required: true);
        form.Errors.ThrowIfAny();
        Dictionary<string, IReadOnlyList<string>> values = fields!.Body.ToDictionary(
            f => f.Key,
            f => (IReadOnlyList<string>)(f.Value is JsonArray list ? [.. list.Select(v => v?.ToString() ?? "")] : [f.Value?.ToString() ?? ""]));
        return Locked(() => desks.Interactions.Modal(user, interaction, values));
    }

    private static async Task<JsonNode?> AnswerAsync(InteractionState interaction, CancellationToken cancellationToken)
    {
        SandboxReply reply = await interaction.Answered.Task.WaitAsync(cancellationToken);
        return new JsonObject
        {
            ["kind"] = reply.Kind.ToString(),
            ["interaction"] = interaction.Id.ToString(),
            ["modal"] = reply.Modal is null ? null : JsonNode.Parse(reply.Modal.Json),
            ["choices"] = JsonText.Array(reply.Choices.Select(c => new JsonObject { ["name"] = c.Name, ["value"] = c.Value })),
        };
    }

    private static (Snowflake User, Snowflake Channel) Place(Form form)
    {
        Snowflake user = form.Id("user", required: true) ?? default, channel = form.Id("channel", required: true) ?? default;
        form.Errors.ThrowIfAny();
        return (user, channel);
    }

    private static JsonObject Id(Snowflake id) => new() { ["id"] = id.ToString() };

    private Snowflake UserOf(HttpContext http) => QueryId(http, "user") is { } id && world.Users.ContainsKey(id) ? id : DefaultWorld.Noah;

    private ChannelState ChannelOf(HttpContext http)
    {
        ChannelState? channel = Snowflake.TryParse((string?)http.Request.RouteValues["channel_id"], null, out Snowflake id) ? world.FindChannel(id) : null;
        return channel is not null && _shape.Sees(channel, UserOf(http)) ? channel : throw ApiErrors.UnknownChannel();
    }

    private static Snowflake? QueryId(HttpContext http, string name) =>
        Snowflake.TryParse(http.Request.Query[name], null, out Snowflake id) ? id : null;

    private T Locked<T>(Func<T> action)
    {
        lock (world.Gate)
            return action();
    }

    private void Get(IEndpointRouteBuilder app, string path, Func<HttpContext, JsonNode> handler)
    {
        app.MapGet("/sandbox/api" + path, (RequestDelegate)ServeAsync);

        Task ServeAsync(HttpContext http) => RunAsync(http, Answer);

        Task<JsonNode?> Answer(HttpContext http) => Task.FromResult<JsonNode?>(handler(http));
    }

    private void Change(IEndpointRouteBuilder app, string method, string path, Func<HttpContext, Form, Task<JsonNode?>> handler)
    {
        app.MapMethods("/sandbox/api" + path, [method], (RequestDelegate)ServeAsync);

        Task ServeAsync(HttpContext http) => RunAsync(http, ReadAndHandleAsync);

        async Task<JsonNode?> ReadAndHandleAsync(HttpContext http) => await handler(http, await ReadAsync(http));
    }

    private static async Task<Form> ReadAsync(HttpContext http)
    {
        if (http.Request.Headers[Header] != "1")
            throw new ApiErrorException(403, 0, $"The header {Header}: 1 is needed.");
        if (!http.Request.HasJsonContentType())
            throw new ApiErrorException(415, 0, "The body must be application/json.");
        if (http.Request.ContentLength is null or > MaxBody)
            throw ApiErrors.BodyTooLarge();
        (JsonNode? body, _) = await BodyReader.ReadAsync(http.Request, http.RequestAborted);
        return new Form(body as JsonObject ?? throw ApiErrors.BadJson(), new FormErrors());
    }

    private async Task RunAsync(HttpContext http, Func<HttpContext, Task<JsonNode?>> handler)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await RestPipeline.WriteAsync(http, 200, await handler(http));
        }
        catch (ApiErrorException fault)
        {
            await RestPipeline.WriteAsync(http, fault.Status, new JsonObject { ["error"] = fault.Explain(), ["code"] = fault.Code });
        }
        catch (SandboxRefusedException fault)
        {
            await RestPipeline.WriteAsync(http, 400, new JsonObject { ["error"] = fault.Message, ["code"] = fault.Code });
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            // One bad request must not take the sandbox down; the defect is reported with its place.
            options.Report($"{http.Request.Method} {http.Request.Path}: {fault}");
            await RestPipeline.WriteAsync(http, 500, new JsonObject { ["error"] = "The sandbox failed; see its log." });
        }
    }
}
