using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Web.Pages.Agreements.Approval;
using Microsoft.AspNetCore.Mvc;

namespace DataSharing.Web.Pages.Agreements;

/// <summary>Which version the page is about, and which others there are for the person.</summary>
public abstract partial class AgreementPageModel
{
    /// <summary>What was said of the version before this one that made it a draft again; null if nothing was.</summary>
    public Decision? CameBackBecause =>
        Version.IsFrozen
            ? null
            : Agreement
                .PredecessorOf(Version)
                ?.Stages.Select(s => s.Decision)
                .FirstOrDefault(d => d?.Outcome is DecisionOutcome.Returned or DecisionOutcome.Declined);

    /// <summary>The versions that the person may read, newest first.</summary>
    public IReadOnlyList<AgreementVersion> SeenVersions =>
        [.. Agreement.Versions.Where(v => v.IsSeenBy(Actor)).OrderByDescending(v => v.Ordinal)];

    /// <summary>The version that this one was opened from, if it was returned and the person may read it.</summary>
    public AgreementVersion? Returned =>
        Agreement.PredecessorOf(Version) is { Status: VersionStatus.ChangesRequested } before && before.IsSeenBy(Actor) ? before : null;

    /// <summary>
    /// The version in force beside this one, or the one in preparation beside this one, if the person may read it; else null.
    /// </summary>
    public AgreementVersion? Beside =>
        new[] { Agreement.InForce, Agreement.InPreparation }.FirstOrDefault(other =>
            other is not null && other != Version && other.IsSeenBy(Actor)
        );

    /// <summary>The version on which a decision of this agreement was taken.</summary>
    public ShownVersion VersionOf(Decision decision)
    {
        var version = Agreement.Versions.Single(v => v.Id == decision.VersionId);
        return new ShownVersion(
            version.Label.ToString(),
            version.IsSeenBy(Actor) ? Url.Page("/Agreements/Reading/Details", new { Reference, n = version.Ordinal }) : null
        );
    }

    /// <summary>Which version the page is about where the address names none.</summary>
    protected virtual Subject Subject => AgreementPermissions.SubjectOf(action);

    private Verdict Take(Agreement agreement, Actor actor)
    {
        var wanted = Subject switch
        {
            _ when N is { } n => agreement.Version(n),
            Subject.InForce => agreement.InForce,
            _ => agreement.InPreparation,
        };
        var shown = N is null ? agreement.ShownTo(actor) : null;
        if ((wanted?.IsSeenBy(actor) is true ? wanted : shown) is not { } version)
        {
            return Verdict.Hidden;
        }

        (Agreement, Actor, Version) = (agreement, actor, version);
        return Consider(agreement, version, actor);
    }
}
