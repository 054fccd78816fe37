using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>How data moves: between whom, in which way, how well protected.</summary>
internal static class FlowRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        // "When set" is read of via alone: every flow has two ends.
        Error("DSA-003")
            .Code("ICO data sharing code: parties")
            .ForEach(a => a.Content.Flows.SelectMany(Ends))
            .When(
                (a, end) =>
                    (end.Id is not null || end.Member != "via")
                    && a.Party(end.Id) is null
                    && !a.Content.PermittedRecipients.Any(recipient => recipient.Id == end.Id)
            )
            .At((a, end) => At(end.Flow, end.Member).Naming("org", a.NameOfRecipient(end.Id)))
            .Says("{org} sends or receives data but is not a party or a permitted recipient. Add it there, or choose another."),
        Error("DSA-013")
            .Law("UK GDPR Art 5(1)(b)")
            .ForEach(a => a.Content.Flows)
            .When((a, flow) => flow.PurposeIds.Count == 0 || flow.PurposeIds.Any(id => a.Purpose(id) is null))
            .At((_, flow) => At(flow, "purposeIds"))
            .Says("Every data flow must be tied to a stated purpose."),
        Error("DSA-068")
            .Policy()
            .IfPersonalData()
            .ForEach(a => a.Content.Flows)
            .When(flow => flow.Mode is FlowMode.IndividualCase && (Missing(flow.CaseProcedureRef) || flow.DisclosureLog is not true))
            .At((_, flow) => At(flow, Missing(flow.CaseProcedureRef) ? "caseProcedureRef" : "disclosureLog"))
            .Says("Case-by-case sharing needs a decision procedure and a log of each disclosure."),
        Error("DSA-068")
            .Policy()
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When(x => x.Flow is { Method: FlowMethod.Meeting, Mode: not FlowMode.IndividualCase } && x.Flow.DisclosureLog is not true)
            .At((_, x) => At(x.Flow, "disclosureLog"))
            .Says("At a meeting the minutes are the log: make sure that they name each disclosure, and say so."),
        Warning("DSA-069")
            .Code("ICO data sharing code: accuracy", "UK GDPR Art 5(1)(d)")
            .IfPersonalData()
            .ForEach(a => a.Content.Flows.Where(flow => Bulk(flow) || flow.Mode is FlowMode.Lookup).Select(a.DatasetOf).OfType<Dataset>())
            .When(ds => Missing(ds.Quality?.CorrectionRoute))
            .At((_, ds) => At(ds, "quality/correctionRoute"))
            .Says("Say how errors found by the recipient are corrected at source."),
        Warning("DSA-070")
            .Policy()
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When(x => Bulk(x.Flow) && string.Equals(x.Dataset.CohortFilter?.Trim(), "All", StringComparison.OrdinalIgnoreCase))
            .At((_, x) => At(x.Dataset, "cohortFilter"))
            .Says("You are sharing everyone's records. Can you restrict the cohort? Say whom it is limited to, or justify."),
        Error("DSA-085")
            .Code("ICO data sharing code: security", "UK GDPR Art 32")
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When(x => x.Flow.Method is null or FlowMethod.PlainEmail or FlowMethod.UnencryptedMedia or FlowMethod.PersonalAccount)
            .At((_, x) => At(x.Flow, "method"))
            .Says("Choose a secure transfer method."),
        Error("DSA-085")
            .Code("ICO data sharing code: security", "UK GDPR Art 32")
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When(x => x.Flow.Method is FlowMethod.Other && Missing(x.Flow.MethodDetail))
            .At((_, x) => At(x.Flow, "methodDetail"))
            .Says("Say in which other way the data moves."),
        Warning("DSA-085")
            .Code("ICO data sharing code: security", "UK GDPR Art 32")
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When(x => x.Flow.Method is FlowMethod.Other && !Missing(x.Flow.MethodDetail))
            .At((_, x) => At(x.Flow, "method"))
            .Says("Is this way secure? Choose a method of the list if one fits, or justify it."),
        Error("DSA-086")
            .Code("ICO data sharing code: security", "UK GDPR Art 32")
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When(x =>
                !IsSpokenOrOnPaper(x.Flow)
                && Missing(x.Flow.EquivalentControl)
                && (x.Flow.EncryptionInTransit is not true || (CopyHeld(x.Flow) && x.Flow.EncryptionAtRest is not true))
            )
            .At((_, x) => At(x.Flow, x.Flow.EncryptionInTransit is not true ? "encryptionInTransit" : "encryptionAtRest"))
            .Says("Personal data must be encrypted in transit and at rest, or explain the equivalent control."),
        Error("DSA-086")
            .Code("ICO data sharing code: security", "UK GDPR Art 32")
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When(x => IsSpokenOrOnPaper(x.Flow) && Missing(x.Flow.EquivalentControl))
            .At((_, x) => At(x.Flow, "equivalentControl").Naming("example", UsualProtection(x.Flow.Method)))
            .Says("Nothing is encrypted here: say under equivalent control what protects the data. For example: {example}."),
        Warning("DSA-087")
            .Code("ICO data sharing code: security", "NHS Data Security and Protection Toolkit")
            .BeforeBook(2)
            .IfPersonalData()
            .ForEach(a => a.AssuranceGaps)
            .At((_, party) => At(party, "assurances"))
            .Says(
                "{org} has no current security assurance on record. Record one: "
                    + "for health and care data the NHS toolkit, else Cyber Essentials Plus, ISO 27001 or an approved equivalent."
            ),
        Warning("DSA-087")
            .Code("ICO data sharing code: security", "NHS Data Security and Protection Toolkit")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => a.AssuranceGaps.Distinct().Where(party => !a.CurrentAssurances(party).Any()))
            .At((_, party) => At(party, "assurances"))
            .Says("{org} has no current security assurance on record. Record one."),
        Warning("DSA-087")
            .Code("ICO data sharing code: security", "NHS Data Security and Protection Toolkit")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a =>
                from flow in a.Content.Flows
                let to = a.Party(flow.To)
                let ds = a.DatasetOf(flow)
                where to is not null && ds is not null && a.CurrentAssurances(to).Any() && !a.IsAssured(to, ds)
                select (Party: to, Dataset: ds)
            )
            .At(
                (a, x) =>
                    At(x.Party, "assurances")
                        .Naming(
                            "has",
                            string.Join(
                                ", ",
                                a.CurrentAssurances(x.Party).Select(assurance => CodeLabels.Of(assurance.Type!.Value)).Distinct()
                            )
                        )
                        .Naming("dataset", x.Dataset.Name ?? x.Dataset.Id)
                        .Naming("kind", CareData(x.Dataset) ? "health and care data" : "other data")
                        .Naming(
                            "expected",
                            CareData(x.Dataset)
                                ? "the NHS toolkit at “standards met”"
                                : "Cyber Essentials Plus, ISO 27001, the NHS toolkit at “standards met” or an approved equivalent"
                        ) with
                    {
                        About = x.Dataset.Id,
                    }
            )
            .Says("{org} has: {has}. For {dataset} ({kind}), {expected} is expected."),
        Warning("DSA-104")
            .Code("ICO data sharing code: security")
            .ForEach(a => a.Content.Flows)
            .When(flow =>
                flow.Mode is FlowMode.Lookup
                && (AnyMissing(flow.Lookup?.RateLimit, flow.Lookup?.PurposeAssertion) || flow.Lookup?.CallLog is not true)
            )
            .At((_, flow) => At(flow, "lookup"))
            .Says("Live lookups need per-call logging, a stated reason and a volume limit."),
        Warning("DSA-140")
            .Code("ICO data sharing code: security")
            .ForEach(a => a.Content.Flows)
            .When(flow =>
                flow.Method is FlowMethod.SystemAccess
                && (
                    AnyMissing(flow.Access?.System, flow.Access?.AccountsBy, flow.Access?.LeaversWithin) || flow.Access?.CallLog is not true
                )
            )
            .At((_, flow) => At(flow, "access"))
            .Says("Where staff see a system, say which, who manages accounts, when leavers lose theirs, and that every look is logged."),
        Warning("DSA-141")
            .Code("ICO data sharing code: security")
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When(x => x.Flow is { Method: FlowMethod.Meeting or FlowMethod.Telephone, Mode: not (null or FlowMode.IndividualCase) })
            .At((_, x) => At(x.Flow, "mode"))
            .Says("At a meeting and by telephone each case is decided by itself. Choose case-by-case sharing, or another method."),
        Warning("DSA-142")
            .Policy()
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When((a, x) => x.Flow.Method is FlowMethod.Meeting && !a.Records.HasConfidentialityDeclaration)
            .At((_, x) => At(x.Flow, "method"))
            .Says("Attach the confidentiality declaration that those at the meeting sign."),
        Warning("DSA-143")
            .Code("ICO guidance on storage limitation", "UK GDPR Art 5(1)(f)")
            .IfPersonalData()
            .ForEach(a =>
                from x in a.PersonalFlows
                where x.Flow.Method is FlowMethod.Post
                from row in RetentionRules.Rows(a, x.Flow.To, x.Dataset)
                where
                    RetentionRules.Method(a, row) is not (null or DisposalMethod.Shred)
                    || RetentionRules.Evidence(a, row) is not (null or DisposalEvidence.Certificate)
                select row
            )
            .At((_, row) => RetentionRules.At(row, "disposalMethod"))
            .Says("Paper is shredded, with a certificate. Say so, or justify another way."),
    ];

    private static bool IsSpokenOrOnPaper(Flow flow) => flow.Method is FlowMethod.Meeting or FlowMethod.Telephone or FlowMethod.Post;

    private static string UsualProtection(FlowMethod? method) =>
        method switch
        {
            FlowMethod.Meeting =>
                "named members only, who sign a confidentiality declaration; no copies leave; minutes are kept in one system",
            FlowMethod.Telephone => "staff call back on a known number and write it up the same day",
            _ => "tracked, addressed to a named person, in a double envelope",
        };

    private static IEnumerable<(Flow Flow, string Member, string? Id)> Ends(Flow flow) =>
        [(flow, "from", flow.From), (flow, "to", flow.To), (flow, "via", flow.Via)];
}
