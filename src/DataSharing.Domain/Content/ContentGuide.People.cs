namespace DataSharing.Domain.Content;

public static partial class ContentGuide
{
    private static Declaration[] Basics =>
        [
            Published("/title", "Title", "Say in a few words what is shared and what for. At most 120 characters."),
            Published("/titleCy", "Title in Welsh", "For a public body in Wales, whose register entry is in both languages."),
            Published(
                "/agreementType",
                "Kind of agreement",
                "Choose the kind that your organisations would call it.",
                "The portal treats all kinds alike. Joint controllers need a joint controller arrangement."
            ),
            Shared(
                "/parentAgreement",
                "Overarching protocol",
                "The reference of a protocol that this agreement hangs beneath, if there is one."
            ),
            Shared("/inherits", "Taken from the protocol", "The sections that stand in the protocol and hold here as they stand there."),
            Shared(
                "/parentHash",
                "Fingerprint of the protocol",
                "The SHA-256 fingerprint of the protocol as it was signed.",
                "With it anybody can tell later that the protocol is still the one that was agreed."
            ),
            Published("/jurisdictions", "Where it applies", "Choose every nation where people are affected."),
            Published(
                "/areas",
                "Areas covered",
                "Codes of the Office for National Statistics: E08000034 is Kirklees, W06000001 the Isle of Anglesey.",
                "Leave it empty if it covers the whole of each nation."
            ),
            Published("/leadParty", "Lead organisation", "The party that answers for the agreement as a whole."),
            Published("/agreementContact", "Contact for the agreement", "A role and a mailbox, not a person’s name."),
            Shared("/classification", "Security classification", "The classification of the agreement itself, not of the data."),
            Shared("/renewalOf", "Renews", "The reference and version that this agreement renews."),
        ];

    private static Declaration[] Dates =>
        [
            Published("/startDate", "Start date", "The first day of the sharing. It stays the same in all versions."),
            Published("/endDate", "End date", "The last day of the sharing. At most {longestYears} after the start."),
            Published(
                "/reviewDate",
                "Review date",
                "When the parties look at it again. At most {reviewWithinMonths} after the start, or {reviewWithinMonthsIfHighRisk} "
                    + "where the risk is high."
            ),
            Published("/review", "Later reviews", "How often, by whom, and what brings one forward."),
            Published("/review/everyMonths", "Months between reviews", "A whole number of months."),
            Published("/review/triggers", "What brings a review forward"),
            Published("/review/by", "Reviewed by", "A role or a board."),
            Published("/effectiveFrom", "In force from", "For an amendment or renewal: the day it replaces the version in force."),
            Shared("/emergency", "Emergency start", "Only if sharing must begin before approval is complete."),
            Shared("/emergency/approver", "Approved by", "The senior person who approves the emergency start."),
            Shared("/emergency/reason", "Reason", "Why the sharing cannot wait."),
            Shared("/emergency/minimumData", "Least data", "What is shared until approval is complete, and nothing more."),
            Shared("/emergency/until", "Until", "At most 14 days after the start."),
        ];

    private static Declaration[] WhoThePartiesAre =>
        [
            Published("/parties", "Parties", "Every organisation that provides, receives or handles the data."),
            Published("/parties/*/orgId", "Organisation", "Choose the organisation, or give its identifier as scheme:value."),
        ];

