namespace DataSharing.Domain.Content;

public static partial class ContentGuide
{
    private static Declaration[] LegalGrounds =>
        [
            Published(
                "/legalLines",
                "Legal grounds",
                "One line for each controller, purpose and activity. Sender and recipient usually differ.",
                "Four questions are kept apart: the power to share, the data-protection basis, confidentiality, "
                    + "and the limit to the original purpose."
            ),
            Published("/legalLines/*", "Legal line"),
            Published("/legalLines/*/party", "Party"),
            Published("/legalLines/*/purpose", "Purpose"),
            Published("/legalLines/*/activity", "Activity"),
            Published("/legalLines/*/regime", "Regime", "The UK GDPR, unless a competent authority acts for law enforcement."),
            Shared("/legalLines/*/inPerformanceOfTask", "In performance of its public task"),
            Published("/legalLines/*/art6", "Lawful basis (Article 6)"),
            Published("/legalLines/*/annex1", "Recognised legitimate interest", "The condition of Annex 1."),
            Shared("/legalLines/*/requestRef", "Written request", "From the public body that asked for the data."),
            Shared("/legalLines/*/requesterTask", "Requester’s task"),
            Shared("/legalLines/*/requesterLaw", "Requester’s law"),
            Published("/legalLines/*/dutyCitation", "Law that imposes the duty", "The exact provision that obliges this party."),
            Published("/legalLines/*/ownTaskCitation", "Law that lays down the task", "This party’s own function, with its provision."),
            Shared("/legalLines/*/ownTaskHolder", "Whose task"),
            Shared("/legalLines/*/contractingParty", "Who is in the contract with the person"),
            Shared("/legalLines/*/lia", "Legitimate interests assessment"),
            Shared("/legalLines/*/lia/purpose", "Purpose", "Which interest is pursued."),
            Shared("/legalLines/*/lia/necessity", "Necessity", "Why it cannot be reached otherwise."),
            Shared("/legalLines/*/lia/balance", "Balance", "Why people’s interests do not outweigh it."),
            Shared("/legalLines/*/lia/outcome", "Outcome"),
            Shared("/legalLines/*/consent", "Consent"),
            Shared("/legalLines/*/consent/wording", "Wording"),
            Shared("/legalLines/*/consent/evidenceMethod", "How it is recorded"),
            Shared("/legalLines/*/consent/withdrawalRoute", "How it is withdrawn"),
            Shared("/legalLines/*/consent/downstreamEffect", "What happens to data already shared"),
            Shared("/legalLines/*/consent/powerImbalance", "People may not feel free to refuse"),
            Shared("/legalLines/*/consent/explicitStatement", "Express statement", "What makes the consent explicit."),
            Shared(
                "/legalLines/*/consent/onlineService",
                "Consent to an online service",
                "Do people agree to an online service that is offered to them, for example an app?",
                "A young child cannot consent to one alone (UK GDPR Article 8). Counselling services are outside this rule."
            ),
            Shared("/legalLines/*/consent/ageCheck", "How age is checked"),
            Shared("/legalLines/*/consent/parentalAuthorisation", "How a parent agrees", "In place of a child who is too young."),
            Published("/legalLines/*/art9", "Special category condition (Article 9)"),
            Published("/legalLines/*/s1", "Schedule 1 conditions", "Conditions of Schedule 1 to the Data Protection Act 2018."),
            Published("/legalLines/*/s1/*", "Condition of Schedule 1"),
            Published("/legalLines/*/s1/*/code", "Condition"),
            Published("/legalLines/*/s1/*/underlying", "Underlying paragraph", "The paragraph that S1-36 extends."),
            Shared(
                "/legalLines/*/s1/*/spiReason",
                "Substantial public interest",
                "Why it is necessary for reasons of substantial public interest."
            ),
            Shared("/legalLines/*/s1/*/noConsentReason", "Why consent is not used"),
            Shared("/legalLines/*/s1/*/ncTrigger", "Consent would otherwise be needed", "For paragraphs 20, 23 and 24 only."),
            Shared("/legalLines/*/s1/*/exceptionClaimed", "Exception from the policy document claimed"),
            Published("/legalLines/*/art10", "Criminal offence data (Article 10)"),
            Published(
                "/legalLines/*/s36AuthorisingLaw",
                "Law that allows another use",
                "For data collected for law enforcement (section 36(4))."
            ),
            Published("/legalLines/*/part3", "Law enforcement (Part 3)"),
            Published("/legalLines/*/part3/code", "Basis"),
            Shared("/legalLines/*/part3/strictlyNecessary", "Strictly necessary"),
            Published("/legalLines/*/part3/sch8", "Schedule 8 conditions"),
            Published("/legalLines/*/gateways", "Powers and duties", "What lets a public body share this data."),
            Published("/legalLines/*/gateways/*", "Power or duty"),
            Published("/legalLines/*/gateways/*/code", "Gateway"),
            Published(
                "/legalLines/*/gateways/*/citationDetail",
                "Provision",
                "The section or regulation within it. For an order or a request: its date, and whose it is."
            ),
            Published(
                "/legalLines/*/gateways/*/otherTitle",
                "Act or instrument",
                "Its title with the year, where the law book does not hold it."
            ),
            Published("/legalLines/*/gateways/*/otherSection", "Section", "The section, regulation or paragraph that allows the sharing."),
            Published("/legalLines/*/gateways/*/otherKind", "What it is"),
            Published(
                "/legalLines/*/gateways/*/otherWhy",
                "Why it covers this sharing",
                "Why it covers this sender, this recipient and this purpose, in a sentence or two."
            ),
            Published("/legalLines/*/gateways/*/otherUrl", "Web address", "Where the provision can be read."),
            Shared("/legalLines/*/legalAdviceRef", "Legal advice", "Needed where only an implied power is relied on."),
            Published("/legalLines/*/confidentiality", "Confidentiality"),
            Published("/legalLines/*/confidentiality/code", "What allows the disclosure"),
            Shared("/legalLines/*/confidentiality/reason", "Reason"),
            Published("/legalLines/*/confidentiality/cag", "Section 251 support"),
            Published("/legalLines/*/confidentiality/cag/ref", "Reference"),
            Published("/legalLines/*/confidentiality/cag/regulation", "Regulation", "2, 3 or 5."),
            Shared("/legalLines/*/confidentiality/cag/conditions", "Conditions"),
            Shared("/legalLines/*/confidentiality/cag/reviewDue", "Annual review due"),
            Shared(
                "/legalLines/*/confidentiality/cag/reg3Basis",
                "Basis under regulation 3",
                "Which body acts, or the Secretary of State’s notice."
            ),
            Shared("/legalLines/*/ras", "Research safeguards"),
            Shared("/legalLines/*/ras/art84bGround", "Why personal data is needed", "The ground in Article 84B(1)."),
            Published("/legalLines/*/ras/publicInterest", "Public interest"),
            Published("/legalLines/*/ras/safeguards", "Safeguards"),
            Shared("/legalLines/*/ras/usedForDecisionsAboutIndividuals", "Used for decisions about particular people"),
            Shared("/legalLines/*/ras/likelySubstantialHarm", "Likely to cause substantial harm or distress"),
            Shared("/legalLines/*/ras/approvedMedicalResearch", "Approved medical research"),
            Published("/legalLines/*/ndo", "National Data Opt-out"),
            Published("/legalLines/*/ndo/applied", "Applied"),
            Published("/legalLines/*/ndo/exemption", "Exemption"),
            Shared("/legalLines/*/ndo/basis", "Basis of the exemption", "The direction, letter or regulation that lifts the opt-out."),
        ];

