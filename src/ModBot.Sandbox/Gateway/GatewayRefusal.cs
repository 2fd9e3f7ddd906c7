namespace ModBot.Sandbox.Gateway;

/// <summary>Why a connection is closed.</summary>
internal sealed record GatewayRefusal(int Code, string Reason);
