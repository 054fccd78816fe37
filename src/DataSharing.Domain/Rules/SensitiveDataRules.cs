using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>
/// Special category and criminal offence data, and research: UK GDPR Articles 9, 10 and 84B, and Schedule 1 to the Data Protection
/// Act 2018. They look at lines under the UK GDPR, and at personal data, for to other data these articles do not apply.
/// </summary>
internal static class SensitiveDataRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-033")
            .Law("UK GDPR Art 9")
            .IfPersonalData()
            .ForEach(Touches)
            .When(touch => SC(touch.Dataset) && touch.Line.Art9.Count == 0)
            .At((a, touch) => a.At(touch.Line, "art9"))
            .Says("This data includes special category data. {org} needs an Article 9 condition as well."),
        Error("DSA-034")
            .Law("DPA 2018 s10", "DPA 2018 Sch 1")
            .IfPersonalData()
            .ForEach(Lines)
            .When(
                (a, line) =>
                    line
                        .Art9.Select(a.LawBook.SpecialCategoryCondition)
                        .Any(condition =>
                            condition is { Schedule1AnyOf.Count: > 0 } && !line.S1.Any(s1 => condition.Schedule1AnyOf.Contains(s1.Code))
                        )
            )
            .At((a, line) => a.At(line, "s1"))
            .Says("This condition also needs a matching Data Protection Act 2018 Schedule 1 condition."),
        Error("DSA-035")
            .Law("DPA 2018 Sch 1 paras 5 and 38 to 41")
            .IfPersonalData()
            .ForEach(Conditions)
            .When((a, use) => NeedsPolicyDocument(a, use) && !CoveringDocuments(a, use).Any())
            .At((a, use) => a.At(use.Line, $"s1/{use.Condition.Id}"))
            .Says("{org} must have an up-to-date appropriate policy document for this condition."),
        // Paragraph 40 says to keep it under review and fixes no date: that it is overdue is our policy.
        Error("DSA-035")
            .Policy("DPA 2018 Sch 1 para 40")
            .IfPersonalData()
            .ForEach(Conditions)
            .When(
                (a, use) =>
                    NeedsPolicyDocument(a, use)
                    && CoveringDocuments(a, use).ToArray() is { Length: > 0 } found
                    && found.All(apd => a.Past(a.ReviewDue(a.Party(use.Line.Party), apd)))
            )
            .At((a, use) => a.At(use.Line, $"s1/{use.Condition.Id}"))
            .Says("{org} must have an up-to-date appropriate policy document for this condition."),
        Error("DSA-036")
            .Law("DPA 2018 Sch 1 Part 2")
            .IfPersonalData()
            .ForEach(Conditions)
            .When(use => use.Paragraph.SubstantialPublicInterest && Missing(use.Condition.SpiReason))
            .At((a, use) => a.At(use.Line, $"s1/{use.Condition.Id}/spiReason"))
            .Says("Explain why the processing is necessary for reasons of substantial public interest."),
        Error("DSA-037")
            .Law("DPA 2018 Sch 1 Part 2")
            .IfPersonalData()
            .ForEach(Conditions)
            .When(
                (a, use) =>
                    Underlying(a, use) is { } paragraph
                    && (
                        paragraph.ReasonForNoConsent is ReasonForNoConsent.Always
                        || (paragraph.ReasonForNoConsent is ReasonForNoConsent.WhenTriggered && use.Condition.NcTrigger is true)
                    )
                    && !paragraph.AllowedNoConsentReasons.Contains(use.Condition.NoConsentReason)
            )
            .At((a, use) => a.At(use.Line, $"s1/{use.Condition.Id}/noConsentReason"))
            .Says("Say why consent cannot be used here."),
        Error("DSA-038")
            .Law("UK GDPR Art 9(2)(a)")
            .IfPersonalData()
            .ForEach(Lines)
            .When(
                (a, line) =>
                    line.Art9.Any(code => a.LawBook.SpecialCategoryCondition(code)?.NeedsExplicitConsent is true)
                    && AnyMissing(line.Consent?.ExplicitStatement, line.Consent?.WithdrawalRoute)
            )
            .At((a, line) => a.At(line, "consent"))
            .Says("Explicit consent needs an express statement and an easy way to withdraw."),
        Error("DSA-039")
            .Law("UK GDPR Art 9(3)", "DPA 2018 s11(1)")
            .IfPersonalData()
            .ForEach(Lines)
            .When(
                (a, line) =>
                    line.Art9.Any(code => a.LawBook.SpecialCategoryCondition(code)?.NeedsDutyOfConfidentiality is true)
                    && a.Party(line.Party)?.ConfidentialityDuty
                        is not (
                            ConfidentialityDuty.HealthProfessional
                            or ConfidentialityDuty.SocialWorkProfessional
                            or ConfidentialityDuty.DutyUnderLaw
                        )
            )
            .At((a, line) => a.Party(line.Party) is { } party ? At(party, "confidentialityDuty") : a.At(line, "party"))
            .Says(
                "Health or social care use requires someone bound by professional secrecy or a duty of confidentiality. "
                    + "Say who {org} has, or choose another condition."
            ),
        Error("DSA-040")
            .Law("UK GDPR Arts 84B and 84C")
            .IfPersonalData()
            .ForEach(Research)
            .When(line => Missing(line.Ras?.Safeguards))
            .At((a, line) => a.At(line, "ras/safeguards"))
            .Says("Research use must have safeguards for the people in the data: say which (Art 84C)."),
        Error("DSA-040")
            .Law("UK GDPR Art 84C(2)")
            .IfPersonalData()
            .ForEach(Research)
            .When(line => line.Ras?.LikelySubstantialHarm is true)
            .At((a, line) => a.At(line, "ras/likelySubstantialHarm"))
            .Says(
                "Research use must not cause substantial damage or distress to anybody. Change how it is done, or do not share (Art 84C)."
            ),
        Error("DSA-040")
            .Law("UK GDPR Art 84C(3)")
            .IfPersonalData()
            .ForEach(Research)
            .When(line => line.Ras is { UsedForDecisionsAboutIndividuals: true, ApprovedMedicalResearch: not true })
            .At((a, line) => a.At(line, "ras/usedForDecisionsAboutIndividuals"))
            .Says(
                "Research use must not serve decisions about particular people, unless it is approved medical research. "
                    + "Rule that out, or rely on something else (Art 84C)."
            ),
        // Public interest is a test of Schedule 1 paragraph 4: other private or commercial research need not show it.
        Error("DSA-040")
            .Law("DPA 2018 Sch 1 para 4")
            .IfPersonalData()
            .ForEach(Research)
            .When(
                (a, line) =>
                    (NeedsResearchSafeguards(a, line) || line.S1.Any(s1 => s1.Code == "S1-04")) && Missing(line.Ras?.PublicInterest)
            )
            .At((a, line) => a.At(line, "ras/publicInterest"))
            .Says("Research with sensitive data must be in the public interest: say how it is."),
        Error("DSA-041")
            .Law("UK GDPR Art 10", "DPA 2018 s10(4) to (5)")
            .IfPersonalData()
            .ForEach(Touches)
            .When(
                (a, touch) =>
                    CO(touch.Dataset)
                    && (
                        Missing(touch.Line.Art10)
                        || (
                            a.LawBook.OffenceDataBasis(touch.Line.Art10)?.NeedsSchedule1 is true
                            && touch.Line.S1.All(s1 => Missing(s1.Code))
                        )
                    )
            )
            .At((a, touch) => a.At(touch.Line, Missing(touch.Line.Art10) ? "art10" : "s1"))
            .Says("Criminal offence data needs official authority or a Schedule 1 condition."),
        // Paragraph 36 alone is no condition: it extends one of Part 2, and that one's terms count.
        Error("DSA-041")
            .Law("DPA 2018 Sch 1 para 36")
            .IfPersonalData()
            .ForEach(Conditions)
            .When((a, use) => IsExtension(use.Paragraph) && Underlying(a, use) is null)
            .At((a, use) => a.At(use.Line, $"s1/{use.Condition.Id}/underlying"))
            .Says(
                "This condition extends a condition of Part 2 of Schedule 1: "
                    + "say which one {org} meets but for its words about substantial public interest."
            ),
        Error("DSA-042")
            .Law("UK GDPR Art 10")
            .IfPersonalData()
            .ForEach(Lines)
            .When(
                (a, line) =>
                    a.LawBook.OffenceDataBasis(line.Art10)?.NeedsOfficialAuthority is true
                    && a.Party(line.Party)?.ExercisesOfficialAuthority is not true
            )
            .At((a, line) => a.At(line, "art10"))
            .Says("{org} does not act under official authority; choose a Schedule 1 condition."),
        Error("DSA-111")
            .Law("UK GDPR Art 84B(1)")
            .IfPersonalData()
            .ForEach(Touches)
            .When((a, touch) => a.Purpose(touch.Line.Purpose)?.IsResearchOrStats is true && (touch.Line.Ras?.Art84bGround.Count ?? 0) == 0)
            .At((a, touch) => a.At(touch.Line, "ras/art84bGround"))
            .Says(
                "Say why research needs personal data: it is being collected, it is being made non-identifying, "
                    + "or the purpose cannot otherwise be met (Art 84B(1))."
            ),
    ];

    private static IEnumerable<LegalLine> Lines(Reading a) => a.Content.LegalLines.Where(UkGdpr);

    private static IEnumerable<Touch> Touches(Reading a) => a.Touches.Where(touch => UkGdpr(touch.Line) && Personal(touch.Dataset));

    private static IEnumerable<LegalLine> Research(Reading a) =>
        Lines(a)
            .Where(line =>
                NeedsResearchSafeguards(a, line)
                || a.Purpose(line.Purpose) is { CompatibilityRoute: "PL-RAS" } or { IsResearchOrStats: true }
            );

    private static bool NeedsResearchSafeguards(Reading a, LegalLine line) =>
        line.Art9.Any(code => a.LawBook.SpecialCategoryCondition(code)?.NeedsResearchSafeguards is true);

    private static IEnumerable<Use> Conditions(Reading a) =>
        from line in Lines(a)
        from condition in line.S1
        let paragraph = a.LawBook.Schedule1Paragraph(condition.Code)
        where paragraph is not null
        select new Use(line, condition, paragraph);

    private static bool IsExtension(Schedule1Paragraph paragraph) => paragraph.ReasonForNoConsent is ReasonForNoConsent.AsUnderlying;

    /// <summary>
    /// The paragraph whose terms count: for an extension (para 36) the one of Part 2 that it extends; null if it names none.
    /// </summary>
    private static Schedule1Paragraph? Underlying(Reading a, Use use) =>
        !IsExtension(use.Paragraph) ? use.Paragraph
        : a.LawBook.Schedule1Paragraph(use.Condition.Underlying) is { Part: 2 } extended ? extended
        : null;

    /// <summary>An exception is the extended paragraph's: where that is not said, none can be claimed.</summary>
    private static bool NeedsPolicyDocument(Reading a, Use use) =>
        Underlying(a, use) switch
        {
            null or { PolicyDocument: PolicyDocumentNeed.Needed } => true,
            { PolicyDocument: PolicyDocumentNeed.NeededUnlessExcepted } paragraph => !(
                use.Condition.ExceptionClaimed is true && MayClaim(a, use.Line, paragraph)
            ),
            _ => false,
        };

    /// <summary>The exception of paragraph 10 is for disclosure to a competent authority.</summary>
    private static bool MayClaim(Reading a, LegalLine line, Schedule1Paragraph paragraph) =>
        paragraph.Code != "S1-10"
        || (
            line.Activity is Activity.Disclose
            && a.Touches.Any(touch => touch.Line == line && touch.Flow is { } flow && a.Party(flow.To)?.IsCompetentAuthority is true)
        );

    private static IEnumerable<PolicyDocument> CoveringDocuments(Reading a, Use use) =>
        (a.Party(use.Line.Party)?.Apd ?? []).Where(apd =>
            !Missing(apd.Ref) && a.Covers(a.Party(use.Line.Party), apd).Contains(use.Condition.Code!)
        );

    private sealed record Use(LegalLine Line, Schedule1Condition Condition, Schedule1Paragraph Paragraph);
}
