using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>The data protection impact assessment.</summary>
internal static class AssessmentRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-071")
            .Law("UK GDPR Art 35", "DPA 2018 s64")
            .IfPersonalData()
            .ForEach(a =>
                a.Controllers.Where(party => a.Dpia.IsRequired && !a.Content.Dpia.Any(dpia => Covers(dpia, party) && IsApproved(a, dpia)))
                    .GroupBy(party =>
                        a.Content.Dpia.FirstOrDefault(dpia => Covers(dpia, party)) is { } dpia ? $"/dpia/{dpia.Id}/status" : "/dpia"
                    )
            )
            .At(
                (a, uncovered) =>
                    new Place(uncovered.Key, ("orgs", string.Join("; ", uncovered.Select(NameOf))), ("because", a.Dpia.Reasons[0]))
            )
            .Says(
                "A data protection impact assessment is required and must be approved before sharing. {because} Not covered yet: {orgs}."
            ),
        Error("DSA-072")
            .Law("UK GDPR Art 36", "DPA 2018 s65")
            .IfPersonalData()
            .ForEach(a => a.Content.Dpia)
            .When(dpia => dpia.ResidualRisk is RiskLevel.High && Missing(dpia.IcoConsultation?.Outcome))
            .At((_, dpia) => $"/dpia/{dpia.Id}/icoConsultation")
            .Says("High risk remains. Consult the regulator before starting (Art 36 / s65)."),
        Error("DSA-073")
            .Code("ICO guidance on impact assessments")
            .BeforeBook(2)
            .IfPersonalData()
            .When(a => !a.Dpia.IsRequired && Missing(a.Content.DpiaScreening))
            .At("/dpiaScreening")
            .Says("Record why a DPIA is not needed."),
        Error("DSA-073")
            .Code("ICO guidance on impact assessments")
            .FromBook(2)
            .IfPersonalData()
            .When(a =>
                !a.Dpia.IsRequired
                && Missing(a.Content.DpiaScreening)
                && !a.Content.Dpia.Any(dpia => dpia.Status is DpiaStatus.Draft or DpiaStatus.AwaitingApproval or DpiaStatus.Approved)
            )
            .At("/dpiaScreening")
            .Says("Record why an impact assessment is not needed, or record the assessment you have."),
    ];

    private static bool Covers(Dpia dpia, Party party) => dpia.Controllers.Count == 0 || dpia.Controllers.Contains(party.Id);

    /// <summary>Approving the assessment is a stage: at submission it may still await it, at signature it may not.</summary>
    private static bool IsApproved(Reading a, Dpia dpia) =>
        dpia.Status switch
        {
            DpiaStatus.Approved => true,
            DpiaStatus.AwaitingApproval => a.Circumstances.Moment < Moment.Signature
                || a.Circumstances.DpiasApprovedByStage.Contains(dpia.Id),
            _ => false,
        };
}