    private static Declaration[] Retention =>
        [
            Published("/retention", "Retention", "How long each organisation keeps the data."),
            Published("/retention/*", "Retention period"),
            Published("/retention/*/party", "Party"),
            Published("/retention/*/datasetId", "Dataset", "Leave unanswered for all datasets."),
            Published("/retention/*/period", "Kept for", "As an ISO 8601 duration, for example P8Y or P28D, or Indefinite."),
            Published("/retention/*/criteria", "Criteria or schedule", "What fixes the period, or the named schedule that does."),
            Published("/retention/*/trigger", "What starts the clock"),
            Shared("/retention/*/disposalMethod", "Disposal"),
            Shared("/retention/*/disposalEvidence", "Evidence of disposal"),
            Shared("/retention/*/archiving", "Archiving", "What is kept for ever, where and why."),
        ];

    private static Declaration[] OnwardSharingAndEnding =>
        [
            Published("/onward", "Onward sharing"),
            Published("/onward/policy", "May recipients pass it on"),
            Published("/onward/recipients", "To whom"),
            Published("/onward/conditions", "On what conditions"),
            Published("/permittedRecipients", "Permitted recipients"),
            .. RecipientOf("/permittedRecipients/*", "Permitted recipient"),
            Published("/conditionalRecipients", "Recipients with limits"),
            .. RecipientOf("/conditionalRecipients/*", "Recipient with limits"),
            Published("/prohibitedRecipients", "Prohibited recipients"),
            .. RecipientOf("/prohibitedRecipients/*", "Prohibited recipient"),
            Shared("/termination", "Termination"),
            Shared("/termination/noticePeriod", "Notice", "As an ISO 8601 duration, for example P3M."),
            Shared("/termination/immediateGrounds", "Grounds to end at once"),
            Shared("/variation", "How it is changed"),
            Shared("/disputeResolution", "How disputes are settled"),
            Shared("/exitPlan", "Exit plan", "What happens to the data and the service at the end."),
            Shared("/liability", "Liability", "Not between Crown bodies."),
            Shared("/ip", "Intellectual property"),
            Shared("/charges", "Charges"),
            Shared("/governingLaw", "Governing law"),
            Shared("/execution", "How it is signed"),
            Shared("/execution/asDeed", "Signed as a deed", "A deed binds although nobody pays for it. Most agreements need none."),
            Shared("/execution/witnesses", "Witnesses", "Who witnesses the signatures, or how the deed is executed without a witness."),
        ];

