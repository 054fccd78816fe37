using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Persistence;
using DataSharing.Web.Access;
using DataSharing.Web.TagHelpers;
using DataSharing.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Pages.Agreements.Evidence;

/// <summary>Puts a document beside the agreement, in the place of an older one if the address names it.</summary>
[Counts(Deed.Upload)]
public sealed class AddModel(DataSharingDbContext db, SignedIn signedIn, IValidator<EvidenceForm> validator)
    : AgreementPageModel(db, signedIn, AgreementAction.KeepEvidence)
{
    [BindProperty]
    public EvidenceForm Form { get; set; } = new();

    [FromQuery]
    public Guid? Replaces { get; set; }

    /// <summary>What it is to support, said by the page that led here.</summary>
    [FromQuery]
    public string? Place { get; set; }

    public EvidenceItem? Replaced { get; private set; }

    public string FileHint { get; } =
        $"{FileTypes.InWords}, at most {CheckedFile.LargestSize / 1024 / 1024} MB, without macros or password";

    public IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<EvidenceKind>().Select(k => new Choice(k.ToString(), k.InWords()))];

    public IReadOnlyList<Choice> Visibilities { get; } =
    [.. Enum.GetValues<EvidenceVisibility>().Select(v => new Choice(v.ToString(), v.InWords()))];

    /// <summary>A place that the agreement no longer has stays chosen until somebody chooses another.</summary>
    public IEnumerable<Choice> PlaceChoices
    {
        get
        {
            var known = EvidencePlaces.In(Version.Document.Content).ToList();
            return EvidencePlace.TryParse(Form.Place, out var chosen) && known.All(choice => choice.Value != Form.Place)
                ? known.Append(new Choice(Form.Place!, chosen!.InWords()))
                : known;
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindReplacedAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        Form = new EvidenceForm
        {
            Kind = Replaced?.Kind,
            Title = Replaced?.Title,
            Reference = Replaced?.Reference,
            Visibility = Replaced?.Visibility ?? EvidenceVisibility.AllParties,
            Place = Replaced?.Place?.ToString() ?? Place,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindReplacedAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await Db.Evidence.CountAsync(e => e.AgreementId == Agreement.Id, cancellationToken) >= EvidenceItem.MostPerAgreement)
        {
            ModelState.AddModelError(
                "",
                $"An agreement holds {EvidenceItem.MostPerAgreement} pieces of evidence, and this one has them. "
                    + "Give a link or a reference in one that is there"
            );
        }

        this.IsValid(Form, validator);
        var file = Form.File is { } sent ? await UploadedEvidence.ReadAsync(sent, Form, ModelState, cancellationToken) : null;
        if (!ModelState.IsValid)
        {
            return this.Invalid();
        }

        var item = EvidenceItem.Add(Agreement, EvidenceId.New(), Form.ToDetails(), file, Replaced, Actor, Now);
        Db.Evidence.Add(item);
        if (file is not null)
        {
            Db.EvidenceFiles.Add(EvidenceFile.Of(item, file));
        }

        await SaveAsync(cancellationToken);
        return To("Evidence/Index");
    }

    protected override Verdict Consider(Agreement agreement, AgreementVersion version, Actor actor) =>
        agreement.Consider(AgreementAction.KeepEvidence, actor, agreement.Newest);

    private async Task<IActionResult?> FindReplacedAsync(CancellationToken cancellationToken)
    {
        if (Replaces is not { } replaces)
        {
            return null;
        }

        Replaced = await Db.Evidence.SingleOrDefaultAsync(e => e.Id == new EvidenceId(replaces), cancellationToken);
        return Replaced?.Consider(Agreement, Actor) switch
        {
            Verdict.Permitted => null,
            Verdict.Forbidden => StatusCode(StatusCodes.Status403Forbidden),
            Verdict.NotNow => throw new StaleDecisionException("It has been removed or replaced already."),
            _ => NotFound(),
        };
    }
}
