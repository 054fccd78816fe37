using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>The risk tier: what makes an agreement high risk, as a table.</summary>
internal static class Risks
{
    private static readonly (Func<Reading, bool> Holds, string Because)[] High =
    [
        (a => a.Content.Datasets.Any(a.SensitiveAtScale), "Special category or criminal offence data is shared on a large scale."),
        (a => a.Content.Dpia.Any(dpia => dpia.ResidualRisk is RiskLevel.High), "The impact assessment leaves a high risk."),
        (
            a =>
                a.PersonalFlows.Any(f =>
                    Reading.Bulk(f.Flow) && Reading.SC(f.Dataset) && f.Dataset.SubjectClasses.Any(c => c.Under18 is true)
                ),
            "Special category data about children is shared in bulk."
        ),
        (a => a.LawEnforcementCrossings.Any(), "Data collected for law enforcement is used for something else."),
        (a => a.DecidesAlone, "A significant decision is taken without a human."),
        (a => a.TransfersWithoutAdequacy.Any(), "Personal data goes to a country that the UK has not approved."),
        (
            a =>
                a.PersonalFlows.Any(f =>
                    Reading.Bulk(f.Flow) && (f.Dataset.StatutoryBar is StatutoryBar.DWP or StatutoryBar.HMRC || Reading.CareData(f.Dataset))
                ),
            "Benefits, tax or health records are shared in bulk."
        ),
    ];

    public static RiskAssessment Assess(Reading a)
    {
        var computed = Compute(a);
        return a.Circumstances.RaisedRisk is { } raised && raised > computed.Tier
            ? new RiskAssessment(raised, computed.Reasons.Add("The risk was raised by hand."))
            : computed;
    }

    private static RiskAssessment Compute(Reading a)
    {
        if (!a.HasPersonalData)
        {
            return new RiskAssessment(RiskTier.Low, ["No personal data is shared."]);
        }

        var reasons = High.Where(reason => reason.Holds(a)).Select(reason => reason.Because).ToValueList();
        return reasons.Count > 0
            ? new RiskAssessment(RiskTier.High, reasons)
            : new RiskAssessment(RiskTier.Medium, ["Personal data is shared, and nothing makes the risk high."]);
    }
}
