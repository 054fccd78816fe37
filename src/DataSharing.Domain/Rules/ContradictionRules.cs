using DataSharing.Domain.Content;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Two answers that cannot both be right. From law book 2 on.</summary>
internal static class ContradictionRules
{
    private const string Explicit = "CLDC-EXPL";
    private const string ByLaw = "CLDC-LAW";
    private const string Support = "CLDC-S251";
    private const string Consent = "A6-A";
    private const string ExplicitConsent = "A9-A";

    private static readonly string?[] CannotAsk = ["CannotConsent", "NotReasonableToObtain", "UnreasonablyWithheld"];

    private static readonly AgreementType?[] AboutOneAtATime =
    [
        AgreementType.LookupService,
        AgreementType.TreAccess,
        AgreementType.FrameworkIndividualLevel,
    ];

    public static IEnumerable<Rule> All { get; } =
    [
        Contradiction(Severity.Error, "Common law duty of confidentiality")
            .ForEach(a => Reasons(a).Where(x => CannotAsk.Contains(x.Condition.NoConsentReason)))
            .When(x => RestsOnConsent(x.Line))
            .At((a, x) => a.At(x.Line, $"s1/{x.Condition.Id}/noConsentReason"))
            .Says("Two answers do not fit: people are asked and agree, and people cannot be asked. Change one."),
        Contradiction(Severity.Warning, "Common law duty of confidentiality")
            .ForEach(a => Reasons(a).Where(x => x.Condition.NoConsentReason == "WouldPrejudice"))
            .When(x => RestsOnConsent(x.Line))
            .At((a, x) => a.At(x.Line, $"s1/{x.Condition.Id}/noConsentReason"))
            .Says("Two answers do not fit: people are asked and agree, and asking would defeat the purpose. Change one."),
        Contradiction(Severity.Error, "NHS Act 2006 s251")
            .ForEach(a => a.Content.LegalLines)
            .When(line => line.Confidentiality?.Code == Support && (line.Art6 == Consent || line.Art9.Contains(ExplicitConsent)))
            .At((a, line) => a.At(line, "confidentiality/code"))
            .Says(
                "Two answers do not fit: people consent, and section 251 support, which is for where asking is not practicable. Change one."
            ),
        Contradiction(Severity.Warning, "Common law duty of confidentiality")
            .ForEach(a => a.Content.LegalLines)
            .When(line => line.Art6 == Consent && line.Confidentiality?.Code == ByLaw)
            .At((a, line) => a.At(line, "confidentiality/code"))
            .Says("Two answers do not fit: people consent, and a law sets confidence aside whatever they say. Change one."),
        Contradiction(Severity.Error, "NHS Act 2006 s251")
            .ForEach(a => a.Content.Datasets)
            .When(ds => ds.IsCPI is true && ds.OwedConfidence is not true)
            .At((_, ds) => At(ds, "owedConfidence"))
            .Says("Two answers do not fit: this is confidential patient information, and no confidence is owed. Change one."),
        Contradiction(Severity.Warning, "NHS Act 2006 s251")
            .ForEach(a => a.Content.Datasets)
            .When(
                (a, ds) =>
                    ds.IsCPI is not true
                    && a.Party(ds.Controller)?.Sector is Sector.Health
                    && ds.Fields.Any(field => field.SpecialCategory is SpecialCategory.Health)
                    && ds.Identifiability is Identifiability.Identified or Identifiability.Pseudonymised
            )
            .At((_, ds) => At(ds, "isCPI"))
            .Says(
                "Two answers do not fit: a health body holds health data about people, and it is no confidential patient information. "
                    + "Change one, or say why: staff records are an example."
            ),
        Contradiction(Severity.Warning, "ICO data sharing code")
            .ForEach(a => a.Content.Flows)
            .When(flow =>
                flow.Mode is FlowMode.IndividualCase
                && (flow.Frequency is not (null or Frequency.Once or Frequency.AsNeeded) || flow.Volume > 1)
            )
            .At((_, flow) => At(flow, flow.Volume > 1 ? "volume" : "frequency"))
            .Says("Two answers do not fit: each case is decided by itself, and data goes regularly or for many at once. Change one."),
        Contradiction(Severity.Warning, "UK GDPR Art 22A")
            .When(a => a.Content.Adm is { SolelyAutomated: true } adm && !Missing(adm.HumanReview))
            .At("/adm/humanReview")
            .Says("Two answers do not fit: no human takes part in the decision, and a human reviews each case. Change one."),
        Contradiction(Severity.Warning, "ICO data sharing code")
            .When(a =>
                AboutOneAtATime.Contains(a.Content.AgreementType)
                && a.Content.Flows.Count > 0
                && !a.Content.Flows.Any(flow => flow.Mode is FlowMode.Lookup or FlowMode.InSituTRE or FlowMode.IndividualCase)
            )
            .At("/agreementType")
            .Says(
                "Two answers do not fit: the kind of agreement, and flows none of which is a lookup, a case or work in a secure place. "
                    + "Change one."
            ),
        Contradiction(Severity.Warning, "DPA 2018 s30")
            .ForEach(a => a.Content.Purposes.Where(LE))
            .When((a, _) => a.Content.Parties.Count > 0 && a.Content.Parties.All(party => party.IsCompetentAuthority is not true))
            .At((_, purpose) => At(purpose, "isLawEnforcement"))
            .Says("Two answers do not fit: the purpose is law enforcement, and no party is a competent authority. Change one."),
        Contradiction(Severity.Warning, "Government security classifications")
            .When(a => a.Content is { Register.Decision: RegisterDecision.Publish, Classification: Classification.Secret })
            .At("/classification")
            .Says("Two answers do not fit: the agreement is published, and it is secret. Change one."),
        Contradiction(Severity.Error, "National Data Opt-out operational policy")
            .ForEach(a => a.Content.LegalLines)
            .When(line => line.Ndo is { Applied: true, Exemption: not null })
            .At((a, line) => a.At(line, "ndo/exemption"))
            .Says("Two answers do not fit: the opt-out is applied, and an exemption lifts it. Keep one."),
        Contradiction(Severity.Error, "UK GDPR recital 26")
            .ForEach(a => a.Content.Datasets.SelectMany(ds => ds.Fields.Select(field => (Dataset: ds, Field: field))))
            .When(x =>
                x.Field.DirectIdentifier is true
                && (
                    x.Dataset.Identifiability is Identifiability.Aggregate
                    || (x.Dataset.Identifiability is Identifiability.Anonymous && x.Field.SpecialCategory is not null)
                )
            )
            .At((_, x) => At(x.Dataset, x.Field, "directIdentifier").Naming("field", x.Field.Name ?? x.Field.Id))
            .Says("Two answers do not fit: nobody can be told apart in this data, and “{field}” identifies people directly. Change one."),
        Contradiction(Severity.Warning, "UK GDPR Art 35")
            .When(a =>
                a.Content.Adm is { Significant: false } && a.Content.Dpia.Any(dpia => dpia.Triggers.Contains(DpiaTrigger.DenialOfService))
            )
            .At("/adm/significant")
            .Says(
                "Two answers do not fit: no decision has a significant effect, and the assessment is about deciding who gets a service. "
                    + "Change one."
            ),
    ];

    private static RuleDraft Contradiction(Severity severity, string law) =>
        new RuleDraft("DSA-131", severity).Policy(law).FromBook(2).IfPersonalData();

    private static IEnumerable<(LegalLine Line, Schedule1Condition Condition)> Reasons(Reading a) =>
        a.Content.LegalLines.SelectMany(line => line.S1.Select(condition => (line, condition)));

    private static bool RestsOnConsent(LegalLine line) =>
        line.Confidentiality?.Code == Explicit || line.Art6 == Consent || line.Art9.Contains(ExplicitConsent);
}
