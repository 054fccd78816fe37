using DataSharing.Documents.Narrative;
using DataSharing.Web.Pages.Agreements.Reading;

namespace DataSharing.Web.Tests.Architecture;

public sealed class DocumentsTests
{
    [Fact]
    public void Documents_reference_the_domain_and_neither_the_web_nor_the_database()
    {
        string[] allowed = ["DataSharing.Domain", "DocumentFormat.OpenXml", "DocumentFormat.OpenXml.Framework"];

        var others = typeof(Block)
            .Assembly.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => name.Split('.')[0] is not "System");

        Assert.Empty(others.Except(allowed));
    }

    [Fact]
    public void Every_kind_of_block_and_link_is_shown_by_the_portal()
    {
        var views = Kinds(typeof(Block)).Select(kind => BlockView.Of((Block)Empty(kind))).ToList();

        Assert.Equal(views.Distinct(), views);
        Assert.All(
            Kinds(typeof(Link)),
            kind => Assert.Equal("", LinkAddress.Of((Link)Empty(kind)).Replace("/law/", "", StringComparison.Ordinal))
        );
    }

    private static IEnumerable<Type> Kinds(Type parent) =>
        parent.Assembly.GetTypes().Where(type => type.IsSubclassOf(parent) && !type.IsAbstract);

    private static object Empty(Type kind)
    {
        var made = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind);
        foreach (var text in kind.GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite))
        {
            text.SetValue(made, "");
        }

        return made;
    }
}
