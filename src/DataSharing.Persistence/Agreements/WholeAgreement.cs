using DataSharing.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// An agreement with all that belongs to it, in one query (docs/adr/0005). No fact is left out for a page that would not show it: what an
/// actor may do is asked of the whole. Of its contents, which are the weight, only some are read.
/// </summary>
internal static class WholeAgreement
{
    // The kinds of rows that make up an agreement.
    private const int OfVersion = 1,
        OfAccess = 2,
        OfEditor = 3,
        OfJustification = 4,
        OfAssent = 5,
        OfFinding = 6,
        OfStage = 7,
        OfContent = 8;

    /// <param name="agreements">At most one.</param>
    /// <param name="ordinal">Of a version whose content is read beside that of those in preparation, in force, and newest.</param>
    /// <param name="withPredecessors">Whether the contents are read from which others were opened.</param>
    public static async Task<Agreement?> SingleWholeAsync(
        this IQueryable<Agreement> agreements,
        DataSharingDbContext db,
        int? ordinal,
        bool withPredecessors,
        CancellationToken cancellationToken
    )
    {
        // Side by side, each row with one of them, rather than joined with each other: a product would repeat the content for every
        // stage and finding. EF Core puts them together by their keys.
        var parts = db.Database.SqlQuery<int>($"""SELECT generate_series({OfVersion}, {OfContent}) AS "Value" """);
        var rows = await (
            from agreement in agreements
            from part in parts
            from version in agreement.Versions.Where(_ => part == OfVersion).DefaultIfEmpty()
            from access in agreement.Versions.SelectMany(v => v.Access).Where(_ => part == OfAccess).DefaultIfEmpty()
            from editor in agreement.Versions.SelectMany(v => v.Editors).Where(_ => part == OfEditor).DefaultIfEmpty()
            from justification in agreement.Versions.SelectMany(v => v.Justifications).Where(_ => part == OfJustification).DefaultIfEmpty()
            from assent in agreement.Versions.SelectMany(v => v.Assents).Where(_ => part == OfAssent).DefaultIfEmpty()
            from finding in agreement.Versions.SelectMany(v => v.Findings).Where(_ => part == OfFinding).DefaultIfEmpty()
            from stage in agreement.Versions.SelectMany(v => v.Stages).Where(_ => part == OfStage).DefaultIfEmpty()
            from content in agreement
                .Versions.Where(v =>
                    part == OfContent
                    && (
                        v.Ordinal == ordinal
                        || VersionStates.InPreparation.Contains(v.Status)
                        || VersionStates.InForce.Contains(v.Status)
                        || !agreement.Versions.Any(later => later.Ordinal > v.Ordinal)
                        || (withPredecessors && agreement.Versions.Any(next => next.Predecessor == v.Id))
                    )
                )
                .Select(v => v.Stored)
                .DefaultIfEmpty()
            orderby version!.Ordinal, assent!.Number, finding!.Position, stage!.Number
            select new
            {
                agreement,
                version,
                access,
                editor,
                justification,
                assent,
                finding,
                stage,
                content,
                stage.Decision,
                stage.Decision!.Acceptance,
                stage.CarriedDecision,
                CarriedAcceptance = stage.CarriedDecision!.Acceptance,
                stage.Signature,
            }
        )
            .AsPrepared()
            .ToListAsync(cancellationToken);

        return rows.Select(row => row.agreement).Distinct().SingleOrDefault();
    }
}
