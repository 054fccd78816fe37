using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements.Approval;

/// <summary>The route of a version: what is done, what waits and on whom, and what is not needed.</summary>
public sealed class RouteModel(DataSharingDbContext db, SignedIn signedIn) : AgreementPageModel(db, signedIn, AgreementAction.View)
{
    public Names Names { get; private set; } = null!;

    public ShownRoute Route { get; private set; } = null!;

    public int Done => Version.Stages.Count(s => s.IsDecided);

    public IReadOnlyList<Stage> Spoken => [.. Version.Stages.Where(s => s.Standing is not null).OrderByDescending(s => s.Standing!.At)];

    public IReadOnlyList<UnneededStage> NotNeeded => CheckAt(Moment.Signature).Route.NotNeeded;

    protected override bool IsJudged => true;

    public string WaitingFor
    {
        get
        {
            var open = Version
                .Stages.Where(s => s.Status is StageStatus.Open)
                .Select(s => $"{s.Role.Name()} of {Names.Of(s.Organisation)}")
                .Distinct()
                .ToList();
            return open.Count == 0 ? "" : $"Waiting for {string.Join("; ", open)}.";
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Names = await Names.ReadAsync(
            Db,
            [
                .. Version.Stages.SelectMany(s =>
                    new PersonId?[] { s.Standing?.Person, s.Signature?.Person, s.Standing?.Acceptance?.Person }
                ),
                .. Version.Justifications.Select(j => (PersonId?)j.Person),
            ],
            Version.Stages.Select(s => (OrganisationId?)s.Organisation),
            cancellationToken
        );
        Route = ShownRoute.Of(Version, Today, Names, LinkTo, VersionOf);
    }

    /// <summary>Only to a stage that the person may decide now.</summary>
    private string? LinkTo(Stage stage) =>
        stage.Status is StageStatus.Open && stage.Organisation == Actor.Organisation && Actor.Holds(stage.Role)
            ? Url.Page(
                stage.Mode is StageMode.Sign ? "/Agreements/Approval/Sign" : "/Agreements/Approval/Decide",
                new
                {
                    Reference,
                    n = Version.Ordinal,
                    number = stage.Number,
                }
            )
            : null;
}
