using DataSharing.Documents.Narrative;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Law;

namespace DataSharing.Documents.Paper;

/// <summary>
/// A version of an agreement as the document that people read, sign and file. The Word file and the print view show the same one.
/// It has no clock: the same content, state, decisions, signatures and names make the same document.
/// </summary>
/// <param name="Kind">What kind of agreement it is, if that is answered.</param>
/// <param name="Mark">What is printed across every page, because nobody may rely on this version: "Draft". Null for one that was
/// approved.</param>
/// <param name="About">What identifies the version: label and value.</param>
public sealed record AgreementPaper(
    string Reference,
    string Version,
    string Title,
    string? Kind,
    string? Mark,
    IReadOnlyList<string> Parties,
    IReadOnlyList<(string Label, string Value)> About,
    IReadOnlyList<NarrativeSection> Clauses,
    IReadOnlyList<PaperDecision> Decisions,
    IReadOnlyList<PaperSignature> Signatures,
    string Fingerprint
)
{
    public const string ContentsHeading = "Contents";
    public const string DecisionsHeading = "How this version was decided";
    public const string SignaturesHeading = "Signatures";

    /// <summary>What is said where a clause has nothing.</summary>
    public const string EmptyClause = "This version says nothing about this.";

    /// <summary>"Version 1.0 of DSA-2026-00042".</summary>
    public string Name => $"Version {Version} of {Reference}";

    /// <summary>What the signatures bind.</summary>
    public string SignaturesSay => $"Each signature binds the content of this version, whose fingerprint (SHA-256) is {Fingerprint}.";

    /// <param name="lawBook">By which the version was checked; today's for a draft.</param>
    /// <param name="names">Of those who decided and signed.</param>
    public static AgreementPaper Of(AgreementReference reference, AgreementVersion version, LawBook lawBook, Names names)
    {
        var content = version.Document.Content;
        return new AgreementPaper(
            reference.Value,
            version.Label.ToString(),
            content.Title ?? "Agreement without a title",
            content.AgreementType is { } kind ? CodeLabels.Of(kind) : null,
            MarkOf(version.Status),
            [.. content.Parties.Select(party => party.Name ?? party.Id)],
            [.. AboutOf(reference, version)],
            AgreementNarrative.Of(content, lawBook).Sections,
            [.. version.Stages.Where(stage => stage.Standing is not null).Select(stage => PaperDecision.Of(stage, stage.Standing!, names))],
            [.. SignaturesOf(version, content, names)],
            version.ContentHash.Hex
        );
    }

    /// <summary>What is printed across the pages of a version in this state; null if nothing is.</summary>
    public static string? MarkOf(VersionStatus status) =>
        status switch
        {
            VersionStatus.Draft
            or VersionStatus.InPartnerReview
            or VersionStatus.Submitted
            or VersionStatus.InApproval
            or VersionStatus.ChangesRequested
            or VersionStatus.AwaitingSignatures => "Draft",
            VersionStatus.Rejected or VersionStatus.Withdrawn => status.InWords(),
            _ => null,
        };

    private static IEnumerable<(string Label, string Value)> AboutOf(AgreementReference reference, AgreementVersion version)
    {
        yield return ("Reference", reference.Value);
        yield return ("Version", version.Label.ToString());
        yield return ("State", version.Status.InWords());
        if (version.FrozenAt is { } frozen)
        {
            yield return ("Submitted for approval", Words.Date(frozen.UkDay()));
        }

        if (version.FinalApprovalDate is { } approved)
        {
            yield return ("Last mandatory approval", Words.Date(approved));
        }

        if (version.ActivatedAt is { } activated)
        {
            yield return ("In force from", Words.Date(activated.UkDay()));
        }

        if (version.NextReviewDate is { } review)
        {
            yield return ("To be reviewed by", Words.Date(review));
        }

        if (version.LawBookNumber is { } number)
        {
            yield return ("Checked against", $"Law book {number}");
        }

        yield return ("Fingerprint (SHA-256)", version.ContentHash.Hex);
    }

    /// <summary>A line for every controller. Before the route is known, the content says which parties are controllers.</summary>
    private static IEnumerable<PaperSignature> SignaturesOf(AgreementVersion version, AgreementContent content, Names names)
    {
        Stage[] signing = [.. version.Stages.Where(stage => stage.Mode is StageMode.Sign)];
        return signing.Length > 0
            ? signing.Select(stage =>
                PaperSignature.Of(
                    content.Parties.FirstOrDefault(party => party.Id == stage.PartyId)?.Name ?? names.Of(stage.Organisation),
                    stage,
                    version,
                    names
                )
            )
            : content
                .Parties.Where(party =>
                    party.Roles.Any(role => role is PartyRole.Controller or PartyRole.JointController or PartyRole.CompetentAuthority)
                )
                .Select(party => PaperSignature.Missing(party.Name ?? party.Id));
    }
}
