using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Web.TagHelpers;

namespace DataSharing.Web.Pages.Law;

/// <summary>The members of each kind of entry, in the order of the form.</summary>
public sealed partial record LawMember
{
    /// <summary>Those that every entry has, before and after those of its kind.</summary>
    private static readonly LawMember[] First =
    [
        new("name", "Name", LawMemberShape.Text, "In plain words, as agreements show it") { Required = true },
        new("explanation", "Explanation", LawMemberShape.LongText, "One sentence that a fifteen-year-old understands") { Required = true },
        new("citation", "Citation", LawMemberShape.Text, "For example DPA 2018 Sch 1 para 18") { Required = true },
        new("url", "Address", LawMemberShape.Text, "On www.legislation.gov.uk. Leave it out for common law and court orders"),
        new("status", "Status", LawMemberShape.OneOf) { Required = true, Choices = Named<LegalStatus>(StatusWords) },
        new(
            "validFrom",
            "Valid from",
            LawMemberShape.Date,
            "The first day on which it holds. Leave it out for common law, and while it has not commenced"
        ),
        new("validTo", "Valid to", LawMemberShape.Date, "The last day on which it holds. Leave it out if no end is known"),
        new(
            "unverified",
            "To be confirmed",
            LawMemberShape.LongText,
            "What a lawyer must still confirm. Needed where the status is unverified"
        ),
        new("whoMayUse", "Who may use it", LawMemberShape.LongText, "In words, as the provision page shows it") { Required = true },
        new(
            "openTo",
            "Open to",
            LawMemberShape.SeveralOf,
            "The kinds of bodies by which the law is looked up, on either side of the sharing. "
                + "Choose none where anyone may use it who meets its conditions"
        )
        {
            Choices = Named<BodyKind>(kind => LawUser.Of(kind).Name),
        },
        new("evidence", "What an agreement must show", LawMemberShape.Lines, "One piece of evidence a line") { Required = true },
    ];

    private static readonly LawMember Extent = new("extent", "Where it applies", LawMemberShape.SeveralOf)
    {
        Required = true,
        Choices = Named<Nation>(n => n is Nation.NI ? "Northern Ireland" : n.ToString()),
    };

