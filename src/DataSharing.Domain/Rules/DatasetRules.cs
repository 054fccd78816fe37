using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>What data, how much of it, and how well people are hidden in it.</summary>
internal static class DatasetRules
{
    private static readonly Precision[][] Scales =
    [
        [Precision.Full, Precision.Month, Precision.Year, Precision.AgeBand],
        [Precision.Postcode, Precision.PostcodeSector, Precision.PostcodeDistrict, Precision.LocalAuthority, Precision.Region],
    ];

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-059")
            .Code("ICO data sharing code: data minimisation", "UK GDPR Art 5(1)(c)")
            .IfPersonalData()
            .ForEach(a => a.Content.Datasets.Where(Personal))
            .When(ds => ds.Fields.Count == 0)
            .At((_, ds) => At(ds, "fields"))
            .Says("Justify each data item: share only what the purpose needs."),
        Error("DSA-059")
            .Code("ICO data sharing code: data minimisation", "UK GDPR Art 5(1)(c)")
            .IfPersonalData()
            .ForEach(PersonalFields)
            .When(x => Missing(x.Field.Justification))
            .At((_, x) => At(x.Dataset, x.Field, "justification"))
            .Says("Justify each data item: share only what the purpose needs."),
        Warning("DSA-060")
            .Code("UK GDPR Art 84B", "ICO guidance on research")
            .IfPersonalData()
            .ForEach(a =>
                a.Content.Datasets.Where(ds =>
                        a.Content.Flows.Any(flow =>
                            flow.DatasetId == ds.Id && a.PurposesOf(flow).Any(purpose => purpose.IsResearchOrStats is true)
                        )
                    )
                    .SelectMany(Fields)
            )
            .When(x => x.Field.DirectIdentifier is true)
            .At((_, x) => At(x.Dataset, x.Field))
            .Says("Research rarely needs direct identifiers. Remove, pseudonymise or justify."),
        Warning("DSA-061")
            .Code("ICO guidance on data minimisation", "UK GDPR Art 5(1)(c)")
            .IfPersonalData()
            .ForEach(PersonalFields)
            .When(x => x.Field.Type is FieldType.FreeText)
            .At((_, x) => At(x.Dataset, x.Field))
            .Says("Free text can reveal more than intended. Remove, restrict or justify."),
        Warning("DSA-062")
            .Code("ICO guidance on data minimisation", "UK GDPR Art 5(1)(c)")
            .IfPersonalData()
            .ForEach(a => a.Content.Datasets.SelectMany(Fields))
            .When(x => IsFiner(x.Field.Precision, x.Field.PrecisionNeeded))
            .At((_, x) => At(x.Dataset, x.Field))
            .Says("Could a less precise value work? Share it no finer than the purpose needs, or justify."),
        Error("DSA-063")
            .Code("ICO anonymisation guidance", "DPA 2018 s171")
            .When(a =>
                a.Content.Datasets.Any(ds => ds.Identifiability is Identifiability.Anonymous)
                && AnyMissing(a.Content.Reid?.AssessmentRef, a.Content.Reid?.Undertaking)
            )
            .At((a, _) => Missing(a.Content.Reid?.AssessmentRef) ? "/reid/assessmentRef" : "/reid/undertaking")
            .Says(
                "No lawful basis is needed for anonymous data, but record the re-identification risk test and the recipient's promise "
                    + "not to re-identify."
            ),
        Error("DSA-064")
            .Code("ICO anonymisation guidance")
            .ForEach(a => a.Content.Datasets.Where(ds => ds.Identifiability is Identifiability.Anonymous))
            .When(
                (a, ds) =>
                    ds.Fields.Any(field => field.DirectIdentifier is true) || ds.RecipientLinkableKey is true || GroupsTooSmall(a, ds)
            )
            .At((_, ds) => At(ds, "identifiability"))
            .Says("This does not look anonymous. Remove identifiers or treat it as personal data."),
        Error("DSA-065")
            .Code("ICO guidance on pseudonymisation", "UK GDPR Art 4(1)(5)")
            .IfPersonalData()
            .ForEach(a => a.Content.Datasets.Where(ds => ds.Identifiability is Identifiability.Pseudonymised))
            .When(
                (a, ds) =>
                    Missing(ds.KeyHolder)
                    || a.Content.Flows.Any(flow => flow.DatasetId == ds.Id && flow.To == ds.KeyHolder && a.Controller(flow.To) is not null)
            )
            .At((_, ds) => At(ds, "keyHolder"))
            .Says("Say who holds the key; it must be kept separately."),
        Warning("DSA-066")
            .Code("Five Safes: safe outputs")
            .When(a => a.Content.Outputs is { Publish: true, Sdc: null })
            .At("/outputs/sdc")
            .Says("Set disclosure-control rules (minimum counts, rounding, output checks) before publishing."),
        Error("DSA-067")
            .Code("ICO guidance on children", "UK GDPR recital 38")
            .IfPersonalData()
            .When(a =>
                a.Content.Datasets.Any(ds => ds.SubjectClasses.Any(subjects => subjects.Under18 is true))
                && Missing(a.Content.ChildrenStatement)
            )
            .At("/childrenStatement")
            .Says("Children's data: explain how their best interests and higher protection have been considered."),
        Warning("DSA-103")
            .Code("ICO data sharing code: accuracy")
            .ForEach(a => a.Content.Datasets)
            .When(ds => ds.PopulationPartial is true && Missing(ds.CoverageNote))
            .At((_, ds) => At(ds, "coverageNote"))
            .Says("Say who is missing from this dataset so that users do not draw wrong conclusions."),
        // With no dataset at all nothing is known yet.
        Info("DSA-105")
            .Code("ICO anonymisation guidance", "UK GDPR recital 26")
            .When(a => a.Content.Datasets.Count > 0 && !a.HasPersonalData)
            .At("/datasets")
            .Says("No personal data: UK GDPR rules do not apply. Keep the register entry and licence terms."),
    ];

    private static IEnumerable<(Dataset Dataset, DataField Field)> Fields(Dataset ds) => ds.Fields.Select(field => (ds, field));

    private static IEnumerable<(Dataset Dataset, DataField Field)> PersonalFields(Reading a) =>
        a.Content.Datasets.Where(Personal).SelectMany(Fields);

    private static bool IsFiner(Precision? given, Precision? needed) =>
        given is { } g
        && needed is { } n
        && Scales.Any(scale => Array.IndexOf(scale, g) is >= 0 and var at && Array.IndexOf(scale, n) > at);

    /// <summary>A missing threshold counts as too small, unless noise or invention protects people instead.</summary>
    private static bool GroupsTooSmall(Reading a, Dataset ds) =>
        ds.KThreshold is { } k
            ? k < a.Policy.SmallestGroup
            : !a.Content.Techniques.Any(technique => technique.Kind is TechniqueKind.DifferentialPrivacy or TechniqueKind.Synthetic);
}
