using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DataSharing.Web.Tests.Architecture;

public sealed class PageTests
{
    // Pages without a test class at the mirrored path, and why.
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["DataSharing.Web.Pages.About.AccessibilityModel"] = "Words only; its headers and markup are in SecurityHeadersTests",
        ["DataSharing.Web.Pages.About.PrivacyModel"] = "Words only; its headers and markup are in SecurityHeadersTests",
        ["DataSharing.Web.Pages.Errors.ErrorModel"] = "Nobody comes here by address; see ErrorPagesTests",
    };

    [Fact]
    public void Every_page_has_a_test_class_at_the_mirrored_path()
    {
        var tests = typeof(PageTests).Assembly.GetTypes().Select(t => t.FullName).ToHashSet();

        var without = Pages.Where(page => !tests.Contains(MirrorOf(page))).Select(page => page.FullName!);

        Assert.Equal(Exempt.Keys.Order(StringComparer.Ordinal), without.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_mirrored_test_class_has_tests() =>
        Assert.All(
            Pages.Select(page => typeof(PageTests).Assembly.GetType(MirrorOf(page))).OfType<Type>(),
            tests =>
                Assert.Contains(
                    tests.GetMethods(),
                    method => method.DeclaringType == tests && method.GetCustomAttributes<FactAttribute>().Any()
                )
        );

    private static IEnumerable<Type> Pages =>
        typeof(Program)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract)
            .Where(t =>
                t.GetMethods()
                    .Any(m =>
                        m.DeclaringType == t
                        && (m.Name.StartsWith("OnGet", StringComparison.Ordinal) || m.Name.StartsWith("OnPost", StringComparison.Ordinal))
                    )
            );

    // DataSharing.Web.Pages.Organisations.EditModel is tested by DataSharing.Web.Tests.Pages.Organisations.EditTests.
    private static string MirrorOf(Type page) =>
        page.Namespace!.Replace("DataSharing.Web.", "DataSharing.Web.Tests.", StringComparison.Ordinal)
        + "."
        + page.Name.Split('`')[0][..^"Model".Length]
        + "Tests";
}
