using System.Text.RegularExpressions;
using DataSharing.Web.Tests.Deployment;

namespace DataSharing.Web.Tests.Architecture;

/// <summary>Times and days are written in one place, so that each says its zone and is marked for machines.</summary>
public sealed partial class TimeTests
{
    // What the law pages write follows.
    private const string NotYet = "/Pages/Law/";

    [Fact]
    public void No_view_and_no_page_writes_a_time_or_a_day_by_itself() =>
        Assert.Empty(Sources().Where(source => Writes().IsMatch(source.Text)).Select(source => source.Name));

    /// <summary>A <c>time</c> that no tag helper fills in would be an empty element.</summary>
    [Fact]
    public void Every_time_in_a_view_says_which_of_its_forms_it_has()
    {
        var times = Sources()
            .Where(source => source.Name.EndsWith(".cshtml", StringComparison.Ordinal))
            .SelectMany(source => Time().Matches(source.Text))
            .ToList();

        Assert.True(times.Count > 40);
        Assert.All(times, time => Assert.Matches(@"^<time (at|clock-of|day-of|day)=""", time.Value));
    }

    private static IEnumerable<(string Name, string Text)> Sources() =>
        Directory
            .EnumerateFiles(Repository.PathTo("src/DataSharing.Web"), "*.cs*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(path => path.Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Where(path => !path.Contains(NotYet, StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(path)));

    [GeneratedRegex("""InUk\(|ToString\("[dHhM]|:d MMM|:HH?:mm""")]
    private static partial Regex Writes();

    [GeneratedRegex("<time[ >][^>]*>")]
    private static partial Regex Time();
}
