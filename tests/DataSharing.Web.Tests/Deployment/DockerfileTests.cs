using System.Text.RegularExpressions;

namespace DataSharing.Web.Tests.Deployment;

public sealed class DockerfileTests
{
    private readonly IReadOnlyList<(string Instruction, string Arguments)> _file = Dockerfile.Read();

    [Fact]
    public void Images_Always_ArePinned() =>
        Assert.All(
            Of("FROM"),
            from => Images.AssertPinned(from.Split(' ').First(word => !word.StartsWith("--", StringComparison.Ordinal)))
        );

    [Fact]
    public void User_OfTheLastStage_IsTheImagesUserWithoutPrivilege()
    {
        var lastStage = _file.Skip(_file.ToList().FindLastIndex(line => line.Instruction == "FROM"));

        Assert.Equal(["$APP_UID"], lastStage.Where(line => line.Instruction == "USER").Select(line => line.Arguments));
    }

    [Fact]
    public void Restore_ComesFirst_AndIsLocked()
    {
        var runs = Of("RUN").ToList();
        var restore = runs.FindIndex(run => run.StartsWith("dotnet restore ", StringComparison.Ordinal));
        var publish = runs.FindIndex(run => run.StartsWith("dotnet publish ", StringComparison.Ordinal));

        Assert.InRange(restore, 0, publish - 1);
        Assert.Contains("--locked-mode", runs[restore], StringComparison.Ordinal);
        Assert.Contains("PublishReadyToRun=true", runs[publish], StringComparison.Ordinal);
        Assert.Contains("npm ci", runs);
    }

    /// <summary>An older builder than BuildKit sets none of these; a default of ARG would win over what BuildKit sets.</summary>
    [Fact]
    public void Platforms_ThatTheBuilderDoesNotSay_HaveADefaultWhereTheyAreUsed()
    {
        string[] platform = ["BUILDPLATFORM", "BUILDARCH", "BUILDOS", "TARGETPLATFORM", "TARGETARCH", "TARGETOS", "TARGETVARIANT"];

        Assert.DoesNotContain(Of("ARG"), argument => platform.Any(name => argument.StartsWith(name + "=", StringComparison.Ordinal)));
        var uses = _file
            .Where(line => line.Instruction is not "ARG")
            .SelectMany(line => platform.SelectMany(name => Regex.Matches(line.Arguments, $@"\$\{{?{name}\b(:-)?")))
            .ToList();
        Assert.Equal(3, uses.Count);
        Assert.All(uses, use => Assert.True(use.Groups[1].Success, use.Value));
    }

    [Fact]
    public void Files_CopiedFromTheRepository_AreThere() =>
        Assert.All(
            Of("COPY").Where(copy => !copy.StartsWith("--from", StringComparison.Ordinal)).SelectMany(copy => copy.Split(' ').SkipLast(1)),
            file => Assert.True(Repository.Has(file), file)
        );

    /// <summary>A file at the top level that the build reads by its name, and the portal's projects: all and nothing else.</summary>
    [Fact]
    public void Context_IsWhatThePortalIsBuiltFrom()
    {
        var lines = Repository
            .Read($"{Dockerfile.Name}.dockerignore")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .ToList();
        var taken = lines.Where(line => line[0] == '!').Select(line => line[1..]).ToList();

        Assert.Equal("*", lines[0]);
        Assert.All(taken, path => Assert.True(Repository.Has(path), path));
        Assert.Equal(
            [
                ".editorconfig",
                "BannedSymbols.txt",
                "Directory.Build.props",
                "Directory.Build.targets",
                "Directory.Packages.props",
                "global.json",
                "src/DataSharing.Documents",
                "src/DataSharing.Domain",
                "src/DataSharing.Persistence",
                "src/DataSharing.Web",
            ],
            taken
        );
        Assert.Equal(["**/bin", "**/obj", "**/node_modules", "**/wwwroot/lib"], lines[^4..]);
    }

    private IEnumerable<string> Of(string instruction) =>
        _file.Where(line => line.Instruction == instruction).Select(line => line.Arguments);
}
