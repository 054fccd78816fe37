using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>Personal data that leaves the country: UK GDPR Chapter 5. Northern Ireland is in it, Jersey and Gibraltar are not.</summary>
internal static class TransferRules
{
    private const string UnitedKingdom = "GB";

    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-088").Law("UK GDPR Art 44A").IfPersonalData()
            .ForEach(a => a.PersonalFlows.SelectMany(x => x.Flow.ProcessingLocations.Where(country => country != UnitedKingdom).Select(country => (x.Flow, Country: country))))
            .When((a, x) => !x.Flow.Transfers.Any(transfer => transfer.Country == x.Country && Answered(a, transfer)))
            .At((_, x) => At(x.Flow, "transfers"))
            .Says("Data leaves the UK: choose a transfer mechanism."),

        Error("DSA-089").Law("UK GDPR Arts 45A and 46").IfPersonalData()
            .ForEach(Transfers)
            .When((a, x) => x.Mechanism.NeedsRiskAssessment ? Missing(x.Transfer.TraRef) : x.Mechanism is { Route: TransferRoute.Adequacy, LawEnforcement: false } && !Adequate(a, x.Transfer))
            .At((_, x) => At(x.Flow, $"transfers/{x.Transfer.Id}"))
            .Says("Complete the transfer risk assessment (data protection test), or use a valid mechanism."),

        Warning("DSA-089").Law("UK GDPR Art 49").IfPersonalData()
            .ForEach(Transfers)
            .When(x => x.Mechanism is { Route: TransferRoute.Derogation, LawEnforcement: false } && Bulk(x.Flow))
            .At((_, x) => At(x.Flow, $"transfers/{x.Transfer.Id}"))
            .Says("Complete the transfer risk assessment (data protection test), or use a valid mechanism."),

        Error("DSA-108").Law("UK GDPR Art 49(3)").IfPersonalData()
            .ForEach(Transfers)
            .When((a, x) => x.Mechanism.ClosedToPublicPowers
                && a.Content.LegalLines.Any(line => DiscloseLine(line) && line.Party == x.Flow.From && x.Flow.PurposeIds.Contains(line.Purpose!) && a.PubTask(line)))
            .At((_, x) => At(x.Flow, $"transfers/{x.Transfer.Id}/mechanism"))
            .Says("A public authority exercising its public powers cannot use this exception for a transfer (Art 49(3)).")
    ];

    private static bool Answered(Reading a, Transfer transfer) =>
        transfer.NotRestrictedReason is not null
        || a.LawBook.TransferMechanism(transfer.Mechanism) is { Route: not TransferRoute.None };

    private static bool Adequate(Reading a, Transfer transfer) =>
        a.LawBook.AdequateCountry(transfer.Country) is { } country
        && country.ApprovedOn(a.JudgedOn)
        && (country.Condition is null || transfer.ConditionConfirmed is true);

    private static IEnumerable<(Flow Flow, Transfer Transfer, TransferMechanism Mechanism)> Transfers(Reading a) =>
        from flow in a.Content.Flows
        from transfer in flow.Transfers
        let mechanism = a.LawBook.TransferMechanism(transfer.Mechanism)
        where mechanism is not null
        select (flow, transfer, mechanism);
}
