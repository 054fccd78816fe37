using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Agreements.Approval.StageMode;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>Which approvals an agreement needs, as a table: group, kind, role, mode, and when who needs it.</summary>
internal static class RouteTable
{
    public static IReadOnlyList<StageRow> Rows { get; } =
    [
        new(1, StageKind.IgReview, Role.IgLead, Gate)
        {
            Needed = a => a.Controllers.Where(_ => a.HasPersonalData).Select(party => new Needed(party, "Personal data is shared.")),
            NotNeededBecause = "No personal data is shared.",
        },
        new(1, StageKind.LegalAdvice, Role.LegalAdviser, Advice)
        {
            Needed = a => [.. ImpliedPowers(a), .. Crossings(a), .. UnapprovedCountries(a), .. LegalQuestions.Of(a)],
            NotNeededBecause =
                "Every disclosure rests on an express power or on advice already given, none crosses from law enforcement, "
                + "and no data goes to a country that is not approved.",
        },
        new(1, StageKind.RapGate, Role.PanelMember, Gate)
        {
            Needed = a =>
                Citing(
                    a,
                    gateway => gateway.Code == "GW-DEA64",
                    "It discloses through the research gateway, which needs an accredited project."
                ),
            NotNeededBecause = "The research gateway of the Digital Economy Act is not used.",
        },
        new(1, StageKind.RecGate, Role.EthicsAdviser, Gate)
        {
            Needed = a => HealthResearch(a).Select(party => new Needed(party, "It uses health data for research.")),
            NotNeededBecause = "No health data is used for research.",
        },
        new(1, StageKind.CagGate, Role.PanelMember, Gate)
        {
            Needed = a =>
                from line in a.Content.LegalLines
                where DiscloseLine(line) && line.Confidentiality is { Code: "CLDC-S251", Cag.Regulation: 2 or 5 }
                let party = a.Controller(line.Party)
                where party is not null
                select new Needed(party, "It discloses confidential patient information with section 251 support."),
            NotNeededBecause = "No disclosure rests on section 251 support under regulation 2 or 5.",
        },
        new(2, StageKind.DpoAdvice, Role.DataProtectionOfficer, Advice)
        {
            Needed = a =>
                a.Dpia.IsRequired
                    ? a
                        .Controllers.Where(HasDpo)
                        .Select(party => new Needed(party, $"An impact assessment is required. {a.Dpia.Reasons[0]}"))
                    : VoluntarilyAssessed(a)
                        .Where(HasDpo)
                        .Select(party => new Needed(party, "It has made an impact assessment though none is required.", Mandatory: false)),
            NotNeededBecause = "No impact assessment is required, or no controller has a Data Protection Officer.",
            LeftOut = a =>
                (a.Dpia.IsRequired ? a.Controllers : VoluntarilyAssessed(a))
                    .Where(party => !HasDpo(party))
                    .Select(party => new Needed(party, $"{NameOf(party)} has no Data Protection Officer; its IG lead records that.")),
        },
        new(3, StageKind.DpiaApproval, Role.InformationAssetOwner, Approve)
        {
            Needed = a =>
                a.Dpia.IsRequired
                    ? AssessedParties(a).Select(party => new Needed(party, "It answers for a required impact assessment."))
                    : VoluntarilyAssessed(a).Select(party => new Needed(party, "Its impact assessment awaits approval.")),
            NotNeededBecause = "No impact assessment is required.",
        },
        new(3, StageKind.PanelApproval, Role.PanelMember, Approve)
        {
            Needed = a =>
                a.Controllers.Where(party => a.Sends(party) && HasPanel(a, party))
                    .Select(party => new Needed(party, $"{NameOf(party)} releases its data through a panel.")),
            NotNeededBecause = "No sender releases its data through a panel of its own.",
        },
        new(4, StageKind.AssetOwner, Role.InformationAssetOwner, Approve)
        {
            Needed = a => a.Controllers.Where(a.Sends).Select(party => new Needed(party, "It sends its data.")),
            NotNeededBecause = "No controller sends data.",
        },
        new(4, StageKind.RecipientConfirmation, Role.InformationAssetOwner, Approve)
        {
            Needed = a =>
                a.Controllers.Where(party => a.Receives(party) && !a.Sends(party))
                    .Select(party => new Needed(party, "It receives data and confirms that it can meet the conditions.")),
            NotNeededBecause = "Every controller that receives data also sends, and approves as a sender.",
        },
        new(4, StageKind.Caldicott, Role.CaldicottGuardian, Approve)
        {
            Needed = Guardians,
            NotNeededBecause = "No confidential health or adult social care information is sent.",
        },
        new(4, StageKind.InformationSecurity, Role.InformationSecurity, Approve)
        {
            Needed = Security,
            NotNeededBecause =
                "Nothing is sent in bulk or looked up live, nobody else’s staff see a system, "
                + "and every recipient has a current security assurance.",
        },
        new(4, StageKind.ToolOwner, Role.ToolOwner, Approve)
        {
            Needed = a =>
                a.Content.Adm is { AlgorithmicTool: true } or { SolelyAutomated: true }
                    ? a
                        .Content.Parties.Where(party =>
                            a.DecisionMakerLines.Any(line => line.Party == party.Id) || a.Content.Adm.DecisionMaker.Contains(party.Id)
                        )
                        .Select(party => new Needed(party, "It uses an algorithmic tool on the data."))
                    : [],
            NotNeededBecause = "No algorithmic tool is used.",
        },
        new(5, StageKind.Siro, Role.Siro, Approve)
        {
            Needed = a => WhyRiskOwner(a) is { } because ? a.Controllers.Select(party => new Needed(party, because)) : [],
            NotNeededBecause = "The risk is not high, the agreement is published, and it does not start as an emergency.",
        },
        new(6, StageKind.RegisterDraft, Role.RegisterPublisher, Gate)
        {
            Needed = a =>
                a.CitedGateways.FirstOrDefault(cited => cited.Gateway.RegisterRequired).Gateway is { } gateway
                    ? a
                        .Controllers.Take(1)
                        .Select(party => new Needed(party, $"{gateway.Name} ({gateway.Code}) must appear on the government's register."))
                    : [],
            NotNeededBecause = "No gateway is used that must appear on the government's register.",
        },
        new(6, StageKind.ReviewBoardGate, Role.PanelMember, Gate)
        {
            Needed = a => Citing(a, gateway => gateway.PilotApprovalRequired, "Debt and fraud pilots need the review board."),
            NotNeededBecause = "The debt and fraud gateways are not used.",
        },
        new(7, StageKind.Signature, Role.AuthorisedSignatory, Sign)
        {
            Needed = a => a.Controllers.Select(party => new Needed(party, "Every controller signs.")),
            NotNeededBecause = "There is no controller.",
        },
    ];