    private static Declaration[] Benefits =>
        [
            Published("/benefits", "Benefits", "Who benefits, and how you will know."),
            Published("/benefits/*", "Benefit"),
            Published("/benefits/*/statement", "Benefit"),
            Published("/benefits/*/beneficiaryGroup", "Who benefits"),
            Published("/benefits/*/type", "Kind of benefit"),
            Published("/benefits/*/measure", "Measure", "What you will count or observe."),
            Published("/benefits/*/baseline", "Baseline", "The value before the sharing."),
            Published("/benefits/*/target", "Target"),
            Published("/benefits/*/measuredOn", "Measured on"),
            Published("/benefits/*/evidenceUrl", "Evidence", "The web address where results will be published."),
            Published("/disbenefits", "Disadvantages", "Who may be worse off, and what is done about it."),
            Published("/commercialUse", "Commercial use"),
            Published("/publicBenefitTest", "Public benefit of commercial use"),
            Published("/expectedOutputs", "Expected results", "What is to be made of the data, and by when."),
            Published("/expectedOutputs/*", "Expected result"),
            Published("/expectedOutputs/*/name", "Result"),
            Published("/expectedOutputs/*/kind", "Kind"),
            Published("/expectedOutputs/*/dueOn", "Due"),
            Published("/expectedOutputs/*/audience", "For whom"),
            Published("/expectedOutputs/*/url", "Web address", "Where it is, or will be, published."),
            Published("/funder", "Funder", "Who pays for the work."),
            Published("/funder/name", "Name of the funder"),
            Published("/funder/orgId", "Identifier of the funder", "As scheme:value, for example GB-COH:01234567."),
            Published("/funder/role", "What the funder has a say in", "For example the question, the results or nothing."),
        ];

    private static Declaration[] AssessmentsAndEvidence =>
        [
            Shared("/dpia", "Data protection impact assessments"),
            Shared("/dpia/*", "Impact assessment"),
            Shared("/dpia/*/ref", "Reference"),
            Shared("/dpia/*/controllers", "Controllers covered", "None chosen means all controllers."),
            Shared("/dpia/*/status", "Status"),
            Shared("/dpia/*/triggers", "Why it is needed"),
            Shared("/dpia/*/residualRisk", "Risk that remains"),
            Shared("/dpia/*/dpoAdvice", "Data Protection Officer’s advice"),
            Shared("/dpia/*/dpoAdvice/text", "Advice"),
            Shared("/dpia/*/dpoAdvice/followed", "Followed"),
            Shared("/dpia/*/dpoAdvice/reasonIfNot", "Why it was not followed"),
            Shared("/dpia/*/icoConsultation", "Consultation of the regulator", "Needed where a high risk remains."),
            Shared("/dpia/*/icoConsultation/date", "Date"),
            Shared("/dpia/*/icoConsultation/outcome", "Outcome"),
            Shared("/dpiaScreening", "Why no impact assessment is needed"),
            Shared("/risks", "Risks", "What could go wrong for people, and what keeps it from happening."),
            Shared("/risks/*", "Risk"),
            Shared("/risks/*/risk", "What could go wrong"),
            Shared("/risks/*/toWhom", "Whom it would harm"),
            Shared("/risks/*/likelihood", "How likely"),
            Shared("/risks/*/severity", "How bad"),
            Shared("/risks/*/control", "What keeps it small"),
            Shared("/risks/*/owner", "Who answers for that", "A role, not a person’s name."),
        ];

    private static Declaration[] RecipientOf(string path, string label) =>
        [
            Published(path, label),
            Published($"{path}/party", "Party"),
            Published($"{path}/orgId", "Organisation", "One that is no party, as scheme:value."),
            Published($"{path}/name", "Name or class", "For example price comparison websites."),
            Published($"{path}/conditions", "Conditions", "What it may and may not do."),
        ];
}
