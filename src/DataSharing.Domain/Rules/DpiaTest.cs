using DataSharing.Domain.Content;
using static DataSharing.Domain.Content.DpiaTrigger;

namespace DataSharing.Domain.Rules;

/// <summary>
/// When UK GDPR Art 35 and the regulator's list under Art 35(4) require an impact assessment (the definition in DSA-071).
/// </summary>
internal static class DpiaTest
{
    private static readonly DpiaTrigger[] Enough =
    [
        ADM,
        PublicMonitoring,
        DataMatching,
        DenialOfService,
        LargeScaleProfiling,
        PhysicalHarm,
        Part3HighRisk,
    ];
    private static readonly DpiaTrigger[] EnoughTogether = [InvisibleProcessing, InnovativeTech, Biometric, Genetic, Tracking];
    private static readonly DpiaTrigger[] EnoughWithOneOfThose =
    [
        LargeScale,
        DpiaTrigger.SpecialCategory,
        CriminalOffence,
        Children,
        Vulnerable,
    ];

    public static DpiaNeed Apply(Reading a) => new(a.HasPersonalData ? Reasons(a).ToValueList() : []);

    private static IEnumerable<string> Reasons(Reading a)
    {
        foreach (var ds in a.Content.Datasets.Where(a.SensitiveAtScale))
        {
            yield return $"{ds.Name ?? ds.Id} holds special category or criminal offence data on a large scale.";
        }

        var triggers = Triggers(a);
        foreach (var trigger in Enough.Where(triggers.Contains))
        {
            yield return $"{Plain(trigger)} always needs an assessment.";
        }

        if (
            EnoughTogether.Where(triggers.Contains).ToArray() is [var first, .. var more]
            && more.Concat(EnoughWithOneOfThose.Where(triggers.Contains)).ToArray() is [var other, ..]
        )
        {
            yield return $"{Plain(first)} together with {Plain(other).ToLowerInvariant()} needs an assessment.";
        }

        if (triggers.Contains(LargeScale) && (triggers.Contains(Children) || triggers.Contains(Vulnerable)))
        {
            yield return "Large-scale sharing that is aimed at children or vulnerable people needs an assessment.";
        }
    }

    private static readonly string[] Whereabouts = ["pd:Location", "pd:GPSCoordinate", "pd:TravelHistory"];

    private static bool ShowsWhereabouts(DataField field) => field.Type is FieldType.Location || Whereabouts.Contains(field.Category);

    /// <summary>What is ticked, and what follows from the data.</summary>
    public static IReadOnlySet<DpiaTrigger> Triggers(Reading a) =>
        a.Content.Dpia.SelectMany(dpia => dpia.Triggers).Concat(Computed(a)).ToHashSet();

    private static IEnumerable<DpiaTrigger> Computed(Reading a)
    {
        var personal = a.Content.Datasets.Where(Reading.Personal).ToArray();
        if (personal.Any(a.Large))
        {
            yield return LargeScale;
        }

        if (personal.Any(Reading.SC))
        {
            yield return DpiaTrigger.SpecialCategory;
        }

        if (personal.Any(Reading.CO))
        {
            yield return CriminalOffence;
        }

        if (a.PersonalFlows.Any(f => f.Flow.PeopleKnow is PeopleKnow.NotTold))
        {
            yield return InvisibleProcessing;
        }

        // From law book 2 on: what the fields and the flows show, whoever ticked what.
        if (a.LawBook.Number >= 2 && a.PersonalFlows.Any(f => Reading.Routine(f.Flow) && f.Dataset.Fields.Any(ShowsWhereabouts)))
        {
            yield return Tracking;
        }

        if (
            a.LawBook.Number >= 2
            && a.PersonalFlows.Any(f => Reading.Routine(f.Flow) && f.Dataset.SubjectClasses.Any(people => people.Vulnerable is true))
        )
        {
            yield return Vulnerable;
        }

        if (a.Content.Adm is { Significant: true } adm && (adm.SolelyAutomated is true || adm.AlgorithmicTool is true))
        {
            yield return ADM;
        }
    }

    public static string InWords(IEnumerable<DpiaTrigger> triggers) =>
        string.Join(
            "; ",
            triggers.Order().Select(trigger => Plain(trigger) is var words ? char.ToLowerInvariant(words[0]) + words[1..] : "")
        );

    private static string Plain(DpiaTrigger trigger) =>
        trigger switch
        {
            ADM => "A significant decision by an automated tool",
            PublicMonitoring => "Monitoring of public places",
            DataMatching => "Matching data from different sources",
            DenialOfService => "Deciding who gets a service",
            LargeScaleProfiling => "Profiling on a large scale",
            PhysicalHarm => "A risk of physical harm",
            Part3HighRisk => "High-risk processing for law enforcement",
            InvisibleProcessing => "Processing that people do not see",
            InnovativeTech => "Innovative technology",
            Biometric => "Biometric data",
            Genetic => "Genetic data",
            Tracking => "Tracking of people",
            LargeScale => "Large scale",
            DpiaTrigger.SpecialCategory => "Special category data",
            CriminalOffence => "Criminal offence data",
            Children => "Data aimed at children",
            Vulnerable => "Data aimed at vulnerable people",
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, null),
        };
}
