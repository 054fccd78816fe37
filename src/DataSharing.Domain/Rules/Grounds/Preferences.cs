using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Content.PurposeCode;
using static DataSharing.Domain.Rules.Grounds.GroundQuestion;

namespace DataSharing.Domain.Rules.Grounds;

/// <summary>
/// Which codes suit whom and what, the best first: for each code the first line that holds counts. What the law forbids is not here; the
/// rules say that. Only what contradicts an answer of the draft that no rule looks at is excluded here. A code without a line is not wrong,
/// but nothing in the draft speaks for it.
/// </summary>
internal static class Preferences
{
    public static IReadOnlyList<Preference> All { get; } =
    [
        // Article 6
        For(Article6, "A6-C")
            .When(s => s.InPublicTask && s.RestsOnDuty)
            .Because("The law that {org} relies on does not only allow this: it obliges {org} to do it."),
        For(Article6, "A6-E")
            .When(s => s.InPublicTask)
            .Because("{org} does this as part of its own task. The law that lays the task down is the ground."),
        For(Article6, "A6-C").When(s => s.InPublicTask).Because("Fits where a law does not only allow {org} to do this but obliges it to."),
        For(Article6, "A6-EA")
            .When(s => !s.InPublicTask && (s.ForCrime || s.For(Safeguarding, EmergencyResponse)))
            .Because("The purpose is among those that the law recognises, so that no balancing is needed."),
        For(Article6, "A6-B")
            .When(s => !s.InPublicTask && s.IsCommercial)
            .Because("Fits where {org} has, or is about to have, a contract with the people the data is about."),
        For(Article6, "A6-F")
            .When(s => !s.InPublicTask)
            .Because("Fits where {org} has an interest that people would expect, and theirs do not outweigh it. The assessment shows it."),
        For(Article6, "A6-C").When(_ => true).Because("Fits where a law obliges {org} to do this."),
        For(Article6, "A6-EA")
            .When(s => !s.InPublicTask && s.Discloses && s.GoesToPublicBody)
            .Because("Fits where the recipient has asked in writing for the data, for a public task of its own."),
        For(Article6, "A6-A").When(s => !s.InPublicTask).Because("Fits where people are really free to say no, and can change their mind."),
        Against(Article6, "A6-E")
            .When(s => s.DeniesTask && s.IsPrivate)
            .Because("{org} is not a public authority and does not act in a public task.")
            .RestingOn(s => [s.PublicAuthorityPlace, s.TaskPlace]),
        Against(Article6, "A6-E")
            .When(s => s.DeniesTask)
            .Because("{org} does not do this in performance of its public task.")
            .RestingOn(s => [s.TaskPlace]),
        Doubt(Article6, "A6-E")
            .When(s => !s.IsPrivate)
            .Because("Only if a law gives {org} itself this task or official authority. Nobody can borrow another body’s task."),
        Doubt(Article6, "A6-A")
            .When(_ => true)
            .Because("Only if people are really free to say no to {org}, and nothing happens to them if they do."),
        Doubt(Article6, "A6-B")
            .When(_ => true)
            .Because("Only if {org} itself has, or is about to have, a contract with the people the data is about."),
        Doubt(Article6, "A6-EA")
            .When(_ => true)
            .Because("Only for the aims that Annex 1 lists: a public body’s request, security, an emergency, crime, safeguarding."),
        Doubt(Article6, "A6-D")
            .When(_ => true)
            .Because("Only where somebody’s life is at risk, case by case. It is no ground for sharing that is planned."),
        Doubt(Article6, "A6-E")
            .When(_ => true)
            .Because("{org} is not a public authority. A private body has a public task only where a law gives it one of its own.")
            .RestingOn(s => [s.PublicAuthorityPlace, s.TaskPlace]),
        // Annex 1
        For(Annex1, "RLI-SAF").When(s => s.For(Safeguarding)).Because("The purpose is to protect people at risk."),
        For(Annex1, "RLI-CRM").When(s => s.ForCrime).Because("The purpose is to prevent, find or prosecute crime."),
        For(Annex1, "RLI-EMG").When(s => s.For(EmergencyResponse)).Because("The purpose is to respond to an emergency."),
        For(Annex1, "RLI-PTD")
            .When(s => s.Discloses && s.GoesToPublicBody)
            .Because("The data goes to a public body. Fits where it has asked in writing, for a public task of its own."),
        // Article 9
        For(Article9, "A9-H").When(s => s.ForCare).Because("The purpose is the care of the very people the data is about."),
        For(Article9, "A9-J").When(s => s.ForResearch).Because("The purpose is research, archiving or statistics."),
        For(Article9, "A9-H")
            .When(s => s.HasCareData && s.For(PlanningCommissioning, Audit, Evaluation))
            .Because("The purpose is to manage health or social care."),
        For(Article9, "A9-C").When(s => s.For(EmergencyResponse)).Because("Fits in an emergency, for somebody who cannot consent."),
        For(Article9, "A9-G")
            .When(s => s.For(Safeguarding))
            .Because("Protecting people at risk is a substantial public interest, with a condition of its own in Schedule 1."),
        For(Article9, "A9-G")
            .When(s => s.ForCrime || s.For(Regulation, Insurance))
            .Because("Schedule 1 has conditions of substantial public interest for such purposes."),
        For(Article9, "A9-G")
            .When(s => s.InPublicTask && !s.ForResearch && !s.ForCare)
            .Because("{org} has a function in law, and Schedule 1 has a condition for it."),
        For(Article9, "A9-I")
            .When(s => s.HasCareData && s.For(EmergencyResponse))
            .Because("Fits where the health of the public is at stake."),
        For(Article9, "A9-A").When(s => !s.InPublicTask).Because("Fits where people say an express yes, and can change their mind."),
        Doubt(Article9, "A9-A").When(_ => true).Because("Only if people are really free to say no to {org}."),
        // Article 10
        For(Article10, "A10-OA").When(s => s.Party?.ExercisesOfficialAuthority is true).Because("{org} acts under official authority."),
        For(Article10, "A10-S1").When(_ => true).Because("Open to every organisation that meets a condition of Schedule 1."),
        // Schedule 1
        For(Schedule1, (entry, s) => s.AsksFor(entry))
            .When(_ => true)
            .Because("The Article 9 condition of this line asks for this very paragraph."),
        For(Schedule1, "S1-18").When(s => s.For(Safeguarding)).Because("The purpose is to protect people at risk."),
        For(Schedule1, "S1-37")
            .When(s => s.For(Insurance) && s.HasOffenceData)
            .Because("The purpose is insurance, and the data is about offences."),
        For(Schedule1, "S1-20").When(s => s.For(Insurance)).Because("The purpose is insurance."),
        For(Schedule1, "S1-14")
            .When(s => s.For(FraudPrevention))
            .Because("The purpose is to prevent fraud, with or through an anti-fraud organisation."),
        For(Schedule1, "S1-10").When(s => s.ForCrime).Because("The purpose is to prevent or find unlawful acts."),
        For(Schedule1, "S1-11 S1-12")
            .When(s => s.For(Regulation))
            .Because("The purpose is to protect the public against dishonesty and the like."),
        For(Schedule1, "S1-06").When(s => s.InPublicTask).Because("{org} has a function under an enactment or a rule of law."),
        For(Schedule1, "S1-18")
            .When(s => s.InPublicTask && s.AboutChildren)
            .Because("The data is about children. Fits as far as they must be protected."),
        For(Schedule1, "S1-36")
            .When(s => s.HasOffenceData && (s.ForCrime || s.InPublicTask))
            .Because(
                "The data is about offences: a condition of Part 2 serves for it without its words about substantial public interest."
            ),
        // Part 3
        For(Part3, "P3-TASK").When(_ => true).Because("{org} needs the data for a task of its own in law enforcement."),
        Doubt(Part3, "P3-CONSENT").When(_ => true).Because("Only if people are really free to say no to a law-enforcement body."),
        // Schedule 8
        For(Schedule8, "S8-4").When(s => s.For(Safeguarding)).Because("The purpose is to protect people at risk."),
        For(Schedule8, "S8-8").When(s => s.For(FraudPrevention)).Because("The purpose is to prevent fraud."),
        For(Schedule8, "S8-9").When(s => s.ForResearch).Because("The purpose is research, archiving or statistics."),
        For(Schedule8, "S8-1").When(_ => true).Because("{org} needs it for a function given to it by law."),
        For(Schedule8, "S8-2").When(s => s.ForCrime).Because("Fits where it serves the administration of justice."),
        .. PowerPreferences.All,
        // Confidentiality
        For(Confidence, "CLDC-IMPL").When(s => s.ForCare).Because("People expect those who care for them to know what they need to know."),
        For(Confidence, "CLDC-EXPL").When(s => s.ForCare).Because("Fits where people are asked and say yes to this very disclosure."),
        For(Confidence, "CLDC-LAW").When(s => s.SetsConfidenceAside).Because("The law that the line cites sets confidence aside."),
        For(Confidence, "CLDC-S251")
            .When(s => s.HasPatientInformation && s.ForMedicalPurpose)
            .Because("Patients’ information is used for more than their own care, and asking each of them may not be practicable."),
        Against(Confidence, "CLDC-S251").When(s => s.ForNoMedicalPurpose).Because("It serves medical purposes only."),
        For(Confidence, "CLDC-OPI")
            .When(s => s.ForCrime || s.For(Safeguarding, EmergencyResponse))
            .Because("Fits where, case by case, protecting somebody outweighs keeping the confidence."),
        For(Confidence, "CLDC-EXPL").When(_ => true).Because("Fits where people are asked and say yes to this very disclosure."),
        Doubt(Confidence, "CLDC-LAW")
            .When(s => s.CitesExpressPower)
            .Because("The cited power does not set confidence aside, as far as the law book knows."),
        Doubt(Confidence, "CLDC-LAW")
            .When(_ => true)
            .Because("Only if a provision sets confidence aside; this line cites no express power or duty."),
        Doubt(Confidence, "CLDC-OPI").When(_ => true).Because("Decided case by case. It is no route for sharing that is planned."),
        Doubt(Confidence, "CLDC-COURT").When(_ => true).Because("Only under an order of a court."),
        Doubt(Confidence, "CLDC-NA").When(_ => true).Because("The draft says that the data was given in confidence."),
    ];

