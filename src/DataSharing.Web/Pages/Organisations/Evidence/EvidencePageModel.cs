using System.Text.Encodings.Web;
using System.Text.Json;
using DataSharing.Domain.Agreements.Rechecks;
using DataSharing.Domain.Organisations;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.Jobs;
using DataSharing.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>A page that changes what an organisation's agreements rest on: they are checked again at once.</summary>
public abstract class EvidencePageModel(DataSharingDbContext db, SignedIn signedIn, RecheckSignal recheck)
    : OrganisationPageModel(db, signedIn, OrganisationAction.KeepEvidence)
{
    private static readonly JsonSerializerOptions AsInContent = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SignedIn _signedIn = signedIn;

    [BindProperty]
    public EvidenceForm Form { get; set; } = new();

    /// <summary>What a policy document may cover, by the law book that counts.</summary>
    public IReadOnlyList<Choice> Conditions { get; private set; } = [];

    /// <summary>What the form is to know besides what was typed.</summary>
    protected async Task PrepareAsync(OrganisationEvidenceKind kind)
    {
        (Form.Kind, Form.Today) = (kind, await _signedIn.Clock.TodayAsync());
        Conditions = EvidenceForm.Conditions((await _signedIn.Clock.CriteriaAsync()).LawBook);
    }

    /// <summary>How many agreements in force say one of the names of this evidence.</summary>
    protected Task<int> NamedInForceAsync(OrganisationEvidence evidence, CancellationToken cancellationToken)
    {
        string[] names =
        [
            .. evidence.EarlierReferences.Append(evidence.Reference).Select(name => JsonSerializer.Serialize(name, AsInContent)),
        ];
        return Db
            .Database.SqlQuery<int>(
                $"""
                SELECT count(*)::integer AS "Value"
                FROM agreement_versions v
                WHERE v.status IN ('Active', 'Suspended')
                    AND EXISTS (SELECT FROM agreement_access x WHERE x.version_id = v.id AND x.organisation_id = {Id})
                    AND EXISTS (
                        SELECT FROM version_contents c, unnest({names}) AS name
                        WHERE c.version_id = v.id AND strpos(convert_from(c.canonical_content, 'UTF8'), name) > 0)
                """
            )
            .SingleAsync(cancellationToken);
    }

    /// <param name="told">What the page it leads to says was done.</param>
    protected async Task<IActionResult> SaveAsync(Action<DateTimeOffset> change, EvidenceDone told, CancellationToken cancellationToken)
    {
        var now = await Db.NowAsync(cancellationToken);
        change(now);
        await Db.SaveChangesAsync(cancellationToken);
        recheck.Wake();
        return RedirectToPage("/Organisations/Details", null, new { id = Id, told }, "evidence");
    }
}
