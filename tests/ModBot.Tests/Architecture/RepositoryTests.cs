using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ModBot.Tests.Architecture;

/// <summary>What holds for the repository as a whole: who may use whom, what is built where.</summary>
public sealed partial class RepositoryTests
{
    private static readonly string Root = RepositoryRoot.Path;

    private static readonly Dictionary<string, string[]> AllowedReferences = new(StringComparer.Ordinal)
    {
        ["ModBot.Core"] = [],
        ["ModBot.Discord"] = ["ModBot.Core"],
        ["ModBot.Storage"] = ["ModBot.Core"],
        ["ModBot.Sandbox"] = ["ModBot.Core"],
        ["ModBot.Dashboard"] = ["ModBot.Core"],
        ["ModBot.MicrosoftML"] = ["ModBot.Core"],
        ["ModBot.DiscordNet"] = ["ModBot", "ModBot.Core", "ModBot.Discord", "ModBot.MicrosoftML"],
        ["ModBot"] = ["ModBot.Core", "ModBot.Discord", "ModBot.Storage", "ModBot.Sandbox", "ModBot.Dashboard"],
    };

    public static TheoryData<string> Projects => new(Directory.GetDirectories(Path.Combine(Root, "src")).Select(folder => Path.GetFileName(folder)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_it_may_know(string project)
    {
        XDocument file = XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj"));
        string[] references = [.. file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))];
        Assert.True(AllowedReferences.TryGetValue(project, out string[]? allowed), $"{project} is not in the table of allowed references");
        Assert.Empty(references.Except(allowed!, StringComparer.Ordinal));
    }

    [Fact]
    public void Core_has_no_packages()
    {
        XDocument file = XDocument.Load(Path.Combine(Root, "src", "ModBot.Core", "ModBot.Core.csproj"));
        Assert.Empty(file.Descendants("PackageReference"));
        Assert.Empty(file.Descendants("FrameworkReference"));
    }

    [Fact]
    public void Every_project_is_in_the_solution_and_built_in_debug_and_release()
    {
        string solution = File.ReadAllText(Path.Combine(Root, "ModBot.sln"));
        foreach (string path in Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Concat(Directory.GetFiles(Path.Combine(Root, "tests"), "*.csproj", SearchOption.AllDirectories)))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (IsOnOwnersPackages(name))
                continue;
            Match entry = Regex.Match(solution, $"= \"{Regex.Escape(name)}\", .*?, \"(?<id>{{[0-9A-F-]+}})\"", RegexOptions.None, TimeSpan.FromSeconds(1));
            Assert.True(entry.Success, $"{name} is not in ModBot.sln");
            Assert.Contains($"{entry.Groups["id"].Value}.Debug|Any CPU.Build.0", solution, StringComparison.Ordinal);
            Assert.Contains($"{entry.Groups["id"].Value}.Release|Any CPU.Build.0", solution, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Package_versions_are_exact_and_central()
    {
        XDocument versions = XDocument.Load(Path.Combine(Root, "src", "Directory.Packages.props"));
        Assert.All(versions.Descendants("PackageVersion"), package => Assert.Matches(ExactVersion(), package.Attribute("Version")!.Value));
        foreach (string path in Directory.GetFiles(Root, "*.csproj", SearchOption.AllDirectories))
            Assert.DoesNotContain(XDocument.Load(path).Descendants("PackageReference"), reference => reference.Attribute("Version") is not null);
    }

    [Fact]
    public void Source_files_stay_below_400_lines()
    {
        string[] overlong = [.. SourceFiles().Where(path => !path.Contains("Table", StringComparison.Ordinal) && File.ReadLines(path).Count() > 400).Select(path => Path.GetRelativePath(Root, path))];
        Assert.Empty(overlong);
    }

    [Fact]
    public void No_name_says_nothing()
    {
        Assert.DoesNotContain(SourceFiles().Select(Path.GetFileNameWithoutExtension), name => Vague().IsMatch(name!));
    }

    /// <summary>Built by the solution's configuration DiscordNet alone, which the solution file's own test holds.</summary>
    private static bool IsOnOwnersPackages(string project) => project.Contains("DiscordNet", StringComparison.Ordinal) || project.Contains("MicrosoftML", StringComparison.Ordinal);

    private static IEnumerable<string> SourceFiles() =>
        Directory.GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"^\d+\.\d+\.\d+$", RegexOptions.None, 1_000)]
    private static partial Regex ExactVersion();

    [GeneratedRegex("(Helpers?|Utils?|Manager|Info|Data)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Vague();
}
