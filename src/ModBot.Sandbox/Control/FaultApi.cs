using System.Text.Json.Nodes;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Control;

/// <summary>The fault menu over the control API.</summary>
internal static class FaultApi
{
    private const int MaxTimes = 100_000, MaxDelay = 60_000;

    public static JsonObject Show(SandboxFaults faults) => new()
    {
        ["errors"] = faults.Errors.Left,
        ["rate_limits"] = faults.RateLimits.Left,
        ["refused_resumes"] = faults.RefusedResumes.Left,
        ["refused_resume_handshakes"] = faults.RefusedResumeHandshakes.Left,
        ["refused_handshakes"] = faults.RefusedHandshakes.Left,
        ["stop_acks"] = faults.StopAcks,
        ["rest_delay_ms"] = faults.RestDelay.TotalMilliseconds,
        ["gateway_delay_ms"] = faults.GatewayDelay.TotalMilliseconds,
        ["duplicate_every"] = faults.DuplicateEvery,
        ["reorder_every"] = faults.ReorderEvery,
    };

    public static JsonObject Apply(SandboxFaults faults, Form form)
    {
        string kind = form.Text("kind", 1, 40, required: true) ?? "";
        int times = form.Int("times", 0, MaxTimes) ?? 1;
        int milliseconds = form.Int("milliseconds", 0, MaxDelay) ?? 1_000;
        int code = form.Int("code", 1_000, 4_999) ?? 4_000;
        int status = form.Int("status", 500, 599) ?? 500;
        string scope = form.Text("scope", max: 10) ?? "user";
        bool on = form.Bool("on") ?? true;
        if (scope is not ("user" or "global" or "shared"))
            form.Errors.Add("scope", "BASE_TYPE_CHOICES", "Must be one of user, global, shared.");
        form.Errors.ThrowIfAny();
        TimeSpan delay = TimeSpan.FromMilliseconds(milliseconds);
        switch (kind)
        {
            case "drop": faults.DropSockets(); break;
            case "close": faults.CloseSockets(code); break;
            case "reconnect": faults.RequestReconnect(); break;
            case "invalidate": faults.InvalidateSessions(resumable: !on); break;
            case "refuse_resume": faults.RefuseResumes(times); break;
            case "refuse_resume_handshake": faults.RefuseResumeHandshakes(times); break;
            case "refuse_handshake": faults.RefuseHandshakes(times); break;
            case "stop_acks": faults.StopAcks = on; break;
            case "rest_delay": faults.RestDelay = delay; break;
            case "gateway_delay": faults.GatewayDelay = delay; break;
            case "rate_limit": faults.RateLimitRequests(times, delay, scope); break;
            case "errors": faults.FailRequests(times, status); break;
            case "malformed": faults.SendMalformed(); break;
            case "unknown": faults.SendUnknown(); break;
            case "duplicate": faults.DuplicateEvery = times; break;
            case "reorder": faults.ReorderEvery = times; break;
            case "clear": faults.Clear(); break;
            default: throw ApiErrors.Form("kind", "BASE_TYPE_CHOICES", "There is no such fault.");
        }

        return Show(faults);
    }
}
