using DataSharing.Domain.Content;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>
/// Who decided and who signed. The workflow and the database refuse what these rules find (<c>Separation</c>): they are the third look, at
/// what stands in the records, so that an auditor need not trust the other two.
/// </summary>
internal static class DutyRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        // No exception is granted: the portal keeps none. A small body lets somebody of another role, or of a partner, draft.
        Error("DSA-099")
            .Policy("Separation of duties", "UK GDPR Art 38(6)")
            .ForEach(a => a.Content.Parties)
            .When(
                (a, party) =>
                    Duties(a, party).Any(duty => DecidedOwnWork(a, duty) || DecidedAsAdviser(a, duty))
                    || Duties(a, party).GroupBy(duty => duty.Person).Any(DecidedTwice)
            )
            .At((_, party) => At(party, "authorisedSignatory"))
            .Says("The approver must be independent of the drafter; DPOs advise, they do not approve. Let somebody else of {org} decide."),
        // T12. Who is authorised to sign is settled by the stage, which only a holder of that role can sign.
        Error("DSA-100")
            .Policy("Approval is of an exact content")
            .ForEach(a => a.Controllers.Where(_ => a.Circumstances.Moment is Moment.InForce))
            .When((a, party) => !Duties(a, party).Any(duty => duty.Signs && duty.OnThisContent))
            .At((_, party) => At(party, "authorisedSignatory"))
            .Says("Every controller must sign: {org} has not signed this content."),
    ];

    private static IEnumerable<DutyDone> Duties(Reading a, Party party) => a.Circumstances.Duties.Where(duty => duty.Party == party.Id);

    /// <summary>Advice is not a decision: whoever drafted may not approve or sign, but may have been asked.</summary>
    private static bool DecidedOwnWork(Reading a, DutyDone duty) => duty.Decides && a.Circumstances.Editors.Contains(duty.Person);

    /// <summary>
    /// Whoever advised as data protection officer on this version, for whichever party, decides nothing of it in any other role.
    /// </summary>
    private static bool DecidedAsAdviser(Reading a, DutyDone duty) =>
        duty.Decides && a.Circumstances.Duties.Any(other => other.Person == duty.Person && other.Role is Role.DataProtectionOfficer);

    /// <summary>A stage that is not mandatory counts against a signature only.</summary>
    private static bool DecidedTwice(IEnumerable<DutyDone> duties) =>
        duties.Count(duty => duty.Mandatory) > 1 || (duties.Count() > 1 && duties.Any(duty => duty.Signs));
}
