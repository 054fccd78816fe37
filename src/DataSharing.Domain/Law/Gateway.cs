using System.Text.Json.Serialization;

namespace DataSharing.Domain.Law;

/// <summary>A power or duty by which a body may or must disclose, or a bar that says that it may not.</summary>
public sealed record Gateway : LawEntry
{
    /// <summary>Of all the specified bodies together: a schedule may have a thousand.</summary>
    public const int SpecifiedPersonsMaxLength = 200_000;

    /// <summary>In <see cref="ListIncompleteFor"/>: the list is partial for every purpose and everywhere.</summary>
    public const string Everything = "*";

    /// <summary>An Act or instrument that the book does not hold: the citation itself says which.</summary>
    public const string OtherEnactment = "GW-OTHER";

    /// <summary>An order of a court.</summary>
    public const string CourtOrder = "GW-COURT";

    public required IReadOnlyList<GatewayType> Types { get; init; }

    /// <summary>For what, in plain words. <see cref="LawEntry.WhoMayUse"/> says from whom to whom.</summary>
    public required string Purpose { get; init; }

    public string? Limits { get; init; }

    /// <summary>The nations in which a party must be to use it.</summary>
    public required IReadOnlyList<Nation> Extent { get; init; }

    /// <summary>
    /// The kinds of bodies that may disclose by it. Who is of none of them may still be among the <see cref="SpecifiedPersons"/>; where
    /// neither says anything of this side, anyone may. The books before book 2 pool both sides (<see cref="LawEntry.OpenTo"/>).
    /// </summary>
    public IReadOnlyList<BodyKind> Senders { get; init; } = [];

    /// <summary>The kinds of bodies that may receive data by it, told as <see cref="Senders"/> are.</summary>
    public IReadOnlyList<BodyKind> Recipients { get; init; } = [];

    /// <summary>The law keeps a closed list: whoever is not specified for the objective cannot use it.</summary>
    public bool SpecifiedOnly { get; init; }

    /// <summary>
    /// Where the book's list is known to be partial: purpose codes, nations, or <see cref="Everything"/>. Whoever is not in it may then
    /// still be specified.
    /// </summary>
    public IReadOnlyList<string> ListIncompleteFor { get; init; } = [];

    /// <summary>Null where the book does not say: that is not a no.</summary>
    public ConfidenceEffect? SetsConfidenceAside { get; init; }

    /// <summary>There if, and only if, it sets confidence aside on a condition.</summary>
    public ConfidenceCondition? ConfidenceCondition { get; init; }

    /// <summary>What the citation must say besides, such as the number of an order or the date of a request; null if nothing.</summary>
    public string? NeedsReference { get; init; }

    /// <summary>False for a duty that is about something else: cited alone it lets nobody share.</summary>
    public bool IsPowerToDisclose { get; init; } = true;

    /// <summary>Its approval, by a national board, exists once for an agreement and not once for each body.</summary>
    public bool GateOnce { get; init; }

    /// <summary>Who is specified for it; empty where the law keeps no list, or the list is not ours to test.</summary>
    public IReadOnlyList<SpecifiedPerson> SpecifiedPersons { get; init; } = [];

    /// <summary>The purposes it is limited to; null where it is not.</summary>
    public IReadOnlyList<string>? AllowedPurposeCodes { get; init; }

    public IReadOnlyList<DataExclusion> ExcludedDataCategories { get; init; } = [];

    /// <summary>The statutory bars that it sets aside.</summary>
    public IReadOnlyList<string> LiftsBars { get; init; } = [];

    /// <summary>Also covers a recipient who passes the data on.</summary>
    public bool CoversOnward { get; init; }

    public string? OnwardLimits { get; init; }

    public string? Offence { get; init; }

    public string? CodeOfPractice { get; init; }

    /// <summary>The sharing must appear in the public register of information sharing agreements.</summary>
    public bool RegisterRequired { get; init; }

    /// <summary>The sharing must be approved as a pilot first (debt and fraud).</summary>
    public bool PilotApprovalRequired { get; init; }

    /// <summary>So uncertain a power that a lawyer looks at each use, whatever advice is on file.</summary>
    public bool LegalAdviceMandatory { get; init; }

    /// <summary>Either side of it, as far as the law itself names kinds of bodies; empty where one side is open to anyone.</summary>
    [JsonIgnore]
    public override IReadOnlyList<BodyKind> Users =>
        Senders.Count == 0 && Recipients.Count == 0 ? OpenTo
        : IsOpen(Senders, person => person.MaySend) || IsOpen(Recipients, person => person.MayReceive) ? []
        : [.. Senders.Union(Recipients)];

    /// <summary>The book says who may use it, side by side (from book 2 on).</summary>
    [JsonIgnore]
    public bool NamesSides =>
        Senders.Count > 0 || Recipients.Count > 0 || SpecifiedOnly || (SpecifiedPersons.Count > 0 && OpenTo.Count == 0);

    private bool IsOpen(IReadOnlyList<BodyKind> kinds, Func<SpecifiedPerson, bool> isOfSide) =>
        kinds.Count == 0 && !SpecifiedPersons.Any(isOfSide);

    public bool IsOnly(GatewayType type) => Types.All(t => t == type);

    protected override IEnumerable<string> Also => [Purpose, Limits ?? "", NeedsReference ?? "", Offence ?? "", CodeOfPractice ?? ""];
}
