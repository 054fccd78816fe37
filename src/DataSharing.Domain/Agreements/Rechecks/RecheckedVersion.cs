using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements.Rechecks;

/// <summary>What a check of a version in force finds that was not there before, and what it no longer finds.</summary>
public sealed record RecheckedVersion(IReadOnlyList<LiveFinding> Found, IReadOnlyList<LiveFinding> Cleared)
{
    // Rules about dates of evidence. Where neither law nor policy has changed, they fire because such a date has come.
    private static readonly HashSet<string> AboutEvidence = new(
        ["DSA-005", "DSA-035", "DSA-055", "DSA-079", "DSA-087", "DSA-101"],
        StringComparer.Ordinal
    );

    private static readonly RecheckedVersion AsBefore = new([], []);

    /// <param name="judgedBefore">By what it was judged the last time.</param>
    /// <param name="open">The findings on it that are open.</param>
    /// <param name="reason">Why it is checked now: where evidence was changed, that is why something is new, if nothing else is.</param>
    /// <param name="organisations">The parties' organisations, as <c>scheme:value</c>.</param>
    public static RecheckedVersion Of(
        AgreementVersion version,
        Criteria criteria,
        Criteria judgedBefore,
        Records records,
        IReadOnlyCollection<LiveFinding> open,
        OrganisationId draftingOrganisation,
        IReadOnlyDictionary<string, OrganisationId> organisations,
        RecheckReason reason,
        DateTimeOffset now
    )
    {
        var content = version.Content;
        var circumstances = version.Circumstances(Moment.InForce, now) with { Records = records };
        var findings = Check(criteria);
        if (findings.Count == 0 && open.Count == 0)
        {
            return AsBefore;
        }

        var accepted = version.Findings.Select(finding => finding.Key).ToHashSet();
        var known = open.Select(finding => finding.Key).ToHashSet();
        var fresh = findings
            .Where(finding => !accepted.Contains(finding.Key) && !known.Contains(finding.Key))
            .DistinctBy(finding => finding.Key)
            .ToArray();
        var there = findings.Select(finding => finding.Key).ToHashSet();

        // Judged as before in one respect at a time: what is then not found is there because of that respect.
        var byLawBefore = new Lazy<HashSet<FindingKey>>(() =>
            [.. Check(criteria with { LawBook = judgedBefore.LawBook }).Select(finding => finding.Key)]
        );
        var byPolicyBefore = new Lazy<HashSet<FindingKey>>(() =>
            [.. Check(criteria with { Policy = judgedBefore.Policy }).Select(finding => finding.Key)]
        );
        return new RecheckedVersion(
            [
                .. fresh.Select(finding =>
                    LiveFinding.Of(finding, criteria.Policy.Number, CauseOf(finding), judgedBefore, version.Id, OwnerOf(finding), now)
                ),
            ],
            [.. open.Where(finding => !there.Contains(finding.Key))]
        );

        IReadOnlyList<Finding> Check(Criteria by) =>
            [.. AgreementRules.Check(new Reading(content, by, circumstances)).Where(finding => finding.Severity is not Severity.Info)];

        FindingCause CauseOf(Finding finding) =>
            criteria.LawBook.Number != judgedBefore.LawBook.Number && !byLawBefore.Value.Contains(finding.Key) ? FindingCause.Law
            : criteria.Policy.Number != judgedBefore.Policy.Number && !byPolicyBefore.Value.Contains(finding.Key) ? FindingCause.Policy
            : reason is RecheckReason.Evidence || AboutEvidence.Contains(finding.RuleId) ? FindingCause.Evidence
            : FindingCause.Day;

        OrganisationId OwnerOf(Finding finding) =>
            PartyOf(content, finding.Path)?.OrgId is { } orgId && organisations.TryGetValue(orgId, out var owner)
                ? owner
                : draftingOrganisation;
    }

    /// <summary>The party that a place of the content is about; null if it is not about one alone.</summary>
    private static Party? PartyOf(AgreementContent content, string path)
    {
        var id = path.Split('/') switch
        {
            ["", "parties", var party, "art28", ..] => content.Parties.FirstOrDefault(p => p.Id == party)?.ProcessorFor
                is [var controller, ..]
                ? controller
                : null, // whom it works for has the contract
            ["", "parties", var party, ..] => party,
            ["", "legalLines", var line, ..] => content.LegalLines.FirstOrDefault(l => l.Id == line)?.Party,
            ["", "privacyNotices", var notice, ..] => content.PrivacyNotices.FirstOrDefault(n => n.Id == notice)?.Party,
            ["", "datasets", var ds, ..] => content.Datasets.FirstOrDefault(d => d.Id == ds)?.Controller,
            ["", "flows", var flow, ..] => content.Flows.FirstOrDefault(f => f.Id == flow)?.From,
            ["", "retention", var row, ..] => content.Retention.FirstOrDefault(r => r.Id == row)?.Party,
            _ => null,
        };
        return content.Parties.FirstOrDefault(party => party.Id == id);
    }
}
