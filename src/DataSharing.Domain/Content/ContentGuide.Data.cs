namespace DataSharing.Domain.Content;

public static partial class ContentGuide
{
    private static Declaration[] Purposes =>
        [
            Published("/purposes", "Purposes", "One for each thing that the data is used for."),
            Published("/purposes/*", "Purpose"),
            Published("/purposes/*/code", "Kind of purpose"),
            Shared(
                "/purposes/*/gatewayPurposeCode",
                "Objective under the gateway",
                "Some powers allow sharing for listed objectives only."
            ),
            Published(
                "/purposes/*/description",
                "Description",
                "Specific enough for a member of the public to understand. At least {shortestPurpose}.",
                "Avoid open-ended wording such as “improve services” or “as required”."
            ),
            Published("/purposes/*/whyNecessary", "Why it is necessary", "Why the purpose cannot be met without this data."),
            Published("/purposes/*/whyNotLess", "Why less would not do", "Fewer people, fewer fields, or no personal data at all."),
            Published("/purposes/*/consequencesOfNotSharing", "What happens without it"),
            Shared("/purposes/*/isNewPurposeFor", "New purpose for", "The parties that collected the data for something else."),
            Shared("/purposes/*/originalPurpose", "Original purpose", "What the data was collected for."),
            Shared("/purposes/*/originalBasis", "Original lawful basis", "The Article 6 basis on which it was collected."),
            Shared("/purposes/*/compatibilityRoute", "Why the new purpose is compatible", "The route in Article 8A."),
            Shared("/purposes/*/compatibilityFactors", "Compatibility test", "All five factors of Article 8A(2)."),
            Shared("/purposes/*/compatibilityFactors/link", "Link between the purposes"),
            Shared(
                "/purposes/*/compatibilityFactors/context",
                "Context of the collection",
                "How people stand to the organisation that collected the data."
            ),
            Shared(
                "/purposes/*/compatibilityFactors/nature",
                "Nature of the data",
                "Especially special category and criminal offence data."
            ),
            Shared("/purposes/*/compatibilityFactors/consequences", "Consequences for people"),
            Shared("/purposes/*/compatibilityFactors/safeguards", "Safeguards"),
            Shared("/purposes/*/whyNotReconsent", "Why people are not asked again", "Where the data was collected with consent."),
            Published("/purposes/*/isResearchOrStats", "Research, archiving or statistics"),
            Published("/purposes/*/isLawEnforcement", "Law enforcement", "A purpose in section 31 of the Data Protection Act 2018."),
            Published("/purposes/*/stopCondition", "When the sharing stops", "How you will know that the purpose is met."),
            Published("/purposes/*/permittedUses", "Permitted uses"),
            Published("/purposes/*/prohibitedUses", "Prohibited uses"),
        ];