    private static Declaration[] Parties =>
        [
            Published("/parties/*", "Party"),
            Published("/parties/*/name", "Name", "The name as it was when the party was added."),
            Published(
                "/parties/*/roles",
                "Roles",
                "What the organisation is in this agreement. A controller decides why and how the data is used.",
                "Controllers sign. Processors act on a controller’s instructions and need a contract under Article 28."
            ),
            Published(
                "/parties/*/identifiers",
                "Identifiers",
                "For example a Companies House number, an ODS code or a school’s URN, so that registers can be matched."
            ),
            Published("/parties/*/identifiers/*", "Identifier"),
            Published("/parties/*/identifiers/*/scheme", "Scheme", "For example GB-COH, GB-NHS or ONS-GSS."),
            Published("/parties/*/identifiers/*/value", "Value"),
            Shared(
                "/parties/*/isPublicAuthority",
                "Public authority",
                "Is it listed under the Freedom of Information Acts, and performing its public task?",
                "A public authority cannot rely on legitimate interests for its tasks, and must have a Data Protection Officer."
            ),
            Shared(
                "/parties/*/publicBody",
                "Body of public law",
                "Was it set up by or under an Act, or is it part of the Crown?",
                "A public body needs a power or duty to share."
            ),
            Shared(
                "/parties/*/isCompetentAuthority",
                "Competent authority",
                "Does it have law-enforcement functions in the sense of section 30 of the Data Protection Act 2018?"
            ),
            Shared(
                "/parties/*/exercisesOfficialAuthority",
                "Acts under official authority",
                "Needed to handle criminal offence data without a further condition."
            ),
            Published("/parties/*/sector", "Sector"),
            Published(
                "/parties/*/jurisdiction",
                "Nation",
                "Where the organisation has its functions. A department for the whole country: United Kingdom."
            ),
            Shared("/parties/*/icoRegistration", "Data protection fee registration", "The regulator’s registration number."),
            Shared("/parties/*/icoExemption", "Why no fee is due", "Only if the organisation is exempt."),
            Shared("/parties/*/dpo", "Data Protection Officer", "A role title and a mailbox."),
            Shared("/parties/*/siro", "Senior information risk owner", "The board member who accepts high risks."),
            Shared("/parties/*/iao", "Information asset owner", "The senior person who decides whether the data is shared."),
            Published("/parties/*/address", "Address", "The postal address, as it is to stand above the signature."),
            Shared("/parties/*/operationalContact", "Operational contact", "Whom partners ask about deliveries and errors."),
            Published("/parties/*/publicContact", "Public contact", "Whom the public asks. A role, not a person’s name."),
            Shared("/parties/*/authorisedSignatory", "Authorised signatories", "Everyone who may sign for the organisation."),
            Shared("/parties/*/authorisedSignatory/*", "Signatory"),
            Shared("/parties/*/authorisedSignatory/*/contact", "Signatory", "A role title and a mailbox."),
            Shared("/parties/*/authorisedSignatory/*/authority", "Authority to sign", "For example a scheme of delegation."),
            Shared(
                "/parties/*/caldicottGuardian",
                "Caldicott Guardian",
                "Who protects confidential health and adult social care information."
            ),
            Shared("/parties/*/breachContact", "Breach contact", "Whom partners tell at once when something goes wrong."),
            Shared("/parties/*/breachContact/name", "Name or role"),
            Shared("/parties/*/breachContact/email", "Email address"),
            Shared("/parties/*/breachContact/phone24h", "Telephone, day and night"),
            Published(
                "/parties/*/complaintsRoute",
                "Complaints route",
                "An address or a short description of how people complain.",
                "Every controller must offer one (Data Protection Act 2018 section 164A)."
            ),
            Shared(
                "/parties/*/confidentialityDuty",
                "Duty of confidentiality",
                "What binds the people who use health or social care data."
            ),
            Shared(
                "/parties/*/apd",
                "Appropriate policy documents",
                "Needed for most conditions of Schedule 1 and for sensitive law-enforcement processing."
            ),
            Shared("/parties/*/apd/*", "Policy document"),
            Shared("/parties/*/apd/*/ref", "Reference"),
            Shared("/parties/*/apd/*/coversSch1", "Covers", "The conditions it was written for; P3 for law enforcement."),
            Shared("/parties/*/apd/*/reviewDue", "Review due"),
            Published("/parties/*/assurances", "Security assurances", "Certificates and self-assessments that are current."),
            Published("/parties/*/assurances/*", "Assurance"),
            Published("/parties/*/assurances/*/type", "Kind"),
            Published("/parties/*/assurances/*/level", "Result", "For the Data Security and Protection Toolkit."),
            Shared("/parties/*/assurances/*/ref", "Certificate number"),
            Shared("/parties/*/assurances/*/validTo", "Valid to"),
            Published(
                "/parties/*/art26",
                "Joint controller arrangement",
                "Who does what, agreed between the joint controllers (Article 26)."
            ),
            Shared("/parties/*/art26/ref", "Arrangement", "A reference, or the enactment that already fixes the responsibilities."),
            Published("/parties/*/art26/essencePublished", "Essence published", "Can people read the essence of the arrangement?"),
            Published("/parties/*/art26/contactPoint", "Contact point"),
            Shared("/parties/*/art26/allocation", "Who does what"),
            Shared("/parties/*/art28", "Processor’s contract", "The contract under Article 28."),
            Shared("/parties/*/art28/contractRef", "Contract"),
            Shared("/parties/*/art28/validTo", "Valid to"),
            Shared("/parties/*/art28/subProcessorsAllowed", "Sub-processors allowed", "Has the controller authorised them in writing?"),
            Published("/parties/*/processorFor", "Processor for", "The controllers whose instructions it follows."),
        ];

