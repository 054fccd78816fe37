using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json;
using System.Text.Json.Serialization;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;
using DataSharing.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Persistence.Agreements;

/// <summary>Reads, in one query, what the portal knows about agreements from elsewhere (<see cref="Records"/>).</summary>
public static class RecordsReader
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Of similar agreements only those to which the drafting organisation is a party: it may know of no others.</summary>
    public static async Task<ReadRecords> RecordsOfAsync(
        this DataSharingDbContext db,
        Agreement agreement,
        AgreementVersion version,
        CancellationToken cancellationToken = default
    )
    {
        var (records, organisations) = await db.ReadAsync([version], agreement.DraftingOrganisation, version.Shares, cancellationToken);
        return new ReadRecords(records(version), organisations);
    }

    /// <summary>For a batch of versions, without the agreements that are like them.</summary>
    internal static Task<(
        Func<AgreementVersion, Records> Records,
        IReadOnlyDictionary<string, OrganisationId> Organisations
    )> RecordsOfAsync(this DataSharingDbContext db, IReadOnlyCollection<AgreementVersion> versions, CancellationToken cancellationToken) =>
        db.ReadAsync(versions, default, [], cancellationToken);

    private static async Task<(Func<AgreementVersion, Records>, IReadOnlyDictionary<string, OrganisationId>)> ReadAsync(
        this DataSharingDbContext db,
        IReadOnlyCollection<AgreementVersion> versions,
        OrganisationId draftingOrganisation,
        IReadOnlyCollection<string> shares,
        CancellationToken cancellationToken
    )
    {
        string[] organisations = [.. versions.SelectMany(v => v.Content.Parties).Select(party => party.OrgId).OfType<string>().Distinct()];
        Guid[] agreements = [.. versions.Select(v => v.AgreementId.Value)];
        string[] same = [.. shares];

        // An identifier is found by its two columns, which have the index. What one organisation alone may read does not judge for all.
        var rows = await db
            .Database.SqlQuery<Row>(
                $"""
                SELECT 'Evidence' AS what, i.scheme || ':' || i.value AS key, to_jsonb(e)::text AS json
                FROM unnest({organisations}) AS named
                    JOIN organisation_identifiers i ON i.scheme = split_part(named, ':', 1)
                        AND i.value = substr(named, strpos(named, ':') + 1)
                    JOIN organisation_evidence e ON e.organisation_id = i.organisation_id
                UNION ALL
                SELECT DISTINCT 'Known', named,
                    jsonb_build_object('id', o.id, 'sector', o.sector, 'nation', o.nation, 'is_public_authority', o.is_public_authority,
                        'is_public_body', o.is_public_body, 'is_competent_authority', o.is_competent_authority,
                        'exercises_official_authority', o.exercises_official_authority)::text
                FROM unnest({organisations}) AS named
                    JOIN organisation_identifiers i ON i.scheme = split_part(named, ':', 1)
                        AND i.value = substr(named, strpos(named, ':') + 1)
                    JOIN organisations o ON o.id = i.organisation_id
                UNION ALL
                SELECT 'Attached', agreement_id::text,
                    jsonb_build_object('title', title, 'place', place, 'valid_to', valid_to, 'kind', kind)::text
                FROM evidence
                WHERE agreement_id = ANY ({agreements}) AND removed_at IS NULL AND erased_at IS NULL AND valid_to IS NOT NULL
                    AND visibility = 'AllParties'
                UNION ALL
                SELECT DISTINCT 'Declaration', agreement_id::text, 'true'
                FROM evidence
                WHERE agreement_id = ANY ({agreements}) AND removed_at IS NULL AND erased_at IS NULL AND visibility = 'AllParties'
                    AND kind = 'ConfidentialityDeclaration'
                UNION ALL
                SELECT 'Erased', agreement_id::text, jsonb_build_object('title', title, 'place', place)::text
                FROM evidence
                WHERE agreement_id = ANY ({agreements}) AND removed_at IS NULL AND erased_by <> erasure_asked_by
                    AND visibility = 'AllParties'
                UNION ALL
                SELECT 'Similar', share, to_jsonb(a.reference)::text
                FROM agreement_versions v
                    JOIN agreements a ON a.id = v.agreement_id
                    CROSS JOIN unnest(v.shares) AS share
                WHERE v.status = 'Active' AND v.shares && {same} AND share = ANY ({same}) AND a.id <> ALL ({agreements})
                    AND EXISTS (SELECT FROM agreement_access x WHERE x.version_id = v.id
                        AND x.organisation_id = {draftingOrganisation.Value})
                """
            )
            .AsPrepared()
            .ToListAsync(cancellationToken);

        var byOrganisation = rows.Where(row => row.What == "Evidence")
            .GroupBy(row => row.Key)
            .ToDictionary(
                g => g.Key,
                g => (IReadOnlyList<OrganisationEvidence>)[.. g.Select(row => row.As<EvidenceRow>().Evidence)],
                StringComparer.Ordinal
            );
        var attached = rows.Where(row => row.What == "Attached").ToLookup(row => row.Key, row => row.As<AttachedRow>().Attached);
        var erased = rows.Where(row => row.What == "Erased").ToLookup(row => row.Key, row => row.As<ErasedRow>().Erased);
        var declared = rows.Where(row => row.What == "Declaration").Select(row => row.Key).ToHashSet();
        var similar = rows.Where(row => row.What == "Similar")
            .Select(row => new SimilarAgreement(row.Key, row.As<string>()))
            .Distinct()
            .OrderBy(s => s.Reference, StringComparer.Ordinal)
            .ToValueList();
        var known = rows.Where(row => row.What == "Known").ToDictionary(row => row.Key, row => row.As<KnownRow>(), StringComparer.Ordinal);
        var facts = known.ToDictionary(row => row.Key, row => row.Value.Facts, StringComparer.Ordinal);
        return (
            version => new Records
            {
                Evidence = byOrganisation,
                Organisations = facts,
                Attached = attached[version.AgreementId.Value.ToString()].ToValueList(),
                Erased = erased[version.AgreementId.Value.ToString()].ToValueList(),
                HasConfidentialityDeclaration = declared.Contains(version.AgreementId.Value.ToString()),
                Similar = similar,
            },
            known.ToDictionary(row => row.Key, row => new OrganisationId(row.Value.Id), StringComparer.Ordinal)
        );
    }

    /// <param name="Key">The organisation's identifier, the agreement's id, or the share.</param>
    private sealed record Row(
        [property: Column("what")] string What,
        [property: Column("key")] string Key,
        [property: Column("json")] string Text
    )
    {
        public T As<T>() => JsonSerializer.Deserialize<T>(Text, Json)!;
    }

    private sealed record EvidenceRow(
        Guid Id,
        OrganisationEvidenceKind Kind,
        AssuranceType? Assurance,
        AssuranceLevel? Level,
        string Reference,
        DateOnly? ValidTo,
        DateOnly? LastReviewed,
        string[] Covers,
        string[] EarlierReferences
    )
    {
        public OrganisationEvidence Evidence =>
            OrganisationEvidence.Of(
                Kind,
                Assurance,
                new EvidenceTerm(Reference, ValidTo ?? LastReviewed!.Value, Level) { Covers = [.. Covers] },
                Id,
                EarlierReferences
            );
    }

    private sealed record KnownRow(
        Guid Id,
        Sector Sector,
        Jurisdiction Nation,
        bool IsPublicAuthority,
        bool IsPublicBody,
        bool IsCompetentAuthority,
        bool ExercisesOfficialAuthority
    )
    {
        public OrganisationFacts Facts =>
            new(Sector, Nation, IsPublicAuthority, IsPublicBody, IsCompetentAuthority, ExercisesOfficialAuthority);
    }

    private sealed record ErasedRow(string Title, string? Place)
    {
        public ErasedEvidence Erased => new(Title, PathOf(Place));
    }

    private static string? PathOf(string? place) => EvidencePlace.TryParse(place, out var known) ? known!.Path : null;

    private sealed record AttachedRow(string Title, string? Place, DateOnly ValidTo, EvidenceKind Kind)
    {
        public AttachedEvidence Attached => new(Title, PathOf(Place), ValidTo, Kind is EvidenceKind.APD or EvidenceKind.CAG);
    }
}

/// <summary>What the portal knows about a version from elsewhere, and which of its parties it knows at all.</summary>
/// <param name="Organisations">The registered organisations that the content names as its parties, by <c>scheme:value</c>.</param>
public sealed record ReadRecords(Records Records, IReadOnlyDictionary<string, OrganisationId> Organisations)
{
    public static ReadRecords None { get; } = new(Records.None, new Dictionary<string, OrganisationId>());
}