    private static Declaration[] DatasetsAndFields =>
        [
            Published("/datasets", "Datasets", "If recipients see the data in different forms, describe a dataset for each."),
            Published("/datasets/*", "Dataset"),
            Published("/datasets/*/name", "Name"),
            Published("/datasets/*/description", "Description"),
            Published("/datasets/*/catalogueIri", "Catalogue entry", "The web address of the dataset in a data catalogue."),
            Published("/datasets/*/controller", "Controller", "The party where the data originates."),
            Published(
                "/datasets/*/populationPartial",
                "Some people are missing",
                "Does the dataset leave out people whom one would expect in it?"
            ),
            Published("/datasets/*/coverageNote", "Who is missing", "So that nobody draws wrong conclusions."),
            Published("/datasets/*/subjectClasses", "Whose data", "Classes of people, never names."),
            Published("/datasets/*/subjectClasses/*", "Class of people"),
            Published("/datasets/*/subjectClasses/*/code", "Class", "For example Patient, Pupil or Driver."),
            Published("/datasets/*/subjectClasses/*/under18", "Includes people under 18"),
            Published("/datasets/*/subjectClasses/*/vulnerable", "Includes vulnerable people"),
            Published("/datasets/*/subjectClasses/*/relation", "Relation", "How these people stand to the organisations."),
            Published("/datasets/*/estimatedSubjects", "How many people", "A whole number; an estimate will do."),
            Shared("/datasets/*/largeScale", "Large scale", "Mark it if you regard it as large, whatever the number."),
            Published("/datasets/*/cohortFilter", "Whose records are selected", "Write All if everybody’s records are shared."),
            Published("/datasets/*/period", "Period", "The time that the records cover."),
            Published("/datasets/*/period/from", "From"),
            Published("/datasets/*/period/to", "To"),
            Published("/datasets/*/deceasedOnly", "Only people who have died", "Outside the UK GDPR, but it may still be confidential."),
            Published("/datasets/*/identifiability", "How identifiable", "In the hands of the recipient."),
            Shared("/datasets/*/keyHolder", "Key holder", "Who keeps what would identify people again."),
            Shared("/datasets/*/kThreshold", "Smallest group", "The least number of people who share any combination of details."),
            Shared(
                "/datasets/*/recipientLinkableKey",
                "Key the recipient could link",
                "Does a row carry a key that the recipient holds as well?"
            ),
            Shared("/datasets/*/collectedForLE", "Collected for law enforcement"),
            Shared("/datasets/*/owedConfidence", "Confidential", "Was it given in circumstances that create a duty of confidence?"),
            Shared("/datasets/*/isCPI", "Confidential patient information", "Identifiable, owed confidence, and about health or care."),
            Shared("/datasets/*/heldForHealthOrAdultSocialCare", "Held for health or adult social care"),
            Shared("/datasets/*/statutoryBar", "Statutory bar", "Whose law forbids disclosure without a gateway."),
            Shared(
                "/datasets/*/noBarReason",
                "Why no bar applies",
                "Only where a body that holds its data under a bar, such as HMRC or DWP, shares data that is not under it."
            ),
            Shared(
                "/datasets/*/originatorConsentRef",
                "Originator’s consent",
                "The consent of the body that the data came from, if it is passed on."
            ),
            Shared("/datasets/*/quality", "Quality"),
            Shared("/datasets/*/quality/statement", "Statement", "What is known about accuracy and completeness."),
            Shared(
                "/datasets/*/quality/correctionRoute",
                "How errors are corrected",
                "Whom a recipient tells, so that the source is put right."
            ),
            Shared("/datasets/*/quality/matchRate", "Match rate", "As a decimal, for example 0.87."),
            Published("/datasets/*/fields", "Fields", "Every item of data. Share only what the purpose needs."),
            Published("/datasets/*/fields/*", "Field"),
            Published("/datasets/*/fields/*/name", "Name"),
            Published("/datasets/*/fields/*/type", "Type"),
            Published("/datasets/*/fields/*/description", "Description"),
            Shared("/datasets/*/fields/*/category", "Category", "A term of the Data Privacy Vocabulary, for example pd:BirthDate."),
            Published(
                "/datasets/*/fields/*/specialCategory",
                "Special category",
                "Health, ethnic origin and the other kinds in Article 9(1)."
            ),
            Published("/datasets/*/fields/*/criminalOffence", "Criminal offence data"),
            Published("/datasets/*/fields/*/directIdentifier", "Identifies people directly"),
            Shared("/datasets/*/fields/*/quasiIdentifier", "Could identify people with other details"),
            Shared("/datasets/*/fields/*/precision", "Precision", "How fine a date or place is."),
            Shared("/datasets/*/fields/*/precisionNeeded", "Precision needed", "How fine it has to be for the purpose."),
            Published("/datasets/*/fields/*/justification", "Why it is needed", "What the purpose needs this item for."),
        ];

    private static Declaration[] DataFlows =>
        [
            Published("/flows", "Data flows", "Every movement of data, and every access to it. One for each direction."),
            Published("/flows/*", "Data flow"),
            Published("/flows/*/from", "From"),
            Published("/flows/*/to", "To"),
            Published("/flows/*/via", "By way of", "A party that passes the data on or hosts it."),
            Published("/flows/*/datasetId", "Dataset"),
            Published("/flows/*/fieldsSubset", "Fields in this flow", "Choose only what the purpose needs. None chosen means all fields."),
            Published("/flows/*/purposeIds", "Purposes"),
            Published("/flows/*/mode", "Kind of sharing"),
            Published("/flows/*/trigger", "What starts it"),
            Published("/flows/*/frequency", "How often"),
            Shared("/flows/*/volume", "Records in one delivery"),
            Published("/flows/*/format", "Format"),
            Published("/flows/*/method", "Method", "Plain email, unencrypted media and personal accounts are not allowed."),
            Shared(
                "/flows/*/methodDetail",
                "More about the method",
                "Which meeting and who chairs it, how numbers are known, which post, whose form or system, or which other way."
            ),
            Shared("/flows/*/access", "Access to the system", "Where staff of one organisation work in the system of another."),
            Shared("/flows/*/access/system", "System"),
            Shared("/flows/*/access/accountsBy", "Accounts are managed by", "Who opens and closes accounts."),
            Shared("/flows/*/access/leaversWithin", "Leavers lose access within", "As an ISO 8601 duration, for example P1D."),
            Shared("/flows/*/access/callLog", "Every look is logged"),
            Published("/flows/*/peopleKnow", "What people know", "Do the people concerned know when their data is shared?"),
            Shared("/flows/*/encryptionInTransit", "Encrypted in transit"),
            Shared("/flows/*/encryptionAtRest", "Encrypted at rest"),
            Shared("/flows/*/encryptionDetail", "How it is encrypted"),
            Shared("/flows/*/equivalentControl", "Equivalent control", "What protects the data where it is not encrypted."),
            Published(
                "/flows/*/processingLocations",
                "Countries",
                "Every country where the data is, or can be seen. GB is the United Kingdom."
            ),
            Published("/flows/*/transfers", "Transfers abroad", "One for each country outside the United Kingdom."),
            Published("/flows/*/transfers/*", "Transfer"),
            Published("/flows/*/transfers/*/mechanism", "Mechanism"),
            Published("/flows/*/transfers/*/country", "Country"),
            Shared("/flows/*/transfers/*/conditionConfirmed", "Condition confirmed", "Some countries are approved in part only."),
            Shared("/flows/*/transfers/*/traRef", "Data protection test", "The record of the transfer risk assessment."),
            Shared("/flows/*/transfers/*/notRestrictedReason", "Why it is not a restricted transfer"),
            Shared("/flows/*/lookup", "Lookup controls"),
            Shared("/flows/*/lookup/rateLimit", "Volume limit"),
            Shared("/flows/*/lookup/purposeAssertion", "Stated reason", "What each call gives as its reason."),
            Shared("/flows/*/lookup/callLog", "Every call is logged"),
            Shared("/flows/*/caseProcedureRef", "Decision procedure", "How each disclosure is decided, and by whom."),
            Shared("/flows/*/disclosureLog", "Every disclosure is logged"),
        ];

