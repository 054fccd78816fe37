using DataSharing.Domain.Agreements.Content;
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
        var records = Evidence(party, OrganisationEvidenceKind.SecurityAssurance).Where(record => record.Assurance == assurance.Type).ToArray();

        // Without its name, the organisation's best of the same scheme: a new certificate is often recorded beside the old one.
        var record = records.FirstOrDefault(record => record.IsNamed(assurance.Ref))
            ?? records.Where(record => record.ValidTo > assurance.ValidTo).MaxBy(record => record.ValidTo);
        return record is null ? assurance : assurance with { Level = record.Level, ValidTo = record.ValidTo };
    }

    /// <summary>The day by which a policy document is to be reviewed.</summary>
    public DateOnly? ReviewDue(Party? party, PolicyDocument document) =>
        Record(party, OrganisationEvidenceKind.PolicyDocument, document.Ref)?.ValidTo ?? document.ReviewDue;

    /// <summary>The day of the yearly review of support under section 251.</summary>
    public DateOnly? ReviewDue(Party? party, Section251Support support) =>
        Record(party, OrganisationEvidenceKind.Section251Support, support.Ref)?.ValidTo ?? support.ReviewDue;

    public DateOnly? LastReviewed(PrivacyNotice notice) =>
        Record(Party(notice.Party), OrganisationEvidenceKind.PrivacyNotice, notice.Url)?.LastReviewed is { } recorded && !(recorded < notice.LastReviewed)
            ? recorded
            : notice.LastReviewed;

    /// <summary>Everything the agreement rests on that runs out some day.</summary>
    public IReadOnlyList<DatedEvidence> DatedEvidence => _datedEvidence.Value;

    private DatedEvidence[] FindDatedEvidence() =>
    [
        .. Dated(
            from party in Content.Parties
            from named in party.Assurances
            let now = Now(party, named)
            // Of two certificates of one scheme the one that holds longer counts.
            where !party.Assurances.Any(other => other != named && other.Type == named.Type && Now(party, other).ValidTo > now.ValidTo)
            select (
                $"{NameOf(party)}'s {(named.Type is { } type ? CodeLabels.Of(type) : "assurance")}", $"/parties/{party.Id}/assurances/{named.Id}", now.ValidTo,
                named.Type is AssuranceType.DSPT or AssuranceType.CyberEssentials or AssuranceType.CyberEssentialsPlus)),
        .. Dated(
            from party in Content.Parties
            from document in party.Apd
            select ($"{NameOf(party)}'s appropriate policy document {document.Ref}", $"/parties/{party.Id}/apd/{document.Id}", ReviewDue(party, document), true)),
        .. Dated(
            from party in Content.Parties
            where party.Art28 is not null && IsProcessor(party)
            select ($"The contract with {NameOf(party)}", $"/parties/{party.Id}/art28/validTo", party.Art28!.ValidTo, false)),
        .. Dated(
            from line in Content.LegalLines
            where line.Confidentiality?.Cag is { Regulation: not 3 }
            select ("Section 251 support " + line.Confidentiality!.Cag!.Ref, $"/legalLines/{line.Id}/confidentiality/cag", ReviewDue(Party(line.Party), line.Confidentiality.Cag), true)),
        .. Dated(
            from accreditation in Accreditations
            let record = Content.Parties.Select(party => Record(party, OrganisationEvidenceKind.Accreditation, accreditation.Reference)).FirstOrDefault(record => record is not null)
            select ($"Accreditation {accreditation.Reference}", accreditation.Path, record?.ValidTo, false)),
        .. Dated(
            from document in Records.Attached
            select ($"“{document.Title}”", document.Path ?? "/endDate", (DateOnly?)document.ValidTo, false))
    ];

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

    private static IEnumerable<DatedEvidence> Dated(IEnumerable<(string Name, string Path, DateOnly? ValidTo, bool Yearly)> evidence) =>
        evidence.Where(e => e.ValidTo is not null).Select(e => new DatedEvidence(e.Name.TrimEnd(), e.Path, e.ValidTo!.Value, e.Yearly));

    private OrganisationEvidence? Record(Party? party, OrganisationEvidenceKind kind, string? reference) =>
        Evidence(party, kind).FirstOrDefault(record => record.IsNamed(reference));

    private IEnumerable<OrganisationEvidence> Evidence(Party? party, OrganisationEvidenceKind kind) =>
        party?.OrgId is { } orgId && Records.Evidence.TryGetValue(orgId, out var records) ? records.Where(record => record.Kind == kind) : [];
}

/// <summary>Something that an agreement rests on, and until when it holds.</summary>
/// <param name="Path">Where the agreement names it.</param>
/// <param name="ValidTo">The last day on which it counts.</param>
/// <param name="Yearly">Renewed every year, so that it cannot hold to the end of most agreements.</param>
public sealed record DatedEvidence(string Name, string Path, DateOnly ValidTo, bool Yearly);
