using System.Collections.Frozen;

namespace DataSharing.Domain.Content;

/// <summary>What a value of a vocabulary means, in one sentence, where its label does not say it all.</summary>
public static class CodeMeanings
{
    private static readonly FrozenDictionary<Enum, string> Meanings = new Dictionary<Enum, string>
    {
        [AgreementType.DSA] = "Two or more organisations share data for stated purposes.",
        [AgreementType.ISA] = "Another name for the same thing, usual between public bodies.",
        [AgreementType.ISP] = "Principles that many organisations sign; agreements hang beneath it.",
        [AgreementType.MoU] = "What is understood without being a contract, often within the Crown.",
        [AgreementType.DDA] = "One organisation discloses, the other receives on its terms.",
        [AgreementType.JointControllerArrangement] = "Controllers decide together why and how the data is used (Article 26).",
        [AgreementType.FrameworkIndividualLevel] =
            "A standing agreement; each disclosure about one person is decided and logged by itself.",
        [AgreementType.TreAccess] = "Approved researchers work in a secure environment; no data leaves it.",
        [AgreementType.LookupService] = "A system asks about one person at a time and gets an answer.",

        [Classification.Official] = "Most of what public bodies do.",
        [Classification.OfficialSensitive] = "Official, and damaging if it were lost or published.",
        [Classification.NotApplicable] = "No party uses the government’s classifications.",

        [PartyRole.Controller] = "Decides why and how the data is used.",
        [PartyRole.JointController] = "Decides it together with another party.",
        [PartyRole.CompetentAuthority] = "Uses the data for law enforcement (Part 3 of the Data Protection Act 2018).",
        [PartyRole.Processor] = "Handles the data on a controller’s instructions, under a contract.",
        [PartyRole.SubProcessor] = "Works for a processor.",
        [PartyRole.TrustedThirdParty] = "Links or pseudonymises data for others and keeps the key.",
        [PartyRole.DataProvider] = "Where the data comes from, if it is not personal data.",
        [PartyRole.DataRecipient] = "Where the data goes, if it is not personal data.",
        [PartyRole.Unknown] = "Fine in a draft. It must be answered before you submit.",

        [Identifiability.Identified] = "Names, numbers or anything else by which the recipient knows who it is.",
        [Identifiability.Pseudonymised] = "Codes instead of names; somebody else keeps the key. Still personal data.",
        [Identifiability.DeIdentified] = "Identifiers removed, but people could still be found with effort.",
        [Identifiability.Anonymous] = "Nobody can reasonably be identified by the recipient or anybody else.",
        [Identifiability.Aggregate] = "Counts and other figures about groups.",

        [StatutoryBar.None] = "No Act forbids disclosure.",
        [StatutoryBar.HMRC] = "Commissioners for Revenue and Customs Act 2005 s18.",
        [StatutoryBar.DWP] = "Social Security Administration Act 1992 s123.",
        [StatutoryBar.Statistics] = "Statistics and Registration Service Act 2007 s39.",
        [StatutoryBar.DEA] = "Received under the Digital Economy Act 2017, which limits passing it on.",

        [FieldType.Text] = "Short text, such as a name.",
        [FieldType.Code] = "One of a list of values.",
        [FieldType.FreeText] = "Notes that somebody writes; they can reveal more than intended.",

        [Activity.Disclose] = "Sends the data to another party.",
        [Activity.ReceiveAndUse] = "Gets the data and uses it for the purpose.",
        [Activity.JointProcessing] = "Uses it together with other controllers in one system.",

        [LegalRegime.UKGDPR] = "General processing. If you are not sure, it is this.",
        [LegalRegime.Part3] = "A competent authority acts for law enforcement.",

        [Art84bGround.Collection] = "The data is being collected for the research.",
        [Art84bGround.ConvertToNonIdentifying] = "It is used only to make data that identifies nobody.",
        [Art84bGround.CannotOtherwiseBeFulfilled] = "The purpose cannot be met with data that identifies nobody.",

        [NdoExemption.Consent] = "The person has agreed to this use.",
        [NdoExemption.LegalRequirement] = "A law requires the disclosure.",
        [NdoExemption.OverridingPublicInterest] = "Serious harm would follow without it.",
        [NdoExemption.Anonymised] = "It is anonymous in line with the regulator’s guidance.",
        [NdoExemption.SpecificExemption] = "The opt-out’s operational policy exempts it by name.",

        [FlowMode.Bulk] = "Many people’s data at once, on a schedule or once.",
        [FlowMode.IndividualCase] = "A person decides each time, and it is logged.",
        [FlowMode.Lookup] = "One person’s data, when a system asks.",
        [FlowMode.InSituTRE] = "Nobody receives a copy; researchers come to the data.",
        [FlowMode.TwoWaySync] = "Two systems keep each other up to date. Describe one flow for each direction.",

        [FlowMethod.ApiMtls] = "System to system; both sides prove who they are.",
        [FlowMethod.ManagedSecureEmail] = "A service that encrypts and controls who opens it.",
        [FlowMethod.HSCN] = "The health and social care network.",
        [FlowMethod.MESH] = "The NHS message exchange.",
        [FlowMethod.TRE] = "Access in a secure environment, no transfer.",
        [FlowMethod.OnlineForm] = "People type the data into a protected page of one of the parties.",
        [FlowMethod.SystemAccess] = "They have accounts in it; no copy leaves it.",
        [FlowMethod.SharedScreen] = "They see it while it is shown; nobody keeps a copy or a recording.",
        [FlowMethod.Meeting] = "It is spoken of, or shown on paper that stays in the room.",
        [FlowMethod.Telephone] = "It is told to somebody who is called back on a known number.",
        [FlowMethod.Post] = "Tracked, addressed to a named person, in a double envelope.",
        [FlowMethod.Other] = "Say which below.",
        [FlowMethod.PlainEmail] = "Not allowed for personal data.",
        [FlowMethod.UnencryptedMedia] = "Not allowed for personal data.",
        [FlowMethod.PersonalAccount] = "Not allowed for personal data.",

        [PeopleKnow.Asked] = "They may say no.",
        [PeopleKnow.ToldBefore] = "They know it before it happens, by the privacy notice or by word.",
        [PeopleKnow.ToldAfter] = "They are told as soon as telling does no harm.",
        [PeopleKnow.NotTold] = "An exemption lets you not tell them; the privacy notice names it.",

        [NotRestrictedReason.SameLegalEntity] = "Staff of the same organisation look at it from abroad.",
        [NotRestrictedReason.ReturnToOverseasController] = "A processor sends it back to where it came from.",

        [TechniqueKind.KAnonymity] = "Everybody looks like at least k others.",
        [TechniqueKind.LDiversity] = "Within each group the sensitive value differs.",
        [TechniqueKind.TCloseness] = "Each group’s values are spread as in the whole.",
        [TechniqueKind.DifferentialPrivacy] = "Noise hides whether any one person is in the data.",
        [TechniqueKind.Synthetic] = "Invented records with the same patterns.",
        [TechniqueKind.Tokenisation] = "Identifiers are replaced by tokens from a table.",
        [TechniqueKind.KeyedHash] = "Identifiers are replaced by a hash made with a secret key.",
        [TechniqueKind.Perturbation] = "Values are changed a little.",
        [TechniqueKind.Suppression] = "Small or rare values are left out.",
        [TechniqueKind.Banding] = "Values are put into ranges.",

        [RegisterDecision.Publish] = "The usual answer.",
        [RegisterDecision.Withhold] = "Needs a reason, and the risk owner approves it.",
        [DeaEntry.Planned] = "It will be on the government’s register before the start.",

        [AssuranceType.DSPT] = "The health service’s yearly self-assessment, with evidence.",
        [AssuranceType.CyberEssentials] = "A certified self-assessment of five technical controls.",
        [AssuranceType.CyberEssentialsPlus] = "The same five controls, tested by an assessor.",
        [AssuranceType.ISO27001] = "A certified management system for information security.",
        [AssuranceType.SOC2] = "An auditor’s report on the controls of a service provider.",
        [AssuranceType.DEAProcessor] = "Accredited to prepare or provide data for research under the Act.",
        [AssuranceType.EquivalentApproved] = "Something else that the parties have looked at and accept.",

        [Vetting.BPSS] = "Identity, right to work, employment and unspent convictions.",
        [Vetting.SC] = "National security vetting for frequent access to secret material.",
        [Vetting.DBS] = "A check of criminal records.",

        [DisposalMethod.CryptoErase] = "The key is destroyed, so that nobody can read what is left.",
        [DisposalMethod.Nist80088Purge] = "The medium is cleared so that no laboratory gets the data back.",
        [DisposalMethod.Shred] = "Paper or the medium itself is destroyed.",
        [DisposalMethod.AutomatedDeletion] = "The system deletes each record when its time is over.",

        [OptOutKind.NDO] = "The National Data Opt-out of the NHS in England.",
        [OptOutKind.Type1] = "A patient’s objection registered with their GP practice.",
        [OptOutKind.ServiceOptOut] = "People can decline this service or this sharing.",
        [OptOutKind.RightToObject] = "People can object under Article 21.",
        [OptOutKind.NoneWithReason] = "There is none; say why.",

        [EthicsBody.REC] = "Health Research Authority research ethics committee.",
        [EthicsBody.NSDEC] = "National Statistician’s Data Ethics Advisory Committee.",

        [RightHandler.Party] = "One party answers for all.",
        [RightHandler.Source] = "Whoever is the controller of the dataset.",
        [RightHandler.NotApplicable] = "The right does not apply here; say why.",

        [OnwardPolicy.Prohibited] = "Nobody outside this agreement gets the data.",
        [OnwardPolicy.WithPriorWrittenConsent] = "Only if the provider agrees in writing first.",
        [OnwardPolicy.PermittedList] = "Only to the recipients named below.",

        [BeneficiaryGroup.DataSubjects] = "The people whose data it is.",
        [BeneficiaryGroup.SpecificGroup] = "A group that is larger than them, but not everybody.",

        [DpiaStatus.Screening] = "Checked whether one is needed.",
        [DpiaStatus.AwaitingApproval] = "Complete; approving it is a stage of the route.",

        [DpiaTrigger.ADM] = "Automated decisions with a significant effect.",
        [DpiaTrigger.PublicMonitoring] = "Systematic monitoring of places open to the public.",
        [DpiaTrigger.DataMatching] = "Data from several sources is combined or compared.",
        [DpiaTrigger.DenialOfService] = "It decides who gets a service or a benefit.",
        [DpiaTrigger.PhysicalHarm] = "A breach could put people’s health or safety at risk.",
        [DpiaTrigger.InvisibleProcessing] = "People are not told, because that would be impossible or too much effort.",
        [DpiaTrigger.InnovativeTech] = "New technology, or a new use of it.",
        [DpiaTrigger.Tracking] = "Where people are or what they do is followed.",
        [DpiaTrigger.Children] = "The sharing is aimed at children.",
        [DpiaTrigger.Vulnerable] = "The sharing is aimed at vulnerable people.",
        [DpiaTrigger.Part3HighRisk] = "High risk in law enforcement (section 64).",
    }.ToFrozenDictionary();

    public static string? Of(Enum value) => Meanings.GetValueOrDefault(value);
}
