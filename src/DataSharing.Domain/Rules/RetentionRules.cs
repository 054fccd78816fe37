using DataSharing.Domain.Agreements.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Rules.Answers;
using static DataSharing.Domain.Rules.Declare;
using static DataSharing.Domain.Rules.Reading;

namespace DataSharing.Domain.Rules;

/// <summary>How long data is kept, and whether it may be passed on.</summary>
internal static class RetentionRules
{
    public static IEnumerable<Rule> All { get; } =
    [
        Error("DSA-090").Law("UK GDPR Art 5(1)(e)", "UK GDPR Art 13(2)(a)").IfPersonalData()
            .ForEach(Holdings)
            .When((a, held) => !Rows(a, held).Any())
            .At((_, held) => new Place("/retention", ("org", NameOf(held.Holder))) { About = held.Holder.Id })
            .Says(HowLong + " Nothing is recorded for {org}."),

        Error("DSA-090").Law("UK GDPR Art 5(1)(e)", "UK GDPR Art 13(2)(a)").IfPersonalData()
            .ForEach(a => Holdings(a).SelectMany(held => Rows(a, held)))
            .When((a, row) => (Missing(row.Period) && Missing(row.Criteria)) || Method(a, row) is null)
            .At((_, row) => At(row, Missing(row.Period) && Missing(row.Criteria) ? "period" : "disposalMethod"))
            .Says(HowLong),

        Error("DSA-090").Policy().IfPersonalData()
            .ForEach(a => Holdings(a).SelectMany(held => Rows(a, held)))
            .When((a, row) => Missing(row.Trigger) || Evidence(a, row) is null)
            .At((_, row) => At(row, Missing(row.Trigger) ? "trigger" : "disposalEvidence"))
            .Says(HowLong),

        Warning("DSA-091").Code("ICO guidance on storage limitation", "UK GDPR Art 5(1)(e)")
            .ForEach(a => a.Content.Retention)
            .When((a, row) => row.Period == Retention.Indefinite || (Duration.TryParse(row.Period, out var period) && period.IsLongerThanYears(a.Policy.LongRetentionYears)))
            .At((a, row) => At(row, "period").Naming("limit", Quantity.InWords(a.Policy.LongRetentionYears, "years")))
            .Says("Justify keeping data for more than {limit}."),

        Error("DSA-092").Code("ICO data sharing code: onward sharing")
            .When(a => a.Content.Onward?.Policy is null)
            .At("/onward/policy")
            .Says(PassOn),

        Error("DSA-092").Code("ICO data sharing code: onward sharing")
            .When(a => a.Content.Onward is { Policy: not (null or OnwardPolicy.Prohibited) } onward && (onward.Recipients.Count == 0 || Missing(onward.Conditions)))
            .At((a, _) => a.Content.Onward?.Recipients.Count == 0 ? "/onward/recipients" : "/onward/conditions")
            .Says(PassOn),

        Error("DSA-093").Policy()
            .ForEach(a => a.Content.Onward?.Recipients ?? [])
            .When((a, id) => !IsAgreed(a, id) || IsProhibited(a, id))
            .At((a, id) => new Place("/onward/recipients", ("org", NameOfRecipient(a, id))) { About = id })
            .Says(Outside),

        Error("DSA-093").Policy()
            .When(a => a.Circumstances.Request is { } request
                && (!Agreed(a).Any(recipient => Names(a, recipient, request))
                    || !a.Content.Purposes.Any(purpose => purpose.Code is not null && purpose.Code == request.Purpose)
                    || a.Content.ProhibitedRecipients.Any(recipient => Names(a, recipient, request))))
            .At((a, _) => new Place("/permittedRecipients", ("org", a.Circumstances.Request?.NameOrClass ?? a.Circumstances.Request?.Organisation ?? "The requester")))
            .Says(Outside)
    ];

    private const string HowLong = "Say how long each organisation keeps the data, what starts the clock, and how deletion is proved.";
    private const string PassOn = "Say whether the recipient may pass data on, to whom, and on what conditions.";
    private const string Outside = "{org} is outside the agreed recipients or purposes.";

    private static Place At(Retention row, string member) => $"/retention/{row.Id}/{member}";

    /// <summary>Every party that is from, to or via of a flow of personal data, with that data.</summary>
    private static IEnumerable<Holding> Holdings(Reading a) =>
        from x in a.PersonalFlows
        from id in new[] { x.Flow.From, x.Flow.To, x.Flow.Via }
        let party = a.Party(id)
        where party is not null
        select new Holding(party, x.Dataset);

    /// <summary>A row without a dataset is about all of them.</summary>
    private static IEnumerable<Retention> Rows(Reading a, Holding held) => a.Content.Retention
        .Where(row => row.Party == held.Holder.Id && (row.DatasetId is null || row.DatasetId == held.Dataset.Id));

    private static DisposalMethod? Method(Reading a, Retention row) => row.DisposalMethod ?? a.Content.Security?.DisposalMethod;

    private static DisposalEvidence? Evidence(Reading a, Retention row) => row.DisposalEvidence ?? a.Content.Security?.DisposalEvidence;

    private static IEnumerable<Recipient> Agreed(Reading a) => a.Content.PermittedRecipients.Concat(a.Content.ConditionalRecipients);

    private static bool IsAgreed(Reading a, string id) => Agreed(a).Any(recipient => recipient.Id == id || recipient.Party == id);

    private static bool IsProhibited(Reading a, string id) => a.Party(id) is { } party
        ? a.Content.ProhibitedRecipients.Any(recipient => recipient.Party == id || Identifies(recipient, party.OrgId, party.Name))
        : Agreed(a).FirstOrDefault(recipient => recipient.Id == id) is { } agreed
            && a.Content.ProhibitedRecipients.Any(recipient => Identifies(recipient, agreed.OrgId, agreed.Name));

    private static bool Names(Reading a, Recipient recipient, AccessRequest request) =>
        Identifies(recipient, request.Organisation, request.NameOrClass)
        || (a.Party(recipient.Party) is { } party
            && request.Organisation is not null
            && (party.OrgId == request.Organisation || party.Identifiers.Any(i => $"{i.Scheme}:{i.Value}" == request.Organisation)));

    private static bool Identifies(Recipient recipient, string? organisation, string? name) =>
        (recipient.OrgId is not null && recipient.OrgId == organisation)
        || (recipient.Name is not null && recipient.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string NameOfRecipient(Reading a, string id) =>
        a.Party(id) is { } party ? NameOf(party) : Agreed(a).FirstOrDefault(recipient => recipient.Id == id)?.Name ?? id;

    private sealed record Holding(Party Holder, Dataset Dataset);
}
