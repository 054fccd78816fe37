using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Tests.Rules;

namespace DataSharing.Domain.Tests.Agreements.Approval;

public class RouteTests
{
    public static TheoryData<string> Numbers => [.. Sample.Numbers];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_sample_has_exactly_the_expected_route(string number)
    {
        var sample = Sample.Of(number);
        var expected = sample.Expected["route"]!.AsArray().Select(s => $"{s!["group"]} {s["stage"]} {s["party"]} {s["role"]} {s["mode"] ?? "Sign"}");

        Assert.Equal(expected, RouteOf(sample).Stages.Select(s => $"{s.Group} {s.Kind} {s.PartyId} {s.Role} {s.Mode}"));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_kind_of_stage_is_needed_or_says_why_it_is_not(string number)
    {
        var route = RouteOf(Sample.Of(number));

        Assert.Equal(
            Enum.GetValues<StageKind>(),
            route.Stages.Select(s => s.Kind).Concat(route.NotNeeded.Where(s => s.PartyId is null).Select(s => s.Kind)).Distinct().Order());
        Assert.All(route.Stages, stage => Assert.NotEmpty(stage.Because));
        Assert.All(route.NotNeeded, stage => Assert.NotEmpty(stage.Because));
    }

    private static Route RouteOf(Sample sample) => Route.Of(sample.Read());
}
