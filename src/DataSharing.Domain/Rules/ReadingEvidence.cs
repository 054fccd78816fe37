using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.Rules;

/// <summary>
/// Until when evidence holds. The agreement names it; the organisation's own record, where it keeps one under that name, says the date, for
/// a renewal is recorded there once and the agreement is not written anew.
/// </summary>
public sealed partial class Reading
{
    /// <summary>The assurance as it is today: what the organisation's record of it says, else what the agreement says.</summary>
    public Assurance Now(Party party, Assurance assurance)
    {
        var records = Evidence(party, OrganisationEvidenceKind.SecurityAssurance)
            .Where(record => record.Assurance == assurance.Type)
            .ToArray();

        var named = records.FirstOrDefault(record => record.IsNamed(assurance.Ref));
        var stated = named is null ? assurance : assurance with { Level = named.Level, ValidTo = named.ValidTo };
        if (named is not null && !Past(named.ValidTo))
        {
            return stated;
        }

        // A new certificate is often recorded beside the old one: the latest result of the same scheme then counts, for better or worse.
        return records.Where(record => record.ValidTo > stated.ValidTo).MaxBy(record => record.ValidTo) is { } newer
            ? assurance with
            {
                Level = newer.Level,
                ValidTo = newer.ValidTo,
            }
            : stated;
    }

    /// <summary>The day by which a policy document is to be reviewed.</summary>
    public DateOnly? ReviewDue(Party? party, PolicyDocument document) =>
        Record(party, OrganisationEvidenceKind.PolicyDocument, document.Ref)?.ValidTo ?? document.ReviewDue;

    /// <summary>The conditions that a policy document covers: what the organisation's record of it says, if it says any.</summary>
    public IReadOnlyCollection<string> Covers(Party? party, PolicyDocument document) =>
        Record(party, OrganisationEvidenceKind.PolicyDocument, document.Ref) is { Covers: { Count: > 0 } covers }
            ? covers
            : document.CoversSch1;

    /// <summary>The day of the yearly review of support under section 251.</summary>
    public DateOnly? ReviewDue(Section251Support support) =>
        RecordOfAny(OrganisationEvidenceKind.Section251Support, support.Ref)?.ValidTo ?? support.ReviewDue;

    public DateOnly? LastReviewed(PrivacyNotice notice) =>
        Record(Party(notice.Party), OrganisationEvidenceKind.PrivacyNotice, notice.Url)?.LastReviewed is { } recorded
        && !(recorded < notice.LastReviewed)
            ? recorded
            : notice.LastReviewed;

    /// <summary>Everything the agreement rests on that runs out some day.</summary>
    public IReadOnlyList<DatedEvidence> DatedEvidence => _datedEvidence.Value;

