namespace DataSharing.Domain.Tests.Architecture;

/// <summary>The modules of the domain build on each other in one direction, so that each can be read without those above it.</summary>
public class ModuleTests
{
    /// <summary>Each module with what it may speak of; the first folder of a namespace is its module.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Kernel"] = [],
        ["Content"] = ["Kernel"],
        ["Organisations"] = ["Kernel", "Content"],
        ["People"] = ["Kernel", "Organisations"],
        ["Law"] = ["Kernel", "Content"],
        ["Rules"] = ["Kernel", "Content", "Organisations", "Law"],
        ["Editions"] = ["Kernel", "Law", "Rules"],
        ["Agreements"] = ["Kernel", "Content", "Law", "Rules"],
    };

    [Fact]
    public void A_module_speaks_only_of_those_it_builds_on() =>
        Assert.Empty(
            from type in Types
            from used in CompiledMethods.SpokenOfBy(type)
            where ModuleOf(used) != ModuleOf(type) && !MayUse[ModuleOf(type)].Contains(ModuleOf(used))
            orderby ModuleOf(type), type.FullName
            select $"{type.FullName} uses {used.FullName}"
        );

    [Fact]
    public void Every_module_has_its_place_and_no_place_is_empty() =>
        Assert.Equal(MayUse.Keys.Order(), Types.Select(ModuleOf).Distinct().Order());

    [Fact]
    public void No_permission_is_kept_that_nobody_needs() =>
        Assert.Equal(
            MayUse.SelectMany(module => module.Value.Select(used => (module.Key, used))).Order(),
            Types
                .SelectMany(type => CompiledMethods.SpokenOfBy(type), (type, used) => (ModuleOf(type), ModuleOf(used)))
                .Where(pair => pair.Item1 != pair.Item2)
                .Distinct()
                .Order()
        );

    private static IEnumerable<Type> Types { get; } = [.. typeof(AggregateRoot).Assembly.GetTypes().Where(CompiledMethods.IsOurs)];

    private static string ModuleOf(Type type) => type.Namespace!.Split('.')[2];
}
