using System.Text.RegularExpressions;

namespace ModBot.Core.Tests.Repository;

/// <summary>
/// The projects on Discord.Net and Microsoft.ML stand in the solution but are built by its configuration DiscordNet alone, so
/// that a plain restore, build and test pass where the registry lacks those packages.
/// </summary>
public sealed partial class SolutionFileTests
{
    private static readonly string[] OwnersProjects = ["ModBot.DiscordNet", "ModBot.DiscordNet.Tests", "ModBot.MicrosoftML", "ModBot.MicrosoftML.Tests"];

    private static readonly string Root = Directory.GetParent(SeedFiles.Folder)!.FullName;

    private static readonly string Solution = File.ReadAllText(Path.Combine(Root, "ModBot.sln"));

    public static TheoryData<string> Projects => [.. Listed().Keys];

    public static TheoryData<string> Owners => [.. OwnersProjects];

    [Fact]
    public void Every_project_of_the_repository_is_in_the_solution()
    {
        string[] found = [.. new[] { "src", "tests" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetFileNameWithoutExtension(path))];
        Assert.Equal(found.Order(StringComparer.Ordinal), Listed().Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_is_built_where_it_belongs(string project)
    {
        string[] built = [.. BuiltIn(Listed()[project]).Order(StringComparer.Ordinal)];
        string[] expected = OwnersProjects.Contains(project, StringComparer.Ordinal)
            ? ["DiscordNet|Any CPU = Debug|Any CPU"]
            : [.. Configurations().Select(name => $"{name} = {(name.StartsWith("Release", StringComparison.Ordinal) ? "Release" : "Debug")}|Any CPU").Order(StringComparer.Ordinal)];
        Assert.Equal(expected, built);
    }

    [Fact]
    public void Debug_Release_and_DiscordNet_are_the_configurations() =>
        Assert.Equal(["Debug", "DiscordNet", "Release"], Configurations().Select(name => name.Split('|')[0]).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Owners))]
    public void A_project_of_that_configuration_has_no_lock_file(string project)
    {
        string folder = Path.GetDirectoryName(PathOf(project))!;
        Assert.False(File.Exists(Path.Combine(folder, "packages.lock.json")), $"{project} has a lock file that a registry without its packages cannot keep.");
        Assert.Contains("<RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>", File.ReadAllText(PathOf(project)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Nothing_that_is_always_built_needs_what_is_not(string project)
    {
        string text = File.ReadAllText(PathOf(project));
        Assert.DoesNotContain("Condition=", text, StringComparison.Ordinal);
        if (OwnersProjects.Contains(project, StringComparer.Ordinal))
            return;
        Assert.DoesNotMatch(OwnersReference(), text);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(PathOf(project))!, "packages.lock.json")), $"{project} has no lock file.");
    }

    private static Dictionary<string, string> Listed() => ProjectLine().Matches(Solution)
        .Where(match => match.Groups["path"].Value.EndsWith(".csproj", StringComparison.Ordinal))
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["id"].Value, StringComparer.Ordinal);

    private static string PathOf(string project) => Path.Combine(
        Root,
        ProjectLine().Matches(Solution).Single(match => match.Groups["name"].Value == project && match.Groups["path"].Value.EndsWith(".csproj", StringComparison.Ordinal)).Groups["path"].Value.Replace('\\', Path.DirectorySeparatorChar));

    private static IEnumerable<string> Configurations() => ConfigurationLine().Matches(Solution).Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> BuiltIn(string id) => BuildLine().Matches(Solution)
        .Where(match => match.Groups["id"].Value == id)
        .Select(match => $"{match.Groups["name"].Value} = {match.Groups["to"].Value}");

    [GeneratedRegex("^Project\\(\"[^\"]+\"\\) = \"(?<name>[^\"]+)\", \"(?<path>[^\"]+)\", \"(?<id>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex ProjectLine();

    [GeneratedRegex(@"^\t\t(?<name>[^{}=\r\n]+?) = \k<name>\r?$", RegexOptions.Multiline)]
    private static partial Regex ConfigurationLine();

    [GeneratedRegex(@"^\t\t(?<id>\{[^}]+\})\.(?<name>[^.\r\n]+)\.Build\.0 = (?<to>[^\r\n]+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex BuildLine();

    [GeneratedRegex("(ProjectReference|PackageReference) Include=\"[^\"]*(DiscordNet|Discord\\.Net|MicrosoftML|Microsoft\\.ML)[^\"]*\"")]
    private static partial Regex OwnersReference();
}
