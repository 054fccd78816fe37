using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Rules;

public class SharesTests
{
    private static readonly AgreementContent Content = new()
    {
        Parties =
        [
            new Party { Id = "A", OrgId = "ONS-GSS:E08000034" },
            new Party { Id = "B", OrgId = "GB-CHC:1" },
            new Party { Id = "C", Name = "Not registered anywhere" },
        ],
        Purposes =
        [
            new Purpose { Id = "P1", Code = PurposeCode.DirectCare },
            new Purpose { Id = "P2", Code = PurposeCode.Audit },
            new Purpose { Id = "P3", Code = PurposeCode.Audit },
            new Purpose { Id = "P4" },
        ],
        Datasets =
        [
            new Dataset
            {
                Id = "D1",
                Name = "Referrals",
                Controller = "A",
            },
        ],
        Flows =
        [
            new Flow
            {
                Id = "F1",
                From = "A",
                To = "B",
                DatasetId = "D1",
                PurposeIds = ["P1"],
            },
        ],
    };

    private static readonly Dataset Referrals = Content.Datasets[0];
    private static readonly Flow Flow = Content.Flows[0];

    [Fact]
    public void The_same_in_two_agreements_has_one_name_whatever_its_ids_are()
    {
        var other = Content with
        {
            Parties =
            [
                new Party { Id = "X", OrgId = "GB-CHC:1" },
                new Party
                {
                    Id = "Y",
                    OrgId = "ONS-GSS:E08000034",
                    Name = "Council",
                },
            ],
            Purposes =
            [
                new Purpose
                {
                    Id = "U",
                    Code = PurposeCode.DirectCare,
                    Description = "In other words",
                },
            ],
            Datasets =
            [
                new Dataset
                {
                    Id = "E",
                    Name = "REFERRALS",
                    Controller = "Y",
                    EstimatedSubjects = 7,
                },
            ],
            Flows =
            [
                new Flow
                {
                    Id = "G",
                    From = "Y",
                    To = "X",
                    DatasetId = "E",
                    PurposeIds = ["U"],
                    Mode = FlowMode.Bulk,
                },
            ],
        };

        Assert.Equal(Names(Content), Names(other));
        Assert.Equal(["G"], Shares.Of(other).Select(share => share.Flow.Id));
    }

    public static TheoryData<string> Differences => [.. Different.Keys];

    private static Dictionary<string, AgreementContent> Different { get; } =
        new()
        {
            ["another sender"] = Content with { Flows = [Flow with { From = "B" }] },
            ["another recipient"] = Content with { Flows = [Flow with { To = "A" }] },
            ["the other way round"] = Content with { Flows = [Flow with { From = "B", To = "A" }] },
            ["another name"] = Content with { Datasets = [Referrals with { Name = "Referral letters" }] },
            ["another controller"] = Content with { Datasets = [Referrals with { Controller = "B" }] },
            ["another purpose"] = Content with { Flows = [Flow with { PurposeIds = ["P2"] }] },
        };

    [Theory]
    [MemberData(nameof(Differences))]
    public void What_differs_has_another_name(string difference) => Assert.Empty(Names(Different[difference]).Intersect(Names(Content)));

    [Fact]
    public void A_dataset_is_known_by_the_catalogue_as_well()
    {
        var catalogued = Content with { Datasets = [Referrals with { CatalogueIri = "https://data.example/1" }] };
        var elsewhere = Content with
        {
            Datasets =
            [
                new Dataset
                {
                    Id = "D1",
                    Name = "Their referrals",
                    Controller = "B",
                    CatalogueIri = "https://data.example/1",
                },
            ],
        };

        Assert.Equal(2, Names(catalogued).Count);
        Assert.Single(Names(catalogued).Intersect(Names(Content)));
        Assert.Single(Names(catalogued).Intersect(Names(elsewhere)));
    }

    [Fact]
    public void Each_kind_of_purpose_is_a_share_of_its_own()
    {
        var content = Content with { Flows = [Flow with { PurposeIds = ["P1", "P2", "P3", "P4", "P9"] }] };

        Assert.Equal(2, Names(content).Distinct().Count());
        Assert.Equal(2, Names(content).Count);
    }

    [Fact]
    public void What_is_not_known_well_enough_is_no_share()
    {
        Assert.Empty(Names(Content with { Flows = [Flow with { To = "C" }] }));
        Assert.Empty(Names(Content with { Flows = [Flow with { From = null }] }));
        Assert.Empty(Names(Content with { Flows = [Flow with { DatasetId = "D9" }] }));
        Assert.Empty(Names(Content with { Flows = [Flow with { PurposeIds = ["P4"] }] }));
        Assert.Empty(Names(Content with { Datasets = [Referrals with { Name = null }] }));
        Assert.Empty(Names(Content with { Datasets = [Referrals with { Controller = "C" }] }));
        Assert.Empty(Names(new AgreementContent()));
    }

    [Fact]
    public void A_name_is_32_hexadecimal_digits() => Assert.Matches("^[0-9a-f]{32}$", Assert.Single(Names(Content)));

    private static List<string> Names(AgreementContent content) => [.. Shares.Of(content).Select(share => share.Share)];
}
