using DataSharing.Domain.Content;

namespace DataSharing.Domain.Organisations;

/// <summary>
/// Evidence with a date that an organisation keeps once, for all its agreements. An agreement names it; until when it holds is said here,
/// so that renewing it needs no new version of any agreement.
/// </summary>
public sealed class OrganisationEvidence
{
    public const int ReferenceMaxLength = 300;

    private OrganisationEvidence() { } // for EF Core

    public required Guid Id { get; init; }
    public required OrganisationEvidenceKind Kind { get; init; }

    /// <summary>Of a security assurance.</summary>
    public AssuranceType? Assurance { get; init; }

    /// <summary>Of a security assurance whose scheme has levels.</summary>
    public AssuranceLevel? Level { get; private set; }

    /// <summary>The certificate's number, the document's name, the committee's reference, the notice's address.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The conditions that a policy document covers, as agreements write them.</summary>
    public IReadOnlyList<string> Covers { get; private set; } = [];

    /// <summary>What it was called before it was renewed; agreements may still name it so.</summary>
    public IReadOnlyList<string> EarlierReferences { get; private set; } = [];

    /// <summary>The last day on which it counts: it expires, or its review is due. A privacy notice has none.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>When a privacy notice was last looked through.</summary>
    public DateOnly? LastReviewed { get; private set; }

    /// <param name="earlierReferences">What it was called before, where it is read and not recorded.</param>
    /// <exception cref="DomainRuleException">What was said does not fit together.</exception>
    public static OrganisationEvidence Of(
        OrganisationEvidenceKind kind,
        AssuranceType? assurance,
        EvidenceTerm term,
        Guid? id = null,
        IReadOnlyList<string>? earlierReferences = null
    )
    {
        if ((kind is OrganisationEvidenceKind.SecurityAssurance) != assurance is not null)
        {
            throw new DomainRuleException("A security assurance has a scheme, and nothing else has one.");
        }

        var evidence = new OrganisationEvidence
        {
            Id = id ?? Guid.CreateVersion7(),
            Kind = kind,
            Assurance = assurance,
        };
        evidence.Take(term);
        evidence.EarlierReferences = earlierReferences ?? [];
        return evidence;
    }

    /// <summary>What it says of itself now.</summary>
    public EvidenceTerm Term => new(Reference, ValidTo ?? LastReviewed!.Value, Level) { Covers = [.. Covers] };

    public bool IsNamed(string? reference) =>
        reference is not null && (Reference == reference || EarlierReferences.Contains(reference, StringComparer.Ordinal));

    public bool HasExpiredOn(DateOnly day) => ValidTo < day;

    internal void Renew(EvidenceTerm term)
    {
        var before = Reference;
        Take(term);
        if (before != Reference && !EarlierReferences.Contains(before, StringComparer.Ordinal))
        {
            EarlierReferences = [.. EarlierReferences, before];
        }
    }

    private void Take(EvidenceTerm term)
    {
        if (string.IsNullOrWhiteSpace(term.Reference) || term.Reference.Length > ReferenceMaxLength)
        {
            throw new DomainRuleException($"Evidence has a reference of at most {ReferenceMaxLength} characters.");
        }

        if ((Assurance is AssuranceType.DSPT) != term.Level is not null)
        {
            throw new DomainRuleException("The NHS toolkit has a result, and nothing else has one.");
        }

        if (Kind is not OrganisationEvidenceKind.PolicyDocument && term.Covers.Count > 0)
        {
            throw new DomainRuleException("Only a policy document covers conditions.");
        }

        (Reference, Level, Covers) = (term.Reference, term.Level, [.. term.Covers]);
        ValidTo = Kind is OrganisationEvidenceKind.PrivacyNotice ? null : term.Date;
        LastReviewed = Kind is OrganisationEvidenceKind.PrivacyNotice ? term.Date : null;
    }
}

/// <summary>What a renewal may change of evidence.</summary>
/// <param name="Date">The last day on which it counts; of a privacy notice the day of its last review.</param>
/// <param name="Level">For a scheme with levels.</param>
public sealed record EvidenceTerm(string Reference, DateOnly Date, AssuranceLevel? Level = null)
{
    /// <summary>Conditions of DPA 2018 Sch 1 and <see cref="Law.LawBook.Part3PolicyDocument"/>, for a policy document.</summary>
    public ValueSet<string> Covers { get; init; } = [];
}

public enum OrganisationEvidenceKind
{
    /// <summary>For example Cyber Essentials Plus.</summary>
    SecurityAssurance,

    /// <summary>Appropriate policy document (DPA 2018 Sch 1 para 39, s42).</summary>
    PolicyDocument,

    /// <summary>NHS Act 2006 s251, by the reference of the Confidentiality Advisory Group.</summary>
    Section251Support,

    /// <summary>Of a project, of researchers or of a processor (DEA 2017 s71).</summary>
    Accreditation,
    PrivacyNotice,
}
