using DataSharing.Domain.Content;
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
        Error("DSA-088")
            .Law("UK GDPR Art 44A")
            .IfPersonalData()
            .ForEach(a =>
                a.PersonalFlows.SelectMany(x =>
                    x.Flow.ProcessingLocations.Where(country => country != UnitedKingdom).Select(country => (x.Flow, Country: country))
                )
            )
            .When((a, x) => !x.Flow.Transfers.Any(transfer => transfer.Country == x.Country && Answered(a, transfer)))
            .At((_, x) => At(x.Flow, "transfers").Naming("country", x.Country) with { About = x.Country })
            .Says("Data leaves the UK: choose a transfer mechanism for {country}."),
        // §4.6 always asks for it. A place that is not said may be abroad.
        Error("DSA-088")
            .Law("UK GDPR Art 44A")
            .IfPersonalData()
            .ForEach(a => a.PersonalFlows)
            .When(x => x.Flow.ProcessingLocations.Count == 0)
            .At((_, x) => At(x.Flow, "processingLocations"))
            .Says("Say in which countries the data is processed: abroad, it needs a transfer mechanism."),
        Error("DSA-089")
            .Law("UK GDPR Art 46")
            .IfPersonalData()
            .ForEach(Transfers)
            .When(x => x.Mechanism.NeedsRiskAssessment && Missing(x.Transfer.TraRef))
            .At((_, x) => At(x.Flow, $"transfers/{x.Transfer.Id}"))
            .Says("Complete the transfer risk assessment (data protection test) and record it, or use another mechanism."),
        Error("DSA-089")
            .Law("UK GDPR Art 45A")
            .IfPersonalData()
            .ForEach(a =>
                Transfers(a)
                    .Where(x => !x.Mechanism.NeedsRiskAssessment && x.Mechanism is { Route: TransferRoute.Adequacy, LawEnforcement: false })
            )
            .When((a, x) => a.LawBook.AdequateCountry(x.Transfer.Country)?.ApprovedOn(a.JudgedOn) is not true)
            .At(
                (a, x) =>
                    At(x.Flow, $"transfers/{x.Transfer.Id}")
                        .Naming(
                            "country",
                            a.LawBook.AdequateCountry(x.Transfer.Country)?.Name ?? x.Transfer.Country ?? "A country that is not named"
                        )
                        .Naming("day", InWords(a.JudgedOn))
            )
            .Says("{country} is not approved for transfers on {day}. Use another mechanism."),
        Error("DSA-089")
            .Law("UK GDPR Art 45A")
            .IfPersonalData()
            .ForEach(a =>
                from x in Transfers(a)
                where
                    !x.Mechanism.NeedsRiskAssessment
                    && x.Mechanism is { Route: TransferRoute.Adequacy, LawEnforcement: false }
                    && x.Transfer.ConditionConfirmed is not true
                let country = a.LawBook.AdequateCountry(x.Transfer.Country)
                where country is { Condition: not null } && country.ApprovedOn(a.JudgedOn)
                select (x.Flow, x.Transfer, Country: country)
            )
            .At(
                (_, x) =>
                    At(x.Flow, $"transfers/{x.Transfer.Id}/conditionConfirmed")
                        .Naming("country", x.Country.Name)
                        .Naming("condition", x.Country.Condition!)
            )
            .Says("{country} is approved in part only: {condition} Confirm it, or use another mechanism."),
        Warning("DSA-089")
            .Law("UK GDPR Art 49")
            .IfPersonalData()
            .ForEach(Transfers)
            .When(x => x.Mechanism is { Route: TransferRoute.Derogation, LawEnforcement: false } && Bulk(x.Flow))
            .At((_, x) => At(x.Flow, $"transfers/{x.Transfer.Id}"))
            .Says("This is an exception for single cases, and the data goes in bulk. Use another mechanism, or justify."),
        Error("DSA-108")
            .Law("UK GDPR Art 49(3)")
            .IfPersonalData()
            .ForEach(Transfers)
            .When(
                (a, x) =>
                    x.Mechanism.ClosedToPublicPowers
                    && a.Content.LegalLines.Any(line =>
                        DiscloseLine(line) && line.Party == x.Flow.From && x.Flow.PurposeIds.Contains(line.Purpose!) && a.PubTask(line)
                    )
            )
            .At((_, x) => At(x.Flow, $"transfers/{x.Transfer.Id}/mechanism"))
            .Says(
                "A public authority exercising its public powers cannot use this exception for a transfer (Art 49(3)). "
                    + "Use another mechanism."
            ),
    ];

    /// <summary>For the very country: a mechanism for one says nothing of another.</summary>
    private static bool Answered(Reading a, Transfer transfer) =>
        transfer.NotRestrictedReason is not null || a.LawBook.TransferMechanism(transfer.Mechanism) is { Route: not TransferRoute.None };

    private static IEnumerable<(Flow Flow, Transfer Transfer, TransferMechanism Mechanism)> Transfers(Reading a) =>
        from flow in a.Content.Flows
        from transfer in flow.Transfers
        let mechanism = a.LawBook.TransferMechanism(transfer.Mechanism)
        where mechanism is not null
        select (flow, transfer, mechanism);
}
