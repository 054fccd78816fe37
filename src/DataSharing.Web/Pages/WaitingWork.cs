using DataSharing.Domain;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Pages.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages;

/// <summary>What waits for a person's decision, signature or acceptance.</summary>
internal static class WaitingWork
{
    /// <summary>
    /// As Separation says who decides, so that nothing is shown that would be refused: open stages of their organisations, and approvals whose
    /// conditions their organisation has still to accept.
    /// </summary>
    internal static async Task<IEnumerable<WaitingItem>> ForAsync(
        SignedInPerson person,
        DataSharingDbContext db,
        CancellationToken cancellationToken
    )
    {
        // Whoever only runs the portal or an organisation's people decides on nothing.
        var organisations = person
            .Organisations.Where(o => o.Roles.Any(role => role is not (Role.SystemAdmin or Role.OrganisationAdmin or Role.Auditor)))
            .Select(o => o.Id)
            .ToArray();
        if (organisations.Length == 0)
        {
            return [];
        }

        var audited = person.AuditScope.ToArray();

        var rows = await (
            from v in db.AgreementVersions.AsNoTracking()
            where VersionStates.BeingDecided.Contains(v.Status)
            join a in db.Agreements on v.AgreementId equals a.Id
            from s in v.Stages
            where
                (s.Status == StageStatus.Open && organisations.Contains(s.Organisation))
                || (
                    s.Decision!.Outcome == DecisionOutcome.ApprovedOnConditions
                    && s.Decision.Acceptance == null
                    && organisations.Contains(a.DraftingOrganisation)
                )
            select new
            {
                a.Reference,
                a.DraftingOrganisation,
                v.Ordinal,
                v.Label,
                v.Title,
                v.PartyNames,
                v.RiskTier,
                s.Number,
                s.Kind,
                s.Role,
                s.Organisation,
                s.Mode,
                s.Mandatory,
                s.Status,
                s.OpenedAt,
                s.DueOn,
                DecidedAt = (DateTimeOffset?)s.Decision!.At,
                Drafted = v.Editors.Any(e => e.Person == person.Id),
                DecidedOther = v.Stages.Any(o =>
                    o.Number != s.Number
                    && (s.Mode == StageMode.Sign || (s.Mandatory && o.Mandatory))
                    && (o.Decision!.Person == person.Id || o.CarriedDecision!.Person == person.Id || o.Signature!.Person == person.Id)
                ),
                Audited = v.Access.Any(access => audited.Contains(access.Organisation)),
            }
        ).ToListAsync(cancellationToken);

        return from row in rows
            let isOpen = row.Status is StageStatus.Open
            let organisation = person.Organisations.FirstOrDefault(o => o.Id == (isOpen ? row.Organisation : row.DraftingOrganisation))
            where
                organisation is not null
                && !row.Audited
                && (
                    isOpen
                        ? organisation.Roles.Contains(row.Role)
                            && !row.Drafted
                            && !row.DecidedOther
                            && !MayOnlyAdvise(organisation, row.Mode)
                        : organisation.Roles.Contains(Role.IgOfficer)
                )
            select new WaitingItem(
                row.Reference.Value,
                row.Ordinal,
                row.Label.ToString(),
                row.Number,
                row.Mode,
                !isOpen,
                isOpen
                    ? $"{WorkflowWords.TaskFor(row.Mode, row.Kind)} as {row.Role.Name()}: {row.Kind.InWords()}"
                    : $"Accept the conditions of {row.Kind.InWords()}",
                row.Title,
                row.PartyNames,
                row.RiskTier,
                isOpen ? row.DueOn : null,
                isOpen ? row.OpenedAt!.Value : row.DecidedAt!.Value
            );
    }

    private static bool MayOnlyAdvise(MemberOf organisation, StageMode mode) =>
        mode is StageMode.Approve or StageMode.Sign && organisation.Roles.Contains(Role.DataProtectionOfficer);
}

public sealed record WaitingItem(
    string Reference,
    int Ordinal,
    string Label,
    int Number,
    StageMode Mode,
    bool AcceptConditions,
    string Task,
    string? Title,
    IReadOnlyList<string> PartyNames,
    RiskTier? RiskTier,
    DateOnly? DueOn,
    DateTimeOffset Since
);
