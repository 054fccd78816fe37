using DataSharing.Domain.Agreements;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Agreements;

/// <summary>Every sample goes from draft to active by the real rules, each stage decided by somebody of its own.</summary>
public class SampleRouteTests
{
    [Theory]
    [MemberData(nameof(Content.Sample.All), MemberType = typeof(Content.Sample))]
    public void A_sample_reaches_active(string name)
    {
        var document = Content.Sample.Load(name).Agreement.Document;
        var agreement = Given.InForce(document, document.Content.Parties.ToDictionary(party => party.OrgId!, _ => OrganisationId.New()));

        Assert.Equal(VersionStatus.Active, agreement.Newest.Status);
        Assert.Equal(document.Content.ReviewDate, agreement.Newest.NextReviewDate);
        Assert.DoesNotContain(agreement.Newest.Findings, finding => finding.Severity is Severity.Error);
    }
}
