using DataSharing.Domain.Content;
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
        Error("DSA-090")
            .Law("UK GDPR Art 5(1)(e)", "UK GDPR Art 13(2)(a)")
            .IfPersonalData()
            .ForEach(a => Holdings(a).Where(held => !Rows(a, held).Any()).GroupBy(held => held.Holder, held => held.Dataset))
            .At(
                (_, held) =>
                    new Place(
                        "/retention",
                        ("org", NameOf(held.Key)),
                        ("datasets", string.Join(", ", held.Distinct().Select(ds => ds.Name ?? ds.Id)))
                    )
                    {
                        About = string.Join(' ', held.Distinct().Select(ds => ds.Id).Prepend(held.Key.Id)),
                    }
            )
            .Says(HowLong + " Nothing is recorded for what {org} holds of: {datasets}."),
        Error("DSA-090")
            .Law("UK GDPR Art 5(1)(e)", "UK GDPR Art 13(2)(a)")
            .IfPersonalData()
            .ForEach(a => Holdings(a).SelectMany(held => Rows(a, held)))
            .When((a, row) => (Missing(row.Period) && Missing(row.Criteria)) || Method(a, row) is null)
            .At((_, row) => At(row, Missing(row.Period) && Missing(row.Criteria) ? "period" : "disposalMethod"))
            .Says(HowLong),
        Error("DSA-090")
            .Law("UK GDPR Art 5(1)(e)", "UK GDPR Art 13(2)(a)")
            .FromBook(2)
            .IfPersonalData()
            .ForEach(a => Holdings(a).SelectMany(held => Rows(a, held)))
            .When((a, row) => Missing(row.Period) && !Missing(row.Criteria) && FixesNothing(a, row.Criteria))
            .At((_, row) => At(row, "criteria").Naming("criteria", row.Criteria!.Trim()))
            .Says("Say for how long, or by what event the period is fixed: “{criteria}” fixes nothing."),
        Error("DSA-090")
            .Policy()
            .IfPersonalData()
            .ForEach(a => Holdings(a).SelectMany(held => Rows(a, held)))
            .When((a, row) => Missing(row.Trigger) || Evidence(a, row) is null)
            .At((_, row) => At(row, Missing(row.Trigger) ? "trigger" : "disposalEvidence"))
            .Says(HowLong),
        Error("DSA-091")
            .Code("ICO guidance on storage limitation", "UK GDPR Art 5(1)(e)")
            .FromBook(2)
            .ForEach(a => a.Content.Retention)
            .When((a, row) => row.Period == Retention.Indefinite && !MayBeKept(a, row))
            .At((_, row) => At(row, "period"))
            .Says("Data may not be kept for ever. Set a period, or say under archiving where it is preserved."),
        Warning("DSA-091")
            .Code("ICO guidance on storage limitation", "UK GDPR Art 5(1)(e)")
            .ForEach(a => a.Content.Retention)
            .When(
                (a, row) =>
                    row.Period == Retention.Indefinite
                        ? a.LawBook.Number < 2 || MayBeKept(a, row)
                        : Duration.TryParse(row.Period, out var period) && period.IsLongerThanYears(a.Policy.LongRetentionYears)
            )
            .At((a, row) => At(row, "period").Naming("limit", Quantity.InWords(a.Policy.LongRetentionYears, "years")))
            .Says("Justify keeping data for more than {limit}."),
        Error("DSA-092")
            .Code("ICO data sharing code: onward sharing")
            .When(a => a.Content.Onward?.Policy is null)
            .At("/onward/policy")
            .Says(PassOn),
        Error("DSA-092")
            .Code("ICO data sharing code: onward sharing")
            .When(a =>
                a.Content.Onward is { Policy: not (null or OnwardPolicy.Prohibited) } onward
                && (onward.Recipients.Count == 0 || Missing(onward.Conditions))
            )
            .At((a, _) => a.Content.Onward?.Recipients.Count == 0 ? "/onward/recipients" : "/onward/conditions")
            .Says(PassOn),
        Error("DSA-093")
            .Policy()
            .ForEach(a => (a.Content.Onward?.Recipients ?? []).Select(id => WhoIs(a, id)))
            .When(
                (a, who) =>
                    !Agreed(a).Any(recipient => IsSame(WhoIs(a, recipient), who))
                    || a.Content.ProhibitedRecipients.Any(recipient => IsSame(WhoIs(a, recipient), who))
            )
            .At((_, who) => new Place("/onward/recipients", ("org", who.Name ?? who.Id)) { About = who.Id })
            .Says(Outside),
        Error("DSA-093")
            .Policy()
            .When(a =>
                a.Circumstances.Request is { } request
                && (
                    !Agreed(a).Any(recipient => IsSame(WhoIs(a, recipient), WhoIs(request)))
                    || !a.Content.Purposes.Any(purpose => purpose.Code is not null && purpose.Code == request.Purpose)
                    || a.Content.ProhibitedRecipients.Any(recipient => IsSame(WhoIs(a, recipient), WhoIs(request)))
                )
            )
            .At(
                (a, _) =>
                    new Place(
                        "/permittedRecipients",
                        ("org", a.Circumstances.Request?.NameOrClass ?? a.Circumstances.Request?.Organisation ?? "The requester")
                    )
            )
            .Says(Outside),
    ];

    private const string HowLong = "Say how long each organisation keeps the data, what starts the clock, and how deletion is proved.";
    private const string PassOn = "Say whether the recipient may pass data on, to whom, and on what conditions.";
    private const string Outside =
        "{org} is outside the agreed recipients or purposes. Agree it as a recipient, with its conditions, or leave it out.";

    internal static Place At(Retention row, string member) => $"/retention/{row.Id}/{member}";

    /// <summary>Every party that is from, to or via of a flow of personal data, with that data.</summary>
    private static IEnumerable<Holding> Holdings(Reading a) =>
        from x in a.PersonalFlows
        from id in new[] { x.Flow.From, x.Flow.To, x.Flow.Via }
        let party = a.Party(id)
        where party is not null
        select new Holding(party, x.Dataset);

    /// <summary>A row without a dataset is about all of them.</summary>
    internal static IEnumerable<Retention> Rows(Reading a, string? holder, Dataset dataset) =>
        a.Content.Retention.Where(row => row.Party == holder && (row.DatasetId is null || row.DatasetId == dataset.Id));

    private static IEnumerable<Retention> Rows(Reading a, Holding held) => Rows(a, held.Holder.Id, held.Dataset);

    /// <summary>It says one of the phrases of the policy and nothing else, whatever stands around it.</summary>
    private static bool FixesNothing(Reading a, string criteria) => a.Policy.VagueRetention.Any(phrase => Bare(phrase) == Bare(criteria));

    private static string Bare(string text) =>
        string.Join(
            ' ',
            string.Concat(text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
                .Replace("will be kept", " ", StringComparison.Ordinal)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word != "for")
        );

    /// <summary>It is preserved in an archive, or serves nothing but research, archiving and statistics.</summary>
    private static bool MayBeKept(Reading a, Retention row)
    {
        var purposes = a
            .Content.Flows.Where(flow => row.DatasetId is null || flow.DatasetId == row.DatasetId)
            .Where(flow => flow.From == row.Party || flow.To == row.Party || flow.Via == row.Party)
            .SelectMany(a.PurposesOf)
            .ToArray();
        return !Missing(row.Archiving) || (purposes.Length > 0 && purposes.All(purpose => purpose.IsResearchOrStats is true));
    }

    internal static DisposalMethod? Method(Reading a, Retention row) => row.DisposalMethod ?? a.Content.Security?.DisposalMethod;

    internal static DisposalEvidence? Evidence(Reading a, Retention row) => row.DisposalEvidence ?? a.Content.Security?.DisposalEvidence;

    private static IEnumerable<Recipient> Agreed(Reading a) => a.Content.PermittedRecipients.Concat(a.Content.ConditionalRecipients);

    /// <summary>
    /// A party, or whoever a row of recipients names: by its place in the agreement, its identifiers, or its name or class.
    /// </summary>
    private static Who WhoIs(Reading a, string id) =>
        a.Party(id) is { } party ? WhoIs(party)
        : Agreed(a).FirstOrDefault(recipient => recipient.Id == id) is { } agreed ? WhoIs(a, agreed)
        : new Who(id, [], null);

    private static Who WhoIs(Reading a, Recipient recipient) =>
        a.Party(recipient.Party) is { } party
            ? WhoIs(party)
            : new Who(recipient.Id, recipient.OrgId is { } orgId ? [orgId] : [], recipient.Name);

    private static Who WhoIs(Party party) =>
        new(
            party.Id,
            [.. party.Identifiers.Select(identifier => $"{identifier.Scheme}:{identifier.Value}").Prepend(party.OrgId).OfType<string>()],
            party.Name
        );

    private static Who WhoIs(AccessRequest request) =>
        new("", request.Organisation is { } organisation ? [organisation] : [], request.NameOrClass);

    private static bool IsSame(Who one, Who other) =>
        one.Id == other.Id
        || one.Organisations.Intersect(other.Organisations, StringComparer.Ordinal).Any()
        || (one.Name is not null && one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase));

    /// <param name="Organisations">Its identifiers, as <c>scheme:value</c>.</param>
    private sealed record Who(string Id, IReadOnlyList<string> Organisations, string? Name);

    private sealed record Holding(Party Holder, Dataset Dataset);
}
