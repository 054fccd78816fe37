using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>
/// What the law book cannot decide, so that a legal adviser looks at it whatever advice is on file: an enactment it does not hold, a list
/// it holds in part, a power whose effect on confidence depends on advice, and what a body says against its own kind.
/// </summary>
internal static class LegalQuestions
{
    public static IEnumerable<Needed> Of(Reading a) =>
        a.LawBook.Number < 2 ? [] : [.. Enactments(a), .. Lists(a), .. Confidence(a), .. Claims(a)];

    private static IEnumerable<Needed> Enactments(Reading a) =>
        from line in a.Content.LegalLines
        from cited in a.Gateways(line)
        where cited.Gateway.Code == Gateway.OtherEnactment && NamesEnactment(cited.Citation)
        let party = a.Party(line.Party)
        where party is not null
        select new Needed(party, $"It relies on {OtherEnactmentRules.NameOf(cited.Citation)}, which the law book does not hold.");

    private static IEnumerable<Needed> Lists(Reading a) =>
        from line in GatewayUserRules.LinesToConfirm(a)
        let party = a.Party(line.Party)
        where party is not null
        select new Needed(party, "It relies on a list of bodies that the law book does not hold in full.");

    private static IEnumerable<Needed> Confidence(Reading a) =>
        from line in a.Content.LegalLines
        where DiscloseLine(line) && line.Confidentiality?.Code == ConfidenceRouteRules.ByLaw
        from cited in a.Gateways(line)
        where cited.Gateway.ConfidenceCondition is ConfidenceCondition.LegalAdvice
        let party = a.Party(line.Party)
        where party is not null
        select new Needed(party, $"Whether {cited.Gateway.Name} sets confidence aside depends on legal advice.");

    private static IEnumerable<Needed> Claims(Reading a) =>
        from ds in a.Content.Datasets
        where DatasetClaimRules.IsUnusual(a, ds)
        let party = a.Party(ds.Controller)
        where party is not null
        select new Needed(party, $"It says of {ds.Name ?? ds.Id} what is unusual for such a body.");
}
