using DataSharing.Domain.Organisations;

namespace DataSharing.Web.Pages.Organisations.Evidence;

/// <summary>How a kind of evidence is spoken of.</summary>
/// <param name="Slug">In addresses.</param>
/// <param name="Plural">As a heading.</param>
/// <param name="One">"a security assurance".</param>
/// <param name="Reference">The question for what it is called.</param>
/// <param name="Date">The question for its date.</param>
public sealed record EvidenceWords(
    OrganisationEvidenceKind Kind,
    string Slug,
    string Plural,
    string One,
    string Reference,
    string? ReferenceHint,
    string Date
)
{
    public static IReadOnlyList<EvidenceWords> All { get; } =
    [
        new(
            OrganisationEvidenceKind.SecurityAssurance,
            "security-assurance",
            "Security assurances",
            "a security assurance",
            "Certificate or publication reference",
            null,
            "Valid until"
        ),
        new(
            OrganisationEvidenceKind.PolicyDocument,
            "policy-document",
            "Appropriate policy documents",
            "an appropriate policy document",
            "What the document is called",
            "Exactly as agreements call it, for example APD-ASC-2026",
            "Next review due by"
        ),
        new(
            OrganisationEvidenceKind.Section251Support,
            "section-251-support",
            "Section 251 support",
            "section 251 support",
            "Reference of the Confidentiality Advisory Group",
            "For example 25/CAG/0123",
            "Yearly review due by"
        ),
        new(
            OrganisationEvidenceKind.Accreditation,
            "accreditation",
            "Accreditations",
            "an accreditation",
            "Reference of the accreditation",
            "Of a project, of researchers or of a processing environment, exactly as agreements name it",
            "Valid until"
        ),
        new(
            OrganisationEvidenceKind.PrivacyNotice,
            "privacy-notice",
            "Privacy notices",
            "a privacy notice",
            "Address of the notice",
            "As in agreements, starting with https",
            "Last looked through on"
        ),
    ];

    public static EvidenceWords Of(OrganisationEvidenceKind kind) => All.Single(words => words.Kind == kind);

    public bool HasScheme => Kind is OrganisationEvidenceKind.SecurityAssurance;

    public bool HasConditions => Kind is OrganisationEvidenceKind.PolicyDocument;

    public bool IsPrivacyNotice => Kind is OrganisationEvidenceKind.PrivacyNotice;
}
