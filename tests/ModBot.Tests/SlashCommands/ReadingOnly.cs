using System.Reflection;

namespace ModBot.Tests.SlashCommands;

/// <summary>Stands before a port and refuses, and notes, every call that does more than read.</summary>
public class ReadingOnly : DispatchProxy
{
    private static readonly string[] Reading = ["Get", "Find", "List", "Count", "Read", "Is", "get_"];
    private object inner = null!;
    private List<string> writes = null!;

    public static TPort Before<TPort>(TPort inner, List<string> writes)
        where TPort : class
    {
        TPort proxy = Create<TPort, ReadingOnly>();
        ((ReadingOnly)(object)proxy).inner = inner;
        ((ReadingOnly)(object)proxy).writes = writes;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!Array.Exists(Reading, verb => targetMethod!.Name.StartsWith(verb, StringComparison.Ordinal)))
        {
            string call = $"{targetMethod!.DeclaringType!.Name}.{targetMethod.Name}";
            writes.Add(call);
            throw new InvalidOperationException($"{call} is no reading.");
        }

        return targetMethod!.Invoke(inner, args);
    }
}
