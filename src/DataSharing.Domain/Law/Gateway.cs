namespace DataSharing.Domain.Law;

/// <summary>A power or duty by which a body may or must disclose, or a bar that says that it may not.</summary>
public sealed record Gateway : LawEntry
{
    /// <summary>Of all the specified bodies together: a schedule may have a thousand.</summary>
    public const int SpecifiedPersonsMaxLength = 200_000;

    public required IReadOnlyList<GatewayType> Types { get; init; }

    /// <summary>For what, in plain words. <see cref="LawEntry.WhoMayUse"/> says from whom to whom.</summary>
    public required string Purpose { get; init; }

    public string? Limits { get; init; }

    /// <summary>The nations in which a party must be to use it.</summary>
    public required IReadOnlyList<Nation> Extent { get; init; }

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

    public bool IsOnly(GatewayType type) => Types.All(t => t == type);

    protected override IEnumerable<string> Also => [Purpose, Limits ?? "", Offence ?? "", CodeOfPractice ?? ""];
}