    private static readonly Dictionary<Type, LawMember[]> OfKind = new()
    {
        [typeof(LawfulBasis)] =
        [
            Flag("closedToPublicTasks", "A public authority performing its tasks may not use it"),
            Flag("needsRecognisedInterest", "A condition of Annex 1 must be met as well"),
            Flag("rightToObject", "People may object to the use"),
            Flag("closedToSolelyAutomatedDecisions", "It cannot support a significant decision taken by a machine alone"),
        ],
        [typeof(RecognisedInterest)] = [Flag("needsRequest", "Somebody must have asked for the data")],
        [typeof(CompatibilityRoute)] =
        [
            new("whenCollectedWithConsent", "Data collected with consent", LawMemberShape.OneOf)
            {
                Required = true,
                Choices = Named<ReuseOfConsentedData>(r => r.InWords()),
            },
            Flag("onlyWhenCollectedWithConsent", "Only for data that was collected with consent"),
            Flag("closedToPublicTasks", "The body that discloses must not be a public authority performing its tasks"),
            Flag("needsFactors", "The five factors of Article 8A(2) must be recorded"),
        ],
        [typeof(SpecialCategoryCondition)] =
        [
            new(
                "schedule1AnyOf",
                "Conditions of Schedule 1, one of which is needed as well",
                LawMemberShape.Lines,
                "One code a line, for example S1-18"
            ),
            Flag("needsExplicitConsent", "Consent must be explicit"),
            Flag("needsDutyOfConfidentiality", "Somebody bound by a duty of confidentiality is responsible"),
            Flag("needsResearchSafeguards", "The safeguards of Articles 84B and 84C must be in place"),
        ],
        [typeof(Schedule1Paragraph)] =
        [
            new("part", "Part of the Schedule", LawMemberShape.NumberOf)
            {
                Required = true,
                Choices = [new("1", "Part 1"), new("2", "Part 2"), new("3", "Part 3")],
            },
            new("policyDocument", "Appropriate policy document", LawMemberShape.OneOf)
            {
                Required = true,
                Choices = Named<PolicyDocumentNeed>(n =>
                    n switch
                    {
                        PolicyDocumentNeed.Needed => "Needed",
                        PolicyDocumentNeed.NotNeeded => "Not needed",
                        _ => "Needed, unless the exception is claimed",
                    }
                ),
            },
            new("policyDocumentException", "Exception from the policy document", LawMemberShape.LongText),
            Flag("substantialPublicInterest", "The paragraph itself asks for reasons of substantial public interest"),
            new("reasonForNoConsent", "Must it say why consent is not used?", LawMemberShape.OneOf)
            {
                Required = true,
                Choices = Named<ReasonForNoConsent>(r =>
                    r switch
                    {
                        ReasonForNoConsent.No => "No",
                        ReasonForNoConsent.Always => "Yes, always",
                        ReasonForNoConsent.WhenTriggered => "Yes, in a case named below",
                        _ => "As the condition that it extends",
                    }
                ),
            },
            new("noConsentTrigger", "When it must say why", LawMemberShape.LongText),
            new("allowedNoConsentReasons", "Reasons it accepts", LawMemberShape.SeveralOf)
            {
                Choices = [.. Schedule1Paragraph.NoConsentReasons.Select(code => new Choice(code, LawWording.ReasonForNoConsent(code)))],
            },
            Flag("offenceDataOnly", "For criminal offence data only"),
        ],
        [typeof(OffenceDataBasis)] =
        [
            Flag("needsOfficialAuthority", "The organisation must itself exercise official authority"),
            Flag("needsSchedule1", "A condition of Schedule 1 must be met as well"),
        ],
        [typeof(LawEnforcementBasis)] = [],
        [typeof(Schedule8Condition)] = [],
        [typeof(ConfidentialityRoute)] =
        [
            Flag("individualCareOnly", "Only for the care of the person the information is about"),
            Flag("needsSection251Details", "The regulation must be named, with the reference or the basis under regulation 3"),
            Extent,
        ],
        [typeof(Gateway)] =
        [
            new("types", "What it is", LawMemberShape.SeveralOf) { Required = true, Choices = Named<GatewayType>(t => t.InWords()) },
            new("purpose", "For what", LawMemberShape.LongText) { Required = true },
            new("limits", "Limits", LawMemberShape.LongText),
            Extent,
            new(
                "allowedPurposeCodes",
                "Purposes it is limited to",
                LawMemberShape.Lines,
                "One code a line, for example FuelPoverty. Leave it empty if it is limited to none"
            ),
            new("excludedDataCategories", "Data it leaves out", LawMemberShape.SeveralOf)
            {
                Choices = Named<DataExclusion>(d => d.InWords()),
            },
            new("liftsBars", "Statutory bars it sets aside", LawMemberShape.SeveralOf)
            {
                Choices =
                [
                    .. Enum.GetNames<StatutoryBar>()
                        .Where(n => n != nameof(StatutoryBar.None))
                        .Select(n => new Choice(n, LawWording.Bar(n))),
                ],
            },
            new(
                "senders",
                "Who may disclose by it",
                LawMemberShape.SeveralOf,
                "Choose none where anyone may, or where only the specified bodies below may"
            )
            {
                Choices = Named<BodyKind>(kind => LawUser.Of(kind).Name),
            },
            new(
                "recipients",
                "Who may receive data by it",
                LawMemberShape.SeveralOf,
                "Choose none where anyone may, or where only the specified bodies below may"
            )
            {
                Choices = Named<BodyKind>(kind => LawUser.Of(kind).Name),
            },
            Flag("specifiedOnly", "Only bodies that are specified may use it"),
            new(
                "listIncompleteFor",
                "Where the list of specified bodies is not complete",
                LawMemberShape.Lines,
                "One a line: a purpose code, a nation such as Wales, or * for everything"
            ),
            new(
                "setsConfidenceAside",
                "Does it set confidence aside?",
                LawMemberShape.OneOf,
                "Leave it open if you do not know: then the portal says nothing about it"
            )
            {
                Choices = Named<ConfidenceEffect>(effect => effect.InWords()),
            },
            new("confidenceCondition", "On what condition it sets confidence aside", LawMemberShape.OneOf)
            {
                Choices = Named<ConfidenceCondition>(condition => condition.InWords()),
            },
            new(
                "needsReference",
                "What the citation must say",
                LawMemberShape.Text,
                "For example: the date of the request and whose it is. Leave it out if nothing is needed"
            ),
            new("onwardLimits", "Passing the data on", LawMemberShape.LongText),
            new("offence", "Offence", LawMemberShape.LongText),
            new("codeOfPractice", "Code of practice", LawMemberShape.LongText),
            Flag("coversOnward", "It also covers a recipient who passes the data on"),
            Flag("registerRequired", "The sharing must appear in the public register of information sharing agreements"),
            Flag("pilotApprovalRequired", "The sharing must be approved as a pilot first"),
            Flag("gateOnce", "Its approval exists once for an agreement, not once for each body"),
            Flag("legalAdviceMandatory", "A lawyer looks at each use, whatever advice is on file"),
            Flag("isPowerToDisclose", "It lets somebody share data: cited alone, it is enough") with
            {
                IsTrueUnlessSaid = true,
            },
            new(
                "specifiedPersons",
                "Specified bodies",
                LawMemberShape.Bodies,
                "One a line: identifier; name; Sender, Recipient or Both; purpose code; first day; last day; note. What is not known is "
                    + "left empty, for example GOVUK-SLUG:home-office; Home Office; Both;;;; A star at the end of an identifier stands "
                    + "for every identifier that begins so, for example POLICE-UK:*; Police forces; Both"
            ),
        ],
        [typeof(TransferMechanism)] =
        [
            new("route", "What it is", LawMemberShape.OneOf) { Required = true, Choices = Named<TransferRoute>(r => r.InWords()) },
            Flag("needsRiskAssessment", "The exporter must keep a record that the data protection test is met"),
            Flag("closedToPublicPowers", "A public authority exercising its public powers may not use it"),
            Flag("lawEnforcement", "For law-enforcement processing only"),
        ],
        [typeof(Exemption)] =
        [
            new("exempts", "What it sets aside", LawMemberShape.SeveralOf)
            {
                Required = true,
                Choices = Named<ExemptedRight>(right => right.InWords()),
            },
            new("limits", "Limits", LawMemberShape.LongText),
        ],
    };

    /// <summary>The kinds of entry, by their names in the file.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. OfKind.Keys.Select(kind => kind.Name)];

    private static LawMember Flag(string name, string label) => new(name, label, LawMemberShape.Flag);

    private static IReadOnlyList<Choice> Named<T>(Func<T, string> words)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), words(value)))];

    private static string StatusWords(LegalStatus status) =>
        status switch
        {
            LegalStatus.InForce => "In force, between its dates",
            LegalStatus.EnactedNotCommenced => "Enacted, not commenced",
            LegalStatus.Repealed => "Repealed",
            LegalStatus.Lapsed => "Lapsed",
            _ => "Unverified: whether it can be used is not known",
        };
}
