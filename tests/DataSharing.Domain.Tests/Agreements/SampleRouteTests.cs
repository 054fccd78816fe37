using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Tests.Agreements.Content;

namespace DataSharing.Domain.Tests.Agreements;

/// <summary>Every sample goes from draft to active by the real rules, each stage decided by somebody of its own.</summary>
public class SampleRouteTests
{
    [Theory]
    [MemberData(nameof(Content.Sample.All), MemberType = typeof(Content.Sample))]
    public void A_sample_reaches_active(string name)
    {
        var sample = Content.Sample.Load(name);
        var document = sample.Agreement.Document;
        var organisations = document.Content.Parties.ToDictionary(party => party.OrgId!, _ => OrganisationId.New());
        var drafter = Given.Somebody(organisations[document.Content.Parties[0].OrgId!], Role.IgOfficer);
        var agreement = Agreement.Draft(AgreementReference.Of(2026, 1), document, [], drafter, Given.Now);
        agreement.PartnerReview.Invite(organisations, Seen.Of(agreement.Current), drafter, Given.Now);
        foreach (var partner in organisations.Values.Where(organisation => organisation != drafter.Organisation))
        {
            agreement.AgreeAs(Given.Somebody(partner, Role.IgOfficer));
        }

        foreach (var (rule, text) in sample.Expected["justifications"]?.AsObject() ?? [])
        {
            agreement.JustifyWarning(rule, (string)text!, drafter, Given.Now);
        }

        agreement.Submit(Check(agreement, Moment.Submit, Given.Now), organisations, drafter, Given.Now);
        while (agreement.Current.Stages.FirstOrDefault(stage => stage.Status is StageStatus.Open) is { } stage)
        {
            if (stage.Mode is StageMode.Sign)
            {
                agreement.Sign(stage.Number, "Director", Check(agreement, Moment.Signature, Given.Now), Seen.Of(agreement.Current), Given.HolderOf(stage), Given.Now);
            }
            else
            {
                agreement.Pass(stage.Number);
            }
        }

        var start = document.Content.StartDate!.Value.StartsAt();
        agreement.ActivateDue(Check(agreement, Moment.InForce, start), start);

        Assert.Equal(VersionStatus.Active, agreement.Current.Status);
        Assert.Equal(document.Content.ReviewDate, agreement.Current.NextReviewDate);
        Assert.DoesNotContain(agreement.Current.Findings, finding => finding.Severity is Severity.Error);
    }

    private static ContentCheck Check(Agreement agreement, Moment moment, DateTimeOffset now) =>
        ContentCheck.Of(agreement.Current, Criteria.First, Records.None, moment, now);
}
