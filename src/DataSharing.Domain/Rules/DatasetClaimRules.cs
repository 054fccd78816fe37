using DataSharing.Domain.Content;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>What is said of data, held against who holds it and what its fields are called. From law book 2 on.</summary>
internal static class DatasetClaimRules
{
    private const string PoliceForces = "POLICE-UK";

    /// <summary>Terms of the Data Privacy Vocabulary that are special category data.</summary>
    private static readonly HashSet<string> SpecialTerms =
    [
        .. "EthnicOrigin Race HealthRecord MedicalHealth MentalHealth Disability Genetic Biometric Religion PoliticalAffiliation ".Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        ),
        .. "PoliticalOpinion TradeUnionMembership SexualPreference SexualHistory".Split(' '),
    ];

    private static readonly HashSet<string> OffenceTerms =
    [
        .. "CriminalOffence CriminalCharge CriminalConviction CriminalPardon".Split(' '),
    ];

    public static IEnumerable<Rule> All { get; } =
    [
        Warning("DSA-122")
            .Law("DPA 2018 s36(4)")
            .FromBook(2)
            .ForEach(a => a.Content.Datasets)
            .When(IsOffenceDataOfPolice)
            .At((a, ds) => At(ds, "collectedForLE").Naming("org", NameOf(a.Party(ds.Controller))))
            .Says("{org} collects such data for law enforcement. Say why this is different."),
        Warning("DSA-122")
            .Law("CRCA 2005 s18", "SSAA 1992 s123", "SRSA 2007 s39")
            .FromBook(2)
            .ForEach(a => a.Content.Datasets)
            .When(DeniesBar)
            .At((a, ds) => At(ds, "noBarReason").Naming("org", NameOf(a.Party(ds.Controller))))
            .Says("{org} collects such data under a bar. Say why this is different."),
        Warning("DSA-139")
            .Policy()
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows.Where(x => !IsAnswer(a, x.Flow)).Select(x => x.Dataset).Distinct())
            .When(ds => ds.Identifiability is Identifiability.Identified && ds.Fields.Count > 0 && !HasIdentifier(ds))
            .At((_, ds) => At(ds, "identifiability").Naming("dataset", ds.Name ?? ds.Id))
            .Says("Nothing in {dataset} identifies people. Mark the field that does, or choose how identifiable it is."),
        Error("DSA-123")
            .Law("UK GDPR Art 9")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(PersonalFields)
            .When(x => IsSpecialByTerm(x.Field))
            .At((_, x) => AtField(x, "specialCategory"))
            .Says("“{field}” is special category data by its category. Mark it, or correct the category."),
        Error("DSA-123")
            .Law("UK GDPR Art 10")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(PersonalFields)
            .When(x => IsOffenceByTerm(x.Field))
            .At((_, x) => AtField(x, "criminalOffence"))
            .Says("“{field}” is criminal offence data by its category. Mark it, or correct the category."),
        Warning("DSA-123")
            .Code("UK GDPR Art 9")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(PersonalFields)
            .When((a, x) => x.Field.SpecialCategory is null && !IsSpecialByTerm(x.Field) && Words.Say(x.Field, a.Policy.SensitiveWords))
            .At((_, x) => AtField(x, "specialCategory"))
            .Says("“{field}” reads like special category data. Mark it, or say why it is not."),
        Warning("DSA-123")
            .Code("UK GDPR Art 10")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(PersonalFields)
            .When((a, x) => x.Field.CriminalOffence is not true && !IsOffenceByTerm(x.Field) && Words.Say(x.Field, a.Policy.OffenceWords))
            .At((_, x) => AtField(x, "criminalOffence"))
            .Says("“{field}” reads like criminal offence data. Mark it, or say why it is not."),
    ];

    /// <summary>So unusual for its controller that a legal adviser looks at it.</summary>
    public static bool IsUnusual(Reading a, Dataset ds) => IsOffenceDataOfPolice(a, ds) || DeniesBar(a, ds);

    private static bool HasIdentifier(Dataset ds) => ds.Fields.Any(field => field.DirectIdentifier is true);

    /// <summary>It goes back to whoever sent the identifiers, as the result of a match does: they know whom it is about.</summary>
    private static bool IsAnswer(Reading a, Flow flow) =>
        a.PersonalFlows.Any(asked => asked.Flow.From == flow.To && asked.Flow.To == flow.From && HasIdentifier(asked.Dataset));

    private static bool IsOffenceDataOfPolice(Reading a, Dataset ds) =>
        CO(ds)
        && ds.CollectedForLE is not true
        && a.Party(ds.Controller) is { } party
        && (party.Sector is Sector.Police || Identifiers(party).Prepend(party.OrgId).Any(IsPoliceForce));

    private static bool IsPoliceForce(string? identifier) =>
        identifier is not null && identifier.StartsWith(PoliceForces + ":", StringComparison.Ordinal);

    private static bool DeniesBar(Reading a, Dataset ds) =>
        !Missing(ds.NoBarReason) && a.BarOfHolder(a.Party(ds.Controller)) is not StatutoryBar.None;

    private static bool IsSpecialByTerm(DataField field) => field.SpecialCategory is null && SpecialTerms.Contains(TermOf(field));

    private static bool IsOffenceByTerm(DataField field) => field.CriminalOffence is not true && OffenceTerms.Contains(TermOf(field));

    private static string TermOf(DataField field) =>
        field.Category is { } category && category.StartsWith("pd:", StringComparison.Ordinal) ? category[3..] : "";

    private static IEnumerable<(Dataset Dataset, DataField Field)> PersonalFields(Reading a) =>
        a.Content.Datasets.Where(Personal).SelectMany(ds => ds.Fields.Select(field => (ds, field)));

    private static Place AtField((Dataset Dataset, DataField Field) x, string member) =>
        At(x.Dataset, x.Field, member).Naming("field", x.Field.Name ?? x.Field.Id);

    private static class Words
    {
        /// <summary>A word of the field's name or description begins like one of these.</summary>
        public static bool Say(DataField field, IEnumerable<string> stems) =>
            $" {Plain(field.Name)} {Plain(field.Description)}" is var text
            && stems.Any(stem => text.Contains($" {stem}", StringComparison.OrdinalIgnoreCase));

        private static string Plain(string? text) =>
            string.Concat((text ?? "").Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '));
    }
}
