using System.Text.Json.Nodes;

namespace ModBot.Sandbox.Rest;

/// <summary>Gathers a body's faults as Discord's error 50035 tells them: a tree that mirrors the body.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _tree = [];

    public bool Any => _tree.Count > 0;

    public void Add(string path, string code, string message)
    {
        JsonObject at = _tree;
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (at[step] is not JsonObject next)
                at[step] = next = [];
            at = next;
        }

        if (at["_errors"] is not JsonArray errors)
            at["_errors"] = errors = [];
        errors.Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public ApiErrorException ToException() => new(400, 50035, "Invalid Form Body", _tree);

    public void ThrowIfAny()
    {
        if (Any)
            throw ToException();
    }
}
