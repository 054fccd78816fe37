using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Tests.Agreements;

/// <summary>A council and a charity that share, and their agreement in any state, reached through its own verbs only.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 9, 1, 9, 30, 0, TimeSpan.Zero);
    public static readonly OrganisationId Council = OrganisationId.New();
    public static readonly OrganisationId Charity = OrganisationId.New();
    public static readonly OrganisationId Stranger = OrganisationId.New();

    public static readonly Dictionary<string, OrganisationId> Registered = new()
    {
        ["ONS-GSS:E08000034"] = Council,
        ["GB-CHC:0000000"] = Charity,
    };

    public static readonly Actor Drafter = Somebody(Council, Role.IgOfficer);

    /// <summary>Looks at the draft for the charity.</summary>
    public static readonly Actor Partner = Somebody(Charity, Role.PartnerContributor);

    /// <summary>Numbered 1 to 9 in this order.</summary>
    public static readonly RouteStage[] Stages =
    [
        Stage(StageKind.IgReview, Role.IgLead, "KMC", StageMode.Gate, 1),
        Stage(StageKind.IgReview, Role.IgLead, "CHY", StageMode.Gate, 1),
        Stage(StageKind.DpoAdvice, Role.DataProtectionOfficer, "KMC", StageMode.Advice, 2),
        Stage(StageKind.DpiaApproval, Role.InformationAssetOwner, "KMC", StageMode.Approve, 3),
        Stage(StageKind.AssetOwner, Role.InformationAssetOwner, "KMC", StageMode.Approve, 4),
        Stage(StageKind.RecipientConfirmation, Role.InformationAssetOwner, "CHY", StageMode.Approve, 4),
        Stage(StageKind.Siro, Role.Siro, "KMC", StageMode.Approve, 5),
        Stage(StageKind.Signature, Role.AuthorisedSignatory, "KMC", StageMode.Sign, 7),
        Stage(StageKind.Signature, Role.AuthorisedSignatory, "CHY", StageMode.Sign, 7),
    ];

    public const int CouncilReview = 1,
        CharityReview = 2,
        Advice = 3,
        DpiaApproval = 4,
        CouncilOwner = 5,
        CharityOwner = 6,
        RiskOwner = 7,
        CouncilSigns = 8,
        CharitySigns = 9;

    public static Actor Somebody(OrganisationId organisation, params Role[] roles) => new(PersonId.New(), organisation, roles.ToHashSet());

    public static Actor HolderOf(Stage stage) => Somebody(stage.Organisation, stage.Role);

    public static AgreementDocument Document(
        string title = "Referring adults",
        DateOnly? start = null,
        RegisterDecision register = RegisterDecision.Publish
    ) =>
        AgreementDocument.Of(
            new AgreementContent
            {
                Title = title,
                StartDate = start ?? new DateOnly(2026, 10, 1),
                EndDate = new DateOnly(2028, 9, 30),
                ReviewDate = new DateOnly(2027, 9, 30),
                Register = new RegisterEntry { Decision = register },
                Parties =
                [
                    new Party
                    {
                        Id = "KMC",
                        OrgId = "ONS-GSS:E08000034",
                        Name = "Kirklees Council",
                        OperationalContact = "Information governance",
                        Roles = [PartyRole.Controller],
                    },
                    new Party
                    {
                        Id = "CHY",
                        OrgId = "GB-CHC:0000000",
                        Name = "Homefield Support",
                        OperationalContact = "Office",
                        Roles = [PartyRole.Controller],
                    },
                ],
                Dpia = [new Dpia { Id = "DPIA1", Status = DpiaStatus.AwaitingApproval }],
            }
        );

    public static Finding Finding(string rule, Severity severity) =>
        new(rule, severity, RuleSource.Law, "/title", $"{rule} says so.", [], 1);

    public static ContentCheck Check(Agreement agreement, Moment moment, DateTimeOffset now, params Finding[] findings) =>
        new(
            agreement.Newest.ContentHash,
            now.UkDay(),
            moment,
            1,
            1,
            findings,
            new RiskAssessment(RiskTier.High, ["Children."]),
            new Route(Stages.ToValueList(), [])
        );

    public static Agreement Draft(AgreementDocument? content = null) =>
        Agreement.Draft(AgreementReference.Of(2026, 42), content ?? Document(), ["DARS-1"], Drafter, Now);

    /// <summary>The council has invited the charity to look at its draft.</summary>
    public static Agreement InPartnerReview(AgreementDocument? content = null)
    {
        var agreement = Draft(content);
        agreement.PartnerReview.Invite(Registered, Seen.Of(agreement.Newest), Drafter, Now);
        return agreement;
    }

    /// <summary>The charity has agreed the draft, so that nothing but the rules is in the way of submitting it.</summary>
    public static Agreement Agreed(AgreementDocument? content = null)
    {
        var agreement = InPartnerReview(content);
        agreement.AgreeAs(Partner);
        return agreement;
    }

    /// <summary>The draft gets another content whatever its status, as by the verbs that save a part of it.</summary>
    public static void ChangeTo(this Agreement agreement, AgreementDocument document, Actor actor, DateTimeOffset now) =>
        typeof(AgreementVersion)
            .GetMethod("Replace", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .Invoke(agreement.Newest, [document, actor, now]);

    public static void AgreeAs(this Agreement agreement, Actor actor, DateTimeOffset? now = null) =>
        agreement.PartnerReview.Agree(Seen.Of(agreement.Newest), actor, now ?? Now);

    public static Agreement InApproval(AgreementDocument? content = null, params RouteStage[] stages)
    {
        var agreement = Agreed(content);
        var check = Check(agreement, Moment.Submit, Now);
        agreement.Submit(stages is [] ? check : check with { Route = new Route(stages.ToValueList(), []) }, Registered, Drafter, Now);
        return agreement;
    }

    /// <summary>The draft of an amendment goes to its partner and is submitted.</summary>
    public static void ToApproval(this Agreement agreement, DateTimeOffset now)
    {
        agreement.PartnerReview.Invite(Registered, Seen.Of(agreement.InPreparation!), Drafter, now);
        agreement.AgreeAs(Partner, now);
        agreement.Submit(Check(agreement, Moment.Submit, now), Registered, Drafter, now);
    }

    /// <summary>Everybody decides and signs the version in approval.</summary>
    public static void ToApproved(this Agreement agreement, DateTimeOffset now)
    {
        for (var number = CouncilReview; number < CouncilSigns; number++)
        {
            agreement.Pass(number);
        }

        agreement.SignAs(HolderOf(agreement.Stage(CouncilSigns)), CouncilSigns, now);
        agreement.SignAs(HolderOf(agreement.Stage(CharitySigns)), CharitySigns, now);
    }

    /// <summary>Every stage before the numbered one is decided by somebody of its own.</summary>
    public static Agreement InApprovalBefore(int stageNumber, AgreementDocument? content = null)
    {
        var agreement = InApproval(content);
        foreach (var stage in agreement.Newest.Stages.Where(stage => stage.Number < stageNumber).ToArray())
        {
            agreement.Pass(stage.Number);
        }

        return agreement;
    }

    public static Agreement AwaitingSignatures(AgreementDocument? content = null) => InApprovalBefore(CouncilSigns, content);

    public static Agreement Approved(AgreementDocument? content = null)
    {
        var agreement = AwaitingSignatures(content);
        agreement.SignAs(HolderOf(agreement.Stage(CouncilSigns)), CouncilSigns);
        agreement.SignAs(HolderOf(agreement.Stage(CharitySigns)), CharitySigns);
        return agreement;
    }

    /// <summary>A content goes from draft to active by the real rules, each stage decided by somebody of its own, every warning accepted.</summary>
    public static Agreement InForce(AgreementDocument document, IReadOnlyDictionary<string, OrganisationId> organisations)
    {
        var drafter = Somebody(organisations[document.Content.Parties[0].OrgId!], Role.IgOfficer);
        var agreement = Agreement.Draft(AgreementReference.Of(2026, 1), document, [], drafter, Now);
        agreement.PartnerReview.Invite(organisations, Seen.Of(agreement.Newest), drafter, Now);
        foreach (var partner in organisations.Values.Where(organisation => organisation != drafter.Organisation))
        {
            agreement.AgreeAs(Somebody(partner, Role.IgOfficer));
        }

        var check = ByTheRules(agreement, Moment.Submit, Now);
        foreach (var rule in check.Warnings.Select(warning => warning.RuleId).Distinct())
        {
            agreement.JustifyWarning(rule, "Looked at and accepted.", drafter, Now);
        }

        agreement.Submit(check, organisations, drafter, Now);
        while (agreement.Newest.Stages.FirstOrDefault(stage => stage.Status is StageStatus.Open) is { } stage)
        {
            if (stage.Mode is StageMode.Sign)
            {
                agreement.Sign(
                    stage.Number,
                    "Director",
                    ByTheRules(agreement, Moment.Signature, Now),
                    Seen.Of(agreement.Newest),
                    HolderOf(stage),
                    Now
                );
            }
            else
            {
                agreement.Pass(stage.Number);
            }
        }

        var start = document.Content.StartDate!.Value.StartsAt();
        agreement.ActivateDue(ByTheRules(agreement, Moment.InForce, start), Act.OfThePortal, start);
        return agreement;
    }

    /// <summary>May the actor do it to the version that the action speaks of?</summary>
    public static Verdict Consider(this Agreement agreement, AgreementAction action, Actor actor) =>
        agreement.Consider(action, actor, agreement.VersionFor(action));

    public static Stage Stage(this Agreement agreement, int number) => agreement.Newest.Stages.Single(stage => stage.Number == number);

    public static void Pass(this Agreement agreement, int stageNumber, Actor? actor = null) =>
        agreement.Decide(
            stageNumber,
            Favourable(agreement.Stage(stageNumber)),
            Seen.Of(agreement.Newest),
            actor ?? HolderOf(agreement.Stage(stageNumber)),
            Now
        );

    public static Ruling Favourable(Stage stage) =>
        stage.Mode switch
        {
            StageMode.Gate => new Ruling.PassGate("REF-1"),
            StageMode.Advice => new Ruling.Advise(Opinion.Agree, "Sound."),
            _ => new Ruling.Approve(),
        };

    public static void SignAs(this Agreement agreement, Actor actor, int stageNumber, DateTimeOffset? now = null) =>
        agreement.Sign(
            stageNumber,
            "Director",
            Check(agreement, Moment.Signature, now ?? Now),
            Seen.Of(agreement.Newest),
            actor,
            now ?? Now
        );

    private static ContentCheck ByTheRules(Agreement agreement, Moment moment, DateTimeOffset now) =>
        ContentCheck.Of(agreement.Newest, Criteria.First, Records.None, moment, now);

    private static RouteStage Stage(StageKind kind, Role role, string party, StageMode mode, int group) =>
        new(kind, role, party, mode, Mandatory: true, group, mode is StageMode.Sign ? 20 : 10, "Because.");
}
