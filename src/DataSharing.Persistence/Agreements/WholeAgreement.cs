using DataSharing.Domain.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

/// <summary>
/// An agreement with all that belongs to it, in one query (docs/adr/0005). No fact is left out for a page that would not show it: what an
/// actor may do is asked of the whole. Of its contents, which are the weight, only some are read.
/// </summary>
internal static class WholeAgreement
{
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
        // The states are parameters, each list one: as constants in a list they would keep EF Core from keeping the SQL.
        var rows = await (
            from agreement in agreements
            from part in db.Set<AgreementPart>()
            from version in agreement.Versions.Where(_ => part.Number == AgreementPart.Version).DefaultIfEmpty()
            from access in agreement.Versions.SelectMany(v => v.Access).Where(_ => part.Number == AgreementPart.Access).DefaultIfEmpty()
            from editor in agreement.Versions.SelectMany(v => v.Editors).Where(_ => part.Number == AgreementPart.Editor).DefaultIfEmpty()
            from justification in agreement
                .Versions.SelectMany(v => v.Justifications)
                .Where(_ => part.Number == AgreementPart.Justification)
                .DefaultIfEmpty()
            from assent in agreement.Versions.SelectMany(v => v.Assents).Where(_ => part.Number == AgreementPart.Assent).DefaultIfEmpty()
            from finding in agreement.Versions.SelectMany(v => v.Findings).Where(_ => part.Number == AgreementPart.Finding).DefaultIfEmpty()
            from stage in agreement.Versions.SelectMany(v => v.Stages).Where(_ => part.Number == AgreementPart.Stage).DefaultIfEmpty()
            from content in agreement
                .Versions.Where(v =>
                    part.Number == AgreementPart.Content
                    && (
                        v.Ordinal == ordinal
                        || EF.Parameter(VersionStates.InPreparation).Contains(v.Status)
                        || EF.Parameter(VersionStates.InForce).Contains(v.Status)
                        || !agreement.Versions.Any(later => later.Ordinal > v.Ordinal)
                        || (withPredecessors && agreement.Versions.Any(next => next.Predecessor == v.Id))
                    )
                )
                .Select(v => v.Stored)
                .DefaultIfEmpty()
            orderby version!.Ordinal, assent!.Number, finding!.Position, stage!.Number
            // A decision that a stage carries is one of the same agreement, and comes with the stage it was made at.
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
                stage.Signature,
            }
        )
            .AsPrepared()
            .ToListAsync(cancellationToken);

        return rows.Select(row => row.agreement).Distinct().SingleOrDefault();
    }
}

/// <summary>
/// The kinds of rows that make up an agreement, by number. They are constants, so that one plan serves all agreements and is kept.
/// </summary>
internal sealed record AgreementPart(int Number)
{
    public const int Version = 1;
    public const int Access = 2;
    public const int Editor = 3;
    public const int Justification = 4;
    public const int Assent = 5;
    public const int Finding = 6;
    public const int Stage = 7;
    public const int Content = 8;
    public const int Last = Content;
}