    private static Declaration[] PrivacyNotices =>
        [
            Published("/privacyNotices", "Privacy notices", "One for each controller: people must be told."),
            Published("/privacyNotices/*", "Privacy notice"),
            Published("/privacyNotices/*/party", "Controller"),
            Published("/privacyNotices/*/url", "Web address"),
            Published("/privacyNotices/*/lastReviewed", "Last reviewed"),
            Shared("/privacyNotices/*/namesThisSharing", "Names this sharing", "Does the notice describe this sharing?"),
            Published(
                "/privacyNotices/*/exemption",
                "Exemption",
                "The provision, if people need not be told. The law book offers its own; Art14(5)(e) is understood as well."
            ),
            Published("/privacyNotices/*/exemptionReason", "Why it is exempt"),
        ];

    private static Declaration[] PublicTrust =>
        [
            Published(
                "/laySummary",
                "Summary in plain English",
                "It opens the public register entry. At most {laySummaryWords} that anyone of {laySummaryReadingAge} can read."
            ),
            Published("/laySummaryCy", "Summary in Welsh", "For a public body in Wales. It says the same as the summary in English."),
            Published("/register", "Public register"),
            Published("/register/decision", "Publish or withhold", "Agreements are public unless there is a reason to withhold."),
            Shared("/register/reason", "Reason for withholding"),
            Published(
                "/register/deaEntry",
                "Digital Economy Act register",
                "Sharing under some powers must also stand on the government’s own register."
            ),
            Published("/engagement", "Public involvement", "How the public, patients or those affected were involved."),
            Published("/engagement/*", "Involvement activity"),
            Published("/engagement/*/who", "Who"),
            Published("/engagement/*/when", "When"),
            Published("/engagement/*/whatChanged", "What changed as a result"),
            Published("/optOuts", "Opt-outs", "How people can keep their data out."),
            Published("/optOuts/*", "Opt-out"),
            Published("/optOuts/*/kind", "Kind"),
            Published("/optOuts/*/detail", "Detail", "How to use it, or why there is none."),
            Published("/childrenStatement", "Children", "How the best interests of children and their higher protection were considered."),
            Published("/equalityImpact", "Equality", "Who might be affected more than others, and what is done about it."),
            Published("/ethics", "Ethics review"),
            Published("/ethics/body", "Reviewed by"),
            Published("/ethics/ref", "Reference"),
            Published("/adm", "Automated decisions", "Whether a computer decides, or helps to decide, about people."),
            Published("/adm/algorithmicTool", "Algorithmic tool", "Is a tool used that scores, ranks or matches people?"),
            Published("/adm/solelyAutomated", "Solely automated", "Are decisions taken without meaningful human involvement?"),
            Published("/adm/significant", "Significant effect", "Do decisions have a legal or similarly significant effect on people?"),
            Published("/adm/decisionMaker", "Who takes the decisions"),
            Published("/adm/safeguards", "Safeguards", "All four are needed for a solely automated, significant decision (Article 22C)."),
            Published("/adm/safeguards/information", "People are told"),
            Published("/adm/safeguards/representations", "People can make representations"),
            Published("/adm/safeguards/humanIntervention", "People can get a human to intervene"),
            Published("/adm/safeguards/contest", "People can contest the decision"),
            Shared("/adm/contractOrLaw", "Needed for a contract, or required or authorised by law"),
            Shared("/adm/entirelyExplicitConsent", "Rests entirely on explicit consent"),
            Shared("/adm/publicSectorUser", "Used by the public sector", "Leave unanswered to let the portal work it out."),
            Published("/adm/humanReview", "Human review", "Who looks at each case, and what they can change."),
            Published("/atrsRef", "Algorithmic transparency record", "The web address of the published record."),
        ];

    private static Declaration[] RightsAndComplaints =>
        [
            Published("/rights", "People’s rights", "Who answers each kind of request."),
            .. Right("access", "Seeing their data"),
            .. Right("rectification", "Having it corrected"),
            .. Right("erasure", "Having it deleted"),
            .. Right("restriction", "Having its use restricted"),
            .. Right("objection", "Objecting"),
            .. Right("portability", "Taking it elsewhere"),
            .. Right("adm", "Challenging automated decisions"),
            Published("/rights/singleContact", "One contact for the public", "An address that answers whatever the request."),
            Shared("/rights/foiLead", "Freedom of information", "The party that leads on requests about this agreement."),
        ];

    private static Declaration[] Right(string right, string label) =>
        [
            Published($"/rights/{right}", label),
            Published($"/rights/{right}/by", "Answered by"),
            Published($"/rights/{right}/party", "Party"),
            Published($"/rights/{right}/exemption", "Exemption", "The provision that sets this right aside, if one does."),
            Published($"/rights/{right}/reason", "Why it does not apply"),
        ];
}
