using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>
/// Why each controller may process personal data at all: UK GDPR Article 6. Law-enforcement lines have rules of their own.
/// </summary>
internal static class LegalGroundRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-020")
            .Law("UK GDPR Art 6(1)", "DPA 2018 s35")
            .IfPersonalData()
            .ForEach(Sides)
            .When((a, side) => Lines(a, side).Any() is false)
            .At(
                (_, side) =>
                    new Place(
                        "/legalLines",
                        ("org", NameOf(side.Party)),
                        ("activity", side.Sends ? "disclosing data" : "receiving and using data"),
                        ("purpose", NameOf(side.Purpose))
                    )
                    {
                        About = $"{side.Party.Id} {(side.Sends ? "sends" : "receives")} {side.Purpose.Id}",
                    }
            )
            .Says("{org} has no lawful basis recorded for {activity} for \"{purpose}\". Add a legal line for it."),
        Error("DSA-020")
            .Law("UK GDPR Art 6(1)", "DPA 2018 s35")
            .IfPersonalData()
            .ForEach(a => Sides(a).SelectMany(side => Lines(a, side)))
            .When(line => Missing(UkGdpr(line) ? line.Art6 : line.Part3?.Code))
            .At((a, line) => a.At(line, UkGdpr(line) ? "art6" : "part3/code"))
            .Says("{org} has no lawful basis recorded for {activity} for \"{purpose}\". Choose one."),
        Error("DSA-021")
            .Law("UK GDPR Art 6(1)")
            .IfPersonalData()
            .ForEach(a => On(a, basis => basis is { ClosedToPublicTasks: true, NeedsRecognisedInterest: false }))
            .When((a, line) => a.PubTask(line))
            .At((a, line) => a.At(line, "art6"))
            .Says("A public authority cannot rely on legitimate interests for its tasks. Consider public task."),
        Error("DSA-022")
            .Law("UK GDPR Art 6(1)")
            .IfPersonalData()
            .ForEach(a => On(a, basis => basis is { ClosedToPublicTasks: true, NeedsRecognisedInterest: true }))
            .When((a, line) => a.PubTask(line))
            .At((a, line) => a.At(line, "art6"))
            .Says("A public authority cannot rely on recognised legitimate interests for its tasks. Consider public task."),
        Error("DSA-023")
            .Law("UK GDPR Art 6(1)(ea)", "UK GDPR Annex 1")
            .IfPersonalData()
            .ForEach(a => On(a, basis => basis.NeedsRecognisedInterest))
            .When(line => Missing(line.Annex1))
            .At((a, line) => a.At(line, "annex1"))
            .Says("Choose the recognised legitimate interest condition (Annex 1) that applies."),
        // What is missing then is the basis, so the finding leads there.
        Error("DSA-023")
            .Law("UK GDPR Art 6(1)(ea)", "UK GDPR Annex 1")
            .IfPersonalData()
            .ForEach(a => On(a, basis => basis.NeedsRecognisedInterest))
            .When((a, line) => a.TooEarlyForRecognisedInterests(line))
            .At((a, line) => a.At(line, "art6").Naming("day", InWords(a.LawBook.LawfulBasis(line.Art6)!.ValidFrom!.Value)))
            .Says(
                "Recognised legitimate interests did not exist before {day}, and the sharing starts earlier. "
                    + "Choose another basis, or a later start."
            ),
        Error("DSA-024")
            .Law("UK GDPR Annex 1 para 1")
            .IfPersonalData()
            .ForEach(a => a.Content.LegalLines.Where(UkGdpr))
            .When(
                (a, line) =>
                    a.LawBook.RecognisedInterest(line.Annex1)?.NeedsRequest is true
                    && AnyMissing(line.RequestRef, line.RequesterTask, line.RequesterLaw)
            )
            .At(
                (a, line) =>
                    a.At(
                        line,
                        Missing(line.RequestRef) ? "requestRef"
                            : Missing(line.RequesterTask) ? "requesterTask"
                            : "requesterLaw"
                    )
            )
            .Says("Attach the written request saying the data is needed for the requester's public task and under what law."),
        Error("DSA-024")
            .Law("UK GDPR Annex 1 para 1")
            .IfPersonalData()
            .ForEach(a => a.Content.LegalLines.Where(UkGdpr))
            .When((a, line) => a.LawBook.RecognisedInterest(line.Annex1)?.NeedsRequest is true && line.Activity is not Activity.Disclose)
            .At((a, line) => a.At(line, "annex1"))
            .Says(
                "Only who discloses data because it was requested can rely on this condition; {org} is {activity}. "
                    + "Choose another condition."
            ),
        Error("DSA-025")
            .Code("ICO guidance on legitimate interests", "UK GDPR Art 6(1)(f)")
            .IfPersonalData()
            .ForEach(a => On(a, "A6-F"))
            .When(line =>
                AnyMissing(line.Lia?.Purpose, line.Lia?.Necessity, line.Lia?.Balance) || line.Lia?.Outcome is not AssessmentOutcome.Pass
            )
            .At((a, line) => a.At(line, "lia"))
            .Says("Complete the legitimate interests assessment (purpose, necessity, balance)."),
        Error("DSA-026")
            .Law("UK GDPR Art 6(1)(c)", "UK GDPR Art 6(3)")
            .IfPersonalData()
            .ForEach(a => On(a, "A6-C"))
            .When(line => Missing(line.DutyCitation))
            .At((a, line) => a.At(line, "dutyCitation"))
            .Says("Cite the law that obliges {org} to do this."),
        Error("DSA-027")
            .Law("UK GDPR Art 6(1)(e)", "UK GDPR Art 6(3)")
            .IfPersonalData()
            .ForEach(a => On(a, "A6-E"))
            .When(line => Missing(line.OwnTaskCitation) || Missing(line.OwnTaskHolder) || line.OwnTaskHolder != line.Party)
            .At((a, line) => a.At(line, Missing(line.OwnTaskCitation) ? "ownTaskCitation" : "ownTaskHolder"))
            .Says("Public task must be {org}'s own task, laid down in law. Cite it."),
        Error("DSA-028")
            .Law("UK GDPR Art 6(1)(a)", "UK GDPR Art 7")
            .IfPersonalData()
            .ForEach(a => On(a, "A6-A"))
            .When(line =>
                AnyMissing(
                    line.Consent?.Wording,
                    line.Consent?.EvidenceMethod,
                    line.Consent?.WithdrawalRoute,
                    line.Consent?.DownstreamEffect
                )
            )
            .At((a, line) => a.At(line, "consent"))
            .Says("Show how consent is asked, recorded and withdrawn, and what happens to data already shared."),
        Warning("DSA-029")
            .Code("UK GDPR recital 43", "ICO guidance on consent")
            .IfPersonalData()
            .ForEach(a => On(a, "A6-A"))
            .When((a, line) => a.Party(line.Party)?.IsPublicAuthority is true || line.Consent?.PowerImbalance is true)
            .At((a, line) => a.At(line, "art6"))
            .Says("People may not feel free to refuse you. Justify using consent."),
        Warning("DSA-030")
            .Code("ICO guidance on vital interests", "UK GDPR Art 6(1)(d)")
            .IfPersonalData()
            .ForEach(a => On(a, "A6-D"))
            .When((a, line) => a.Touches.Any(touch => touch.Line == line && touch.Flow is { Mode: not FlowMode.IndividualCase }))
            .At((a, line) => a.At(line, "art6"))
            .Says("Vital interests is for life-or-death situations, not routine sharing. Choose another basis, or share case by case."),
        Error("DSA-031")
            .Code("ICO guidance on contract", "UK GDPR Art 6(1)(b)")
            .IfPersonalData()
            .ForEach(a => On(a, "A6-B"))
            .When(line => Missing(line.ContractingParty) || line.ContractingParty != line.Party)
            .At((a, line) => a.At(line, "contractingParty"))
            .Says(
                "Only the organisation in (or entering) a contract with the person can use this basis. "
                    + "Say that {org} is that organisation, or choose another basis."
            ),
        Warning("DSA-032")
            .Law("UK GDPR Art 21")
            .IfPersonalData()
            .When(a =>
                a.Content.LegalLines.Any(line => UkGdpr(line) && a.LawBook.LawfulBasis(line.Art6)?.RightToObject is true)
                && a.Content.Rights?.Objection is not { By: RightHandler.Source } and not { By: RightHandler.Party, Party: not null }
            )
            .At("/rights/objection")
            .Says("People can object to this use. Say who handles objections."),
        Error("DSA-113")
            .Policy()
            .ForEach(a => a.Content.LegalLines.Where(line => line.Art6 == LawVocabulary.Unknown))
            .At((a, line) => a.At(line, "art6"))
            .Says(RuleDraft.StillUnknown),
    ];

    /// <summary>The UK GDPR lines that rest on a basis.</summary>
    private static IEnumerable<LegalLine> On(Reading a, string art6) =>
        a.Content.LegalLines.Where(line => UkGdpr(line) && line.Art6 == art6);

    private static IEnumerable<LegalLine> On(Reading a, Func<LawfulBasis, bool> basis) =>
        a.Content.LegalLines.Where(line => UkGdpr(line) && a.LawBook.LawfulBasis(line.Art6) is { } found && basis(found));

    /// <summary>Every controller that sends or receives personal data, for every purpose it does so for.</summary>
    private static IEnumerable<Side> Sides(Reading a) =>
        from flow in a.PersonalFlows.Select(f => f.Flow)
        from purpose in a.PurposesOf(flow)
        from side in new[] { (Id: flow.From, Sends: true), (Id: flow.To, Sends: false) }
        let party = a.Controller(side.Id)
        where party is not null
        select new Side(party, purpose, side.Sends);

    private static IEnumerable<LegalLine> Lines(Reading a, Side side) =>
        a.LinesOf(side.Party).Where(line => line.Purpose == side.Purpose.Id && (side.Sends ? DiscloseLine(line) : UseLine(line)));

    private sealed record Side(Party Party, Purpose Purpose, bool Sends);
}