    private static Declaration[] Anonymity =>
        [
            Published("/techniques", "Privacy techniques"),
            Published("/techniques/*", "Technique"),
            Published("/techniques/*/kind", "Technique"),
            Shared("/techniques/*/params", "Parameters", "For example k = 10."),
            Shared("/reid", "Re-identification test"),
            Shared("/reid/assessmentRef", "Assessment"),
            Shared("/reid/motivatedIntruderTest", "Motivated intruder test", "What was tried, and what came of it."),
            Shared("/reid/undertaking", "Undertaking", "The recipient’s promise not to identify anyone again."),
            Shared("/reid/date", "Date of the test"),
            Published("/linkage", "Linkage"),
            Published("/linkage/permitted", "Permitted linkage", "What may be linked with what."),
            Published("/linkage/by", "Linked by"),
            Shared("/linkage/keyHolder", "Key holder"),
            Published("/outputs", "Outputs"),
            Published("/outputs/publish", "Outputs are published"),
            Shared("/outputs/sdc", "Disclosure control", "Rules that keep people from being found in tables."),
            Shared("/outputs/sdc/minCount", "Least count"),
            Shared("/outputs/sdc/rounding", "Rounded to"),
            Shared("/outputs/sdc/dominance", "Dominance rule"),
            Shared("/outputs/sdc/checkers", "People who check"),
            Shared("/outputs/releaseRoute", "Release route"),
            Shared("/fiveSafes", "Five Safes"),
            Shared("/fiveSafes/projects", "Safe projects", "Is this an appropriate use of the data?"),
            Shared("/fiveSafes/people", "Safe people", "Can the users be trusted to use it properly?"),
            Shared("/fiveSafes/settings", "Safe settings", "Does the place limit unauthorised use?"),
            Shared("/fiveSafes/data", "Safe data", "Is there a risk of disclosure in the data itself?"),
            Shared("/fiveSafes/outputs", "Safe outputs", "Are the results free of people’s details?"),
            Published("/dea", "Digital Economy Act evidence"),
            Published("/dea/projectAccreditation", "Project accreditation"),
            Shared("/dea/researcherAccreditations", "Researcher accreditations"),
            Published("/dea/processorAccreditation", "Accredited processing environment"),
            Shared("/dea/pilotApprovalRef", "Pilot approval", "For debt and fraud pilots."),
        ];

    private static Declaration[] Security =>
        [
            Shared("/security", "Security"),
            Published("/security/assuranceRequired", "Assurance required", "What every recipient must hold."),
            Shared("/security/accessControl", "Access control"),
            Shared("/security/mfa", "Multi-factor authentication"),
            Shared("/security/vetting", "Vetting"),
            Shared("/security/training", "Training"),
            Shared("/security/penTestDate", "Last penetration test"),
            Shared("/security/loggingRetention", "Logs are kept for", "As an ISO 8601 duration, for example P1Y."),
            Shared("/security/incident", "If something goes wrong"),
            Shared(
                "/security/incident/notifyPartnersWithinHours",
                "Partners are told within",
                "In hours. The regulator must be told within 72."
            ),
            Shared("/security/incident/whoTellsRegulator", "Who tells the regulator"),
            Shared("/security/incident/whoTellsSubjects", "Who tells the people concerned"),
            Shared("/staffInstructions", "Instructions for staff"),
            Shared("/staffInstructions/whoMayAsk", "Who may ask for data", "Roles, not people’s names."),
            Shared("/staffInstructions/whoMayDisclose", "Who may disclose it", "Roles, not people’s names."),
            Shared("/staffInstructions/howStaffLearn", "How staff learn of it", "Training, a briefing, a note in the system."),
            Shared("/staffInstructions/guidance", "Working guidance", "Where staff find it."),
            Shared("/security/disposalMethod", "Disposal", "Unless the retention of a party says otherwise."),
            Shared("/security/disposalEvidence", "Evidence of disposal"),
        ];
}