    private DatedEvidence[] FindDatedEvidence() => [.. new[]
            {
                from party in Content.Parties
                from named in party.Assurances
                let now = Now(party, named)
                // Of two certificates of one scheme the one that holds longer counts.
                where !party.Assurances.Any(other => other != named && other.Type == named.Type && Now(party, other).ValidTo > now.ValidTo)
                select Dated(
                    $"{NameOf(party)}'s {(named.Type is { } type ? CodeLabels.Of(type) : "assurance")}",
                    named.Ref,
                    $"/parties/{party.Id}/assurances/{named.Id}",
                    now.ValidTo,
                    yearly: named.Type is AssuranceType.DSPT or AssuranceType.CyberEssentials or AssuranceType.CyberEssentialsPlus
                ),
                from party in Content.Parties
                from document in party.Apd
                select Dated(
                    $"{NameOf(party)}'s appropriate policy document {document.Ref}",
                    document.Ref,
                    $"/parties/{party.Id}/apd/{document.Id}",
                    ReviewDue(party, document),
                    yearly: true,
                    isReview: true
                ),
                from party in Content.Parties
                where party.Art28 is not null && IsProcessor(party)
                select Dated(
                    $"The contract with {NameOf(party)}",
                    party.Art28!.ContractRef,
                    $"/parties/{party.Id}/art28/validTo",
                    party.Art28.ValidTo,
                    renew: "Agree a new contract, and amend the agreement to name it."
                ),
                from line in Content.LegalLines
                where
                    LawBook.ConfidentialityRoute(line.Confidentiality?.Code)?.NeedsSection251Details is true
                    && line.Confidentiality?.Cag is { Regulation: not 3 }
                let cag = line.Confidentiality!.Cag!
                select Dated(
                    $"Section 251 support {cag.Ref}",
                    cag.Ref,
                    $"/legalLines/{line.Id}/confidentiality/cag",
                    ReviewDue(cag),
                    yearly: true,
                    isReview: true
                ),
                from accreditation in Accreditations
                select Dated(
                    $"Accreditation {accreditation.Reference}",
                    accreditation.Reference,
                    accreditation.Path,
                    RecordOfAny(OrganisationEvidenceKind.Accreditation, accreditation.Reference)?.ValidTo
                ),
                from document in Records.Attached
                select Dated(
                    $"“{document.Title}”, attached to this agreement,",
                    document.Title,
                    document.Path ?? "/endDate",
                    document.ValidTo,
                    document.Yearly,
                    renew: "Attach a newer document in its place."
                ),
            }.SelectMany(evidence => evidence).OfType<DatedEvidence>()];

    private IEnumerable<(string Reference, string Path)> Accreditations
    {
        get
        {
            if (Content.Dea is not { } dea)
            {
                yield break;
            }

            if (dea.ProjectAccreditation is { } project)
            {
                yield return (project, "/dea/projectAccreditation");
            }

            foreach (var researcher in dea.ResearcherAccreditations)
            {
                yield return (researcher, "/dea/researcherAccreditations");
            }

            if (dea.ProcessorAccreditation is { } processor)
            {
                yield return (processor, "/dea/processorAccreditation");
            }
        }
    }

    private static DatedEvidence? Dated(
        string name,
        string? reference,
        string path,
        DateOnly? validTo,
        bool yearly = false,
        bool isReview = false,
        string renew = "Renew it in the organisation's evidence, or name other evidence here."
    ) => validTo is { } day ? new DatedEvidence(name.TrimEnd(), reference ?? "", path, day, yearly, isReview, renew) : null;

    /// <summary>
    /// Of what one party holds and another names: support under section 251 is the applicant's, an accreditation the researcher's.
    /// </summary>
    private OrganisationEvidence? RecordOfAny(OrganisationEvidenceKind kind, string? reference) =>
        Content.Parties.Select(party => Record(party, kind, reference)).FirstOrDefault(record => record is not null);

    private OrganisationEvidence? Record(Party? party, OrganisationEvidenceKind kind, string? reference) =>
        Evidence(party, kind).FirstOrDefault(record => record.IsNamed(reference));

    private IEnumerable<OrganisationEvidence> Evidence(Party? party, OrganisationEvidenceKind kind) =>
        party?.OrgId is { } orgId && Records.Evidence.TryGetValue(orgId, out var records)
            ? records.Where(record => record.Kind == kind)
            : [];
}

/// <summary>Something that an agreement rests on, and until when it holds.</summary>
/// <param name="Reference">Its name alone, which tells it from others at the same place.</param>
/// <param name="Path">Where the agreement names it.</param>
/// <param name="ValidTo">The last day on which it counts.</param>
/// <param name="Yearly">Renewed every year, so that it cannot hold to the end of most agreements.</param>
/// <param name="IsReview">The day is that of a review, not of an end.</param>
/// <param name="Renew">What to do when it has run out.</param>
public sealed record DatedEvidence(string Name, string Reference, string Path, DateOnly ValidTo, bool Yearly, bool IsReview, string Renew);
