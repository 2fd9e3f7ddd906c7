using System.Globalization;
using System.Reflection;

namespace ModBot.Storage;

/// <summary>A numbered step of a database's schema: an embedded file <c>Migrations/ENGINE/0001_name.sql</c>.</summary>
internal sealed record MigrationScript(int Version, string Name, string Sql)
{
    /// <summary>All scripts of an engine in order; their numbers are 1, 2, 3, …</summary>
    public static IReadOnlyList<MigrationScript> Of(string engine)
    {
        Assembly assembly = typeof(MigrationScript).Assembly;
        string prefix = $"{assembly.GetName().Name}.Migrations.{engine}.";
        MigrationScript[] scripts =
        [
            .. assembly.GetManifestResourceNames()
                .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(resource => Read(assembly, resource, resource[prefix.Length..^".sql".Length])),
        ];
        for (int i = 0; i < scripts.Length; i++)
        {
            if (scripts[i].Version != i + 1)
                throw new InvalidOperationException($"Migration '{scripts[i].Name}' of {engine} should have the number {i + 1}.");
        }

        return scripts;
    }

    private static MigrationScript Read(Assembly assembly, string resource, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return new MigrationScript(int.Parse(name.AsSpan(0, name.IndexOf('_', StringComparison.Ordinal)), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
