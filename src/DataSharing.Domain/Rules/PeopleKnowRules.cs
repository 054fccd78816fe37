using DataSharing.Domain.Content;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>What people know of the sharing, held against the grounds that it rests on.</summary>
internal static class PeopleKnowRules
{
    private static readonly string[] Consents = ["A6-A", "A9-A"];
    private static readonly string[] RoutesOfConsent = ["CLDC-EXPL", "CLDC-IMPL"];

    public static IEnumerable<Rule> All { get; } =
    [
        AskedOrNot()
            .ForEach(a => a.PersonalFlows.Where(x => x.Flow.PeopleKnow is PeopleKnow.Asked))
            .When((a, x) => LinesOf(a, x).Any(line => line.S1.Any(condition => condition.NoConsentReason is "WouldPrejudice")))
            .At((_, x) => At(x.Flow, "peopleKnow"))
            .Says(
                "Two answers do not fit: people are asked here, and a legal ground says that asking would defeat the purpose. Change one."
            ),
        AskedOrNot()
            .ForEach(a => a.PersonalFlows.Where(x => x.Flow.PeopleKnow is PeopleKnow.NotTold))
            .When((a, x) => LinesOf(a, x).Any(RestsOnWhatPeopleKnow))
            .At((_, x) => At(x.Flow, "peopleKnow"))
            .Says("Two answers do not fit: people are not told, and a legal ground rests on what they agree to or expect. Change one."),
        AskedOrNot()
            .ForEach(a =>
                from x in a.PersonalFlows
                where x.Flow.PeopleKnow is PeopleKnow.NotTold
                from end in new[] { x.Flow.From, x.Flow.To }.Distinct()
                let party = a.Controller(end)
                where party is not null && a.LinesOf(party).Any(UkGdpr) && !PublicTrustRules.IsExcused(a, party)
                select (x.Flow, Party: party)
            )
            .At((_, x) => At(x.Flow, "peopleKnow").Naming("org", NameOf(x.Party)) with { About = x.Party.Id })
            .Says("People are not told. Name the exemption that allows it in the privacy notice of {org}, or tell them."),
    ];

    private static RuleDraft AskedOrNot() => Error("DSA-138").Law("UK GDPR Arts 13 and 14", "UK GDPR Art 7").IfPersonalData();

    private static IEnumerable<LegalLine> LinesOf(Reading a, (Flow Flow, Dataset Dataset) x) =>
        a.Touches.Where(touch => touch.Flow == x.Flow).Select(touch => touch.Line).Distinct();

    private static bool RestsOnWhatPeopleKnow(LegalLine line) =>
        Consents.Contains(line.Art6) || line.Art9.Any(Consents.Contains) || RoutesOfConsent.Contains(line.Confidentiality?.Code);
}