    internal static Draft For(GroundQuestion question, string codes) => new(question, Leaning.For, Among(codes));

    internal static Draft For(GroundQuestion question, Func<LawEntry, GroundSituation, bool> suits) => new(question, Leaning.For, suits);

    internal static Draft Doubt(GroundQuestion question, string codes) => new(question, Leaning.Doubt, Among(codes));

    internal static Draft Doubt(GroundQuestion question, Func<LawEntry, GroundSituation, bool> suits) =>
        new(question, Leaning.Doubt, suits);

    internal static Draft Against(GroundQuestion question, string codes) => new(question, Leaning.Against, Among(codes));

    internal static Draft Against(GroundQuestion question, Func<LawEntry, GroundSituation, bool> suits) =>
        new(question, Leaning.Against, suits);

    private static Func<LawEntry, GroundSituation, bool> Among(string codes)
    {
        var known = codes.Split(' ').ToHashSet(StringComparer.Ordinal);
        return (entry, _) => known.Contains(entry.Code);
    }

    internal sealed record Draft(
        GroundQuestion Question,
        Leaning Leaning,
        Func<LawEntry, GroundSituation, bool> Suits,
        Func<GroundSituation, bool>? Holds = null
    )
    {
        public Draft When(Func<GroundSituation, bool> holds) => this with { Holds = holds };

        public Preference Because(string words) => new(Question, Leaning, Suits, Holds!, words);
    }
}