    private static bool HasDpo(Party party) => !string.IsNullOrWhiteSpace(party.Dpo);

    private static bool HasPanel(Reading a, Party party) =>
        party
            .Identifiers.Select(identifier => $"{identifier.Scheme}:{identifier.Value}")
            .Append(party.OrgId)
            .Any(id => id is not null && a.Policy.OrganisationsWithPanel.Contains(id));

    /// <summary>The disclosing controllers that cite a gateway.</summary>
    private static IEnumerable<Needed> Citing(Reading a, Func<Gateway, bool> which, string because)
    {
        var needed =
            from cited in a.CitedGateways
            where DiscloseLine(cited.Line) && which(cited.Gateway)
            let party = a.Controller(cited.Line.Party)
            where party is not null
            select (cited.Gateway, Needed: new Needed(party, because));
        // A national board looks at the whole once, whoever discloses.
        return needed.GroupBy(x => x.Gateway.GateOnce).SelectMany(x => x.Key ? x.Take(1) : x).Select(x => x.Needed);
    }

    /// <summary>Implied powers without advice on file, and those so uncertain that a lawyer looks at each use.</summary>
    private static IEnumerable<Needed> ImpliedPowers(Reading a) =>
        from line in a.Content.LegalLines
        where
            DiscloseLine(line)
            && a.CitesOnlyImplied(line)
            && (string.IsNullOrWhiteSpace(line.LegalAdviceRef) || a.Gateways(line).Any(cited => cited.Gateway.LegalAdviceMandatory))
        let party = a.Controller(line.Party)
        where party is not null
        select new Needed(party, "It relies on a power that is only implied.");

    private static IEnumerable<Needed> Crossings(Reading a) =>
        from touch in a.LawEnforcementCrossings
        let party = a.Controller(touch.Line.Party)
        where party is not null
        select new Needed(party, "Data collected for law enforcement is used for something else.");

    private static IEnumerable<Needed> UnapprovedCountries(Reading a) =>
        from transfer in a.TransfersWithoutAdequacy
        let party = a.Controller(transfer.Flow.From)
        where party is not null
        select new Needed(party, "Personal data goes to a country that the UK has not approved.");

