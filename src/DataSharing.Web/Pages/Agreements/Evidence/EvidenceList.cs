using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>The evidence beside an agreement, as one person may read it.</summary>
public sealed class EvidenceList
{
    private readonly string _reference;
    private readonly bool _mayAdd;

    private EvidenceList(string reference, bool mayAdd, IReadOnlyList<EvidenceRow> rows) =>
        (_reference, _mayAdd, Rows) = (reference, mayAdd, rows);

    public IReadOnlyList<EvidenceRow> Rows { get; }

    public IEnumerable<EvidenceRow> Current => Rows.Where(row => !row.Item.IsRemoved);

    /// <summary>Replaced evidence is among it.</summary>
    public IEnumerable<EvidenceRow> Removed => Rows.Where(row => row.Item.IsRemoved);

    /// <param name="version">The version that the page is about: evidence may support a place that it no longer has.</param>
    public static async Task<EvidenceList> ReadAsync(
        DataSharingDbContext db,
        Agreement agreement,
        AgreementVersion version,
        Actor actor,
        DateOnly today,
        Policy policy,
        CancellationToken cancellationToken
    )
    {
        var items = await db
            .Evidence.AsNoTracking()
            .Beside(agreement.Id, actor)
            .Select(item => new
            {
                Item = item,
                Organisation = db.Organisations.First(o => o.Id == item.Organisation).Details.Name,
                AddedBy = db.People.First(p => p.Id == item.AddedBy).Name,
                ErasedBy = db.People.Where(p => p.Id == item.ErasedBy).Select(p => p.Name).FirstOrDefault(),
                RemovedBy = db.People.Where(p => p.Id == item.RemovedBy).Select(p => p.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var titles = items.ToDictionary(row => row.Item.Id, row => row.Item.Title);
        var content = AgreementJson.ToNode(version.Document.Content);

        return new EvidenceList(
            agreement.Reference.Value,
            agreement.Consider(AgreementAction.KeepEvidence, actor, agreement.Newest) is Verdict.Permitted,
            [
                .. items.Select(row => new EvidenceRow(row.Item, row.Item.ValidityOn(today, policy), today, agreement.Reference.Value)
                {
                    Organisation = row.Organisation,
                    AddedBy = row.AddedBy,
                    RemovedBy = row.RemovedBy,
                    ErasedBy = row.ErasedBy,
                    PlaceIsGone = row.Item.Place?.Path is { } path && ContentPointer.Resolve(content, Places.ItemOf(path)) is null,
                    ReplacedBy = row.Item.ReplacedBy is { } next ? titles.GetValueOrDefault(next) : null,
                    MayChange = row.Item.Consider(agreement, actor) is Verdict.Permitted,
                    MayErase = row.Item.ConsiderErasure(agreement, AgreementAction.EraseEvidence, actor) is Verdict.Permitted,
                    MayConfirmErasure = row.Item.ConsiderErasure(agreement, AgreementAction.ConfirmErasure, actor) is Verdict.Permitted,
                    MayHaveFile = row.Item.ConsiderFile(agreement, actor) is Verdict.Permitted,
                }),
            ]
        );
    }

    /// <summary>What supports one place or section, for the partial view <c>_Evidence</c>.</summary>
    /// <param name="place">A pointer with item ids, such as <c>/legalLines/L1</c>, or the name of a section.</param>
    /// <exception cref="FormatException">The content of an agreement has no such place.</exception>
    public EvidenceAtPlace At(string place)
    {
        var here = EvidencePlace.Parse(place);
        return new EvidenceAtPlace(_reference, here, [.. Current.Where(row => row.Item.Place?.IsWithin(here) is true)], _mayAdd);
    }
}

/// <summary>The evidence for one place of the agreement, and whether the person may add some.</summary>
public sealed record EvidenceAtPlace(string Reference, EvidencePlace Place, IReadOnlyList<EvidenceRow> Rows, bool MayAdd);

/// <summary>A piece of evidence with the names and answers that a page shows with it.</summary>
public sealed record EvidenceRow(EvidenceItem Item, EvidenceValidity Validity, DateOnly Today, string Reference)
{
    public required string Organisation { get; init; }
    public required string AddedBy { get; init; }
    public required string? RemovedBy { get; init; }
    public required string? ErasedBy { get; init; }

    /// <summary>The item that it supports has been taken out of the agreement since.</summary>
    public required bool PlaceIsGone { get; init; }

    /// <summary>The title of what has taken its place.</summary>
    public required string? ReplacedBy { get; init; }
    public required bool MayChange { get; init; }
    public required bool MayErase { get; init; }
    public required bool MayConfirmErasure { get; init; }
    public required bool MayHaveFile { get; init; }
}
