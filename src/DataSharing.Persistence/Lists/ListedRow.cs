using System.ComponentModel.DataAnnotations.Schema;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Rules;

namespace DataSharing.Persistence.Lists;

/// <summary>A row of the list as the database gives it.</summary>
internal sealed record ListedRow(
    [property: Column("due")] DateOnly Due,
    [property: Column("reference")] string Reference,
    [property: Column("title")] string? Title,
    [property: Column("party_names")] string[] PartyNames,
    [property: Column("status")] string Status,
    [property: Column("kind")] string Kind,
    [property: Column("risk_tier")] string? RiskTier,
    [property: Column("next_date")] DateOnly? NextDate,
    [property: Column("in_force_ordinal")] int? InForceOrdinal,
    [property: Column("in_force_label")] string? InForceLabel,
    [property: Column("in_force_status")] string? InForceStatus,
    [property: Column("in_force_date")] DateOnly? InForceDate,
    [property: Column("errors")] int Errors,
    [property: Column("warnings")] int Warnings
)
{
    public AgreementRow Read() =>
        new(
            new ListKey(Due, AgreementReference.Parse(Reference)),
            Title,
            PartyNames,
            VersionStates.Listed(Enum.Parse<VersionStatus>(Status), Enum.Parse<VersionKind>(Kind)),
            RiskTier is null ? null : Enum.Parse<RiskTier>(RiskTier),
            NextDate,
            InForceOrdinal is { } ordinal
                ? new InForceBeside(ordinal, VersionLabel.Parse(InForceLabel!), Enum.Parse<VersionStatus>(InForceStatus!), InForceDate)
                : null,
            Errors,
            Warnings
        );
}
