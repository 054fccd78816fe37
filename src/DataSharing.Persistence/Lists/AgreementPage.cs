using System.Globalization;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Rules;

namespace DataSharing.Persistence.Lists;

/// <summary>A page of the list of agreements.</summary>
/// <param name="Next">Where the next page begins; null if this is the last.</param>
public sealed record AgreementPage(IReadOnlyList<AgreementRow> Rows, ListKey? Next)
{
    public static AgreementPage Empty { get; } = new([], null);

    /// <summary>Where to look further, if the search ended before the page was full and there may be more.</summary>
    public ListKey? LookFurther { get; init; }

    internal static AgreementPage Of(IReadOnlyList<AgreementRow> rows) =>
        rows.Count > AgreementList.PageSize
            ? new AgreementPage([.. rows.Take(AgreementList.PageSize)], rows[AgreementList.PageSize - 1].Key)
            : new AgreementPage(rows, null);
}

/// <summary>A place in the list: the next date and the reference of a row.</summary>
/// <param name="Due"><see cref="DateOnly.MaxValue"/> of agreements without a next date, which come last.</param>
public sealed record ListKey(DateOnly Due, AgreementReference? Reference)
{
    /// <summary>Before all rows.</summary>
    public static ListKey First { get; } = new(DateOnly.MinValue, null);

    /// <summary>As it stands in an address: <c>2026-11-30_DSA-2026-00004</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Due:yyyy-MM-dd}_{Reference}");

    /// <returns>Null if the text is no place.</returns>
    public static ListKey? TryParse(string? text) =>
        text?.Split('_') is [var due, var last]
        && DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && AgreementReference.TryParse(last, out var reference)
            ? new ListKey(day, reference)
            : null;
}

/// <summary>An agreement in the list.</summary>
/// <param name="Status">As listed, of the version that is shown, like the title, the parties, the risk and the next date.</param>
/// <param name="InForce">The version in force, if that is another one.</param>
/// <param name="Errors">That checks have found since it was agreed, and that are open.</param>
public sealed record AgreementRow(
    ListKey Key,
    string? Title,
    IReadOnlyList<string> PartyNames,
    VersionStatus Status,
    RiskTier? RiskTier,
    DateOnly? NextDate,
    InForceBeside? InForce,
    int Errors,
    int Warnings
)
{
    public string Reference => Key.Reference!.Value.Value;
}

/// <summary>The version in force of an agreement that is shown with another version.</summary>
public sealed record InForceBeside(int Ordinal, VersionLabel Label, VersionStatus Status, DateOnly? NextDate);
