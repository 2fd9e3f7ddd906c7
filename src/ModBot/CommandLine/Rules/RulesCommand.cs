using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Documents;
using ModBot.Documents;
using ModBot.Hosting;

namespace ModBot.CommandLine.Rules;

/// <summary><c>modbot rules validate|export|import|diff|schema</c>: rule documents in files and in this machine's store.</summary>
internal static class RulesCommand
{
    private const int LongestDiff = 1_000_000;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly RuleSetJson Json = new(FilterRegistry.BuiltIn);

    public static Command Create(Terminal terminal) => new("rules", "Check, compare, export and import rule documents.")
    {
        Validate(terminal), Export(terminal), Import(terminal), Diff(terminal), Schema(terminal),
    };

    private static Command Validate(Terminal terminal)
    {
        Argument<FileInfo> file = FileArgument("FILE");
        var command = new Command("validate", "Check a document; every fault is named with its line, column and path.") { file };
        command.SetAction(async (result, _) =>
        {
            if (RuleFile.Read(result.GetValue(file)!, terminal.Error) is not { } rules)
                return ExitCodes.Failure;
            CompiledRuleSet.Compile(rules, RuleMode.Enforce, FilterRegistry.BuiltIn);
            await using StreamWriter output = terminal.OpenText();
            await output.WriteLineAsync($"{rules.Rules.Length} rules, no faults.");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Export(Terminal terminal)
    {
        Option<string?> guild = GuildOption("The server's id. Without one the rules that a new server starts with.");
        var version = new Option<int?>("--version") { Description = "An earlier version; default: the newest." };
        var format = new Option<string>("--format") { Description = "yaml or json.", DefaultValueFactory = _ => "yaml" };
        format.AcceptOnlyFromAmong("yaml", "json");
        var command = new Command("export", "Write a server's rules to standard output.") { guild, version, format };
        command.SetAction(async (result, cancellationToken) =>
        {
            RuleSet rules = await StoredAsync(result.GetValue(guild), result.GetValue(version), cancellationToken);
            await using StreamWriter output = terminal.OpenText();
            await output.WriteAsync(new RuleExport(Json).Write(rules, [], result.GetValue(format) == "json" ? DocumentFormat.Json : DocumentFormat.Yaml));
            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Import(Terminal terminal)
    {
        Argument<FileInfo> file = FileArgument("FILE");
        Option<string?> guild = GuildOption("The server's id.");
        guild.Required = true;
        var map = new Option<string[]>("--map") { Description = "OLD=NEW: a role's or channel's id in the file, and here. May be given several times.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("import", "Make a file's rules a server's next version. A running bot takes them when it starts or with its next change of rules.") { file, guild, map };
        command.SetAction(async (result, cancellationToken) =>
        {
            Snowflake id = GuildId(result.GetValue(guild)!);
            return RuleFile.Read(result.GetValue(file)!, terminal.Error, Pairs(result.GetValue(map) ?? [])) is { } rules
                ? await StoreAsync(terminal, id, rules, result.GetValue(file)!.Name, cancellationToken)
                : ExitCodes.Failure;
        });
        return command;
    }

    private static Command Diff(Terminal terminal)
    {
        Argument<FileInfo> before = FileArgument("A");
        Argument<FileInfo> after = FileArgument("B");
        var command = new Command("diff", "What differs between two documents, rule by rule. Ends with 1 where something does.") { before, after };
        command.SetAction(async (result, _) =>
        {
            RuleSet? left = RuleFile.Read(result.GetValue(before)!, terminal.Error);
            RuleSet? right = RuleFile.Read(result.GetValue(after)!, terminal.Error);
            if (left is null || right is null)
                return ExitCodes.Usage;
            ImmutableArray<RuleChange> changes = new RuleSetDiff(Json).Between(left, right);
            await using StreamWriter output = terminal.OpenText();
            if (!changes.IsEmpty)
                await output.WriteLineAsync(RuleSetDiff.Text(changes, LongestDiff));
            return changes.IsEmpty ? ExitCodes.Success : ExitCodes.Failure;
        });
        return command;
    }

    private static Command Schema(Terminal terminal)
    {
        var command = new Command("schema", "Print the JSON Schema of rule documents, for editors.");
        command.SetAction(async (_, _) =>
        {
            await using StreamWriter output = terminal.OpenText();
            await output.WriteLineAsync(RuleSchema.Create(FilterRegistry.BuiltIn, ActionRegistry.BuiltIn).ToJsonString(Indented));
            return ExitCodes.Success;
        });
        return command;
    }

    private static async Task<RuleSet> StoredAsync(string? guild, int? version, CancellationToken cancellationToken)
    {
        if (guild is null)
            return version is null ? DefaultRuleSet.Create() : throw new UsageException("--version goes with --guild.");
        using IHost host = ModBotHost.BuildStore();
        var store = host.Services.GetRequiredService<IRuleSetStore>();
        Snowflake id = GuildId(guild);
        RuleSetRevision? found = version is { } number ? await store.FindAsync(id, number, cancellationToken) : await store.GetAsync(id, cancellationToken);
        return found?.Rules ?? (version is null ? DefaultRuleSet.Create() : throw new UsageException($"Server {id} has no version {version} of its rules in this store."));
    }

    private static async Task<int> StoreAsync(Terminal terminal, Snowflake guild, RuleSet rules, string name, CancellationToken cancellationToken)
    {
        CompiledRuleSet.Compile(rules, RuleMode.Enforce, FilterRegistry.BuiltIn);
        using IHost host = ModBotHost.BuildStore();
        var store = host.Services.GetRequiredService<IRuleSetStore>();
        RuleSet before = (await store.GetAsync(guild, cancellationToken))?.Rules ?? DefaultRuleSet.Create();
        RuleSet next = rules with { Version = before.Version + 1 };
        ImmutableArray<RuleChange> changes = new RuleSetDiff(Json).Between(before, next);
        await using StreamWriter output = terminal.OpenText();
        if (changes.IsEmpty)
        {
            await output.WriteLineAsync("The server has these rules already; nothing was stored.");
            return ExitCodes.Success;
        }

        var revision = RuleSetRevision.Of(next, default, "command line", $"import {name}", changes, host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!await store.AddAsync(guild, revision, cancellationToken))
            throw new UsageException("The rules were changed at the same time; nothing was stored. Try again.");
        await output.WriteLineAsync($"{RuleSetDiff.Text(changes, LongestDiff)}\nStored as version {next.Version}. A running bot takes it when it starts or with its next change of rules.");
        return ExitCodes.Success;
    }

    private static Argument<FileInfo> FileArgument(string name) => new(name) { Description = "A rule document, YAML or JSON." };

    private static Option<string?> GuildOption(string description) => new("--guild") { Description = description };

    private static Snowflake GuildId(string text) => Snowflake.TryParse(text, CultureInfo.InvariantCulture, out Snowflake id) && id != default
        ? id
        : throw new UsageException($"--guild is '{text}'; it must be a server id (digits).");

    private static Dictionary<Snowflake, Snowflake> Pairs(string[] pairs)
    {
        var ids = new Dictionary<Snowflake, Snowflake>();
        foreach (string pair in pairs)
        {
            string[] parts = pair.Split('=');
            if (parts.Length != 2 || !Snowflake.TryParse(parts[0], CultureInfo.InvariantCulture, out Snowflake from) || !Snowflake.TryParse(parts[1], CultureInfo.InvariantCulture, out Snowflake to))
                throw new UsageException($"--map is '{pair}'; it must be OLD=NEW, two ids.");
            ids[from] = to;
        }

        return ids;
    }
}
