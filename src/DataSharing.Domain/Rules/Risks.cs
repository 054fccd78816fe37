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
                    Reading.Bulk(f.Flow) && (a.BarOf(f.Dataset) is StatutoryBar.DWP or StatutoryBar.HMRC || Reading.CareData(f.Dataset))
                ),
            "Benefits, tax or health records are shared in bulk."
        ),
    ];

    /// <summary>What also makes it high from law book 2 on.</summary>
    private static readonly (Func<Reading, bool> Holds, string Because)[] HighFromBook2 =
    [
        (
            a =>
                a.PersonalFlows.Any(f =>
                    f.Flow.Mode is not FlowMode.IndividualCase
                    && f.Dataset.SubjectClasses.Any(people => people.Vulnerable is true)
                    && f.Dataset.Fields.Any(field => field.SpecialCategory is SpecialCategory.Health)
                ),
            "Health data about vulnerable people moves in bulk or live."
        ),
        (
            a =>
                DpiaTest.Triggers(a).Contains(DpiaTrigger.Tracking)
                && a.Content.Datasets.Any(ds => ds.SubjectClasses.Any(people => people.Vulnerable is true || people.Under18 is true)),
            "The whereabouts of children or vulnerable people are followed."
        ),
        (a => DpiaTest.Triggers(a).Contains(DpiaTrigger.PhysicalHarm), "A mistake could put people in physical danger."),
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

        var reasons = High.Concat(a.LawBook.Number >= 2 ? HighFromBook2 : [])
            .Where(reason => reason.Holds(a))
            .Select(reason => reason.Because)
            .ToValueList();
        return reasons.Count > 0
            ? new RiskAssessment(RiskTier.High, reasons)
            : new RiskAssessment(
                RiskTier.Medium,
                [
                    a.LawBook.Number >= 2 && DpiaTest.Triggers(a).Count > 0
                        ? $"Personal data is shared, and it needs care: {DpiaTest.InWords(DpiaTest.Triggers(a))}."
                        : "Personal data is shared, and nothing makes the risk high.",
                ]
            );
    }
}