    private static IEnumerable<Party> HealthResearch(Reading a) =>
        a.Controllers.Where(party =>
            a.Receives(party)
            && a.Touches.Any(touch =>
                touch.Line.Party == party.Id
                && UseLine(touch.Line)
                && touch.Line.Art9.Contains("A9-J")
                && touch.Dataset.Fields.Any(field => field.SpecialCategory is SpecialCategory.Health)
            )
        );

    /// <summary>
    /// The controllers that the assessments name; an assessment that names none, and a missing one, is the first controller's.
    /// </summary>
    private static IEnumerable<Party> AssessedParties(Reading a) =>
        a.Content.Dpia.Count == 0 ? a.Controllers.Take(1) : Covered(a, a.Content.Dpia);

    private static IEnumerable<Party> Covered(Reading a, IReadOnlyCollection<Dpia> assessments)
    {
        var named = assessments.SelectMany(dpia => dpia.Controllers).ToHashSet();
        var first = a.Controllers.Take(1).Where(_ => assessments.Any(dpia => dpia.Controllers.Count == 0));
        return a.Controllers.Where(party => named.Contains(party.Id) || first.Contains(party));
    }

    /// <summary>Whose assessment awaits approval though the law asks for none: from law book 2 on it is looked at all the same.</summary>
    private static IEnumerable<Party> VoluntarilyAssessed(Reading a) =>
        a.LawBook.Number >= 2 ? Covered(a, [.. a.Content.Dpia.Where(dpia => dpia.Status is DpiaStatus.AwaitingApproval)]) : [];

    /// <summary>A body that is not public may have no Guardian; then the one at the other end of its flows decides.</summary>
    private static IEnumerable<Needed> Guardians(Reading a) =>
        from party in a.Controllers
        let flows = a
            .Content.Flows.Where(flow => flow.From == party.Id && a.DatasetOf(flow) is { OwedConfidence: true } ds && CareData(ds))
            .ToArray()
        where flows.Length > 0
        select party.PublicBody is not true
        && string.IsNullOrWhiteSpace(party.CaldicottGuardian)
        && Counterpart(a, flows) is { } counterpart
            ? new Needed(
                counterpart,
                $"{NameOf(party)} sends confidential health or adult social care information and has no Caldicott Guardian; "
                    + $"the one of {NameOf(counterpart)} decides."
            )
            : new Needed(party, "It sends confidential health or adult social care information.");

    private static Party? Counterpart(Reading a, IEnumerable<Flow> flows) =>
        flows
            .Select(flow => a.Party(flow.To))
            .Concat(a.Content.Parties)
            .FirstOrDefault(party => !string.IsNullOrWhiteSpace(party?.CaldicottGuardian));

    /// <summary>One party looks at the whole: the first that sends in bulk or answers lookups, or else the first that sends.</summary>
    private static IEnumerable<Needed> Security(Reading a)
    {
        var flows = a
            .Content.Flows.Where(flow => Bulk(flow) || flow.Mode is FlowMode.Lookup || flow.Method is FlowMethod.SystemAccess)
            .ToArray();
        if (flows.Length > 0)
        {
            var sender =
                a.Controllers.FirstOrDefault(party => flows.Any(flow => flow.From == party.Id)) ?? a.Controllers.FirstOrDefault(a.Sends);
            var because = flows.All(flow => flow.Method is FlowMethod.SystemAccess)
                ? "Staff of another organisation see its system."
                : "Data is sent in bulk or looked up live.";
            return sender is null ? [] : [new Needed(sender, because)];
        }

        return a.AssuranceGaps.Any()
            ? a.Controllers.Where(a.Sends).Take(1).Select(party => new Needed(party, "A recipient has no current security assurance."))
            : [];
    }

    private static string? WhyRiskOwner(Reading a)
    {
        if (a.Risk.Tier is RiskTier.High)
        {
            return $"The risk is high. {a.Risk.Reasons[0]}";
        }

        if (a.Content.Dpia.Any(dpia => dpia.ResidualRisk is RiskLevel.High))
        {
            return "The impact assessment leaves a high risk.";
        }

        if (
            a.Content.Flows.Any(flow =>
                flow.Transfers.Any(transfer => a.LawBook.TransferMechanism(transfer.Mechanism)?.Route is TransferRoute.Derogation)
            )
        )
        {
            return "A transfer abroad rests on an exception.";
        }

        if (a.Content.Register?.Decision is RegisterDecision.Withhold)
        {
            return "The agreement is withheld from the public register.";
        }

        return a.Content.Emergency is null ? null : "The sharing starts as an emergency.";
    }
}
