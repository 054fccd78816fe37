using System.Text.RegularExpressions;
using DataSharing.Web.Tests.Deployment;

namespace DataSharing.Web.Tests.Architecture;

/// <summary>A file that outgrows the house style has a part that waits to be named.</summary>
public sealed partial class FileLimitTests
{
    private const int MostOfAPage = 150;
    private const int Most = 400;
    private const int Widest = 140;

    private static readonly IReadOnlyList<(string Name, string[] Lines)> Files =
    [
        .. Directory
            .EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetRelativePath(Repository.PathTo(""), path).Replace('\\', '/'), Lines: File.ReadAllLines(path)))
            .Where(file => !file.Name.Split('/').Any(folder => folder is "obj" or "bin"))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void A_page_model_is_one_page() => AssertAtMost(MostOfAPage, Files.Where(file => PageModel().IsMatch(file.Name)));

    [Fact]
    public void A_file_has_no_part_that_waits_to_be_named() => AssertAtMost(Most, Files);

    [Fact]
    public void A_line_ends_by_column_140() =>
        Assert.All(
            Files.SelectMany(file => file.Lines.Index(), (file, line) => (file.Name, line)),
            place =>
                Assert.True(place.line.Item.Length <= Widest, $"{place.Name}:{place.line.Index + 1} has {place.line.Item.Length} columns")
        );

    // Otherwise a folder that moves would make the others pass.
    [Fact]
    public void The_files_of_every_project_are_looked_at()
    {
        var projects = Directory.EnumerateDirectories(Repository.PathTo("src")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(projects, Files.Select(file => file.Name.Split('/')[1]).Distinct().Order(StringComparer.Ordinal));
        Assert.True(Files.Count(file => PageModel().IsMatch(file.Name)) > 50);
    }

    private static void AssertAtMost(int most, IEnumerable<(string Name, string[] Lines)> files) =>
        Assert.All(files, file => Assert.True(file.Lines.Length <= most, $"{file.Name} has {file.Lines.Length} lines, over {most}"));

    /// <summary>A view's own, an area's shared base, and the further parts of either.</summary>
    [GeneratedRegex(@"(\.cshtml|PageModel|Model\.\w+)\.cs$")]
    private static partial Regex PageModel();
}
