using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Lists;
using Npgsql;

namespace DataSharing.Persistence.Lists;

/// <summary>What is asked for, as SQL and its parameters.</summary>
internal sealed record ListQuestion(IReadOnlyList<Viewpoint> Viewpoints, string? Words, VersionStatus? State, ListKey After)
{
    /// <summary>The same agreements as others of my viewpoints show them.</summary>
    private const string MySights = "agreement_sights o JOIN mine m ON m.organisation_id = o.organisation_id AND m.viewer = o.viewer";

    private static readonly VersionStatus[] StatesInForce = [.. VersionStates.InForce];

    public string Order { get; init; } = "s.due, s.reference";

    /// <summary>What is asked for is one agreement, by its reference.</summary>
    public AgreementReference? Reference { get; } = AgreementReference.TryRead(Words, out var reference) ? reference : null;

    /// <summary>All versions of my organisations that say the words; null where each row's own words are read.</summary>
    public Guid[]? Mentioning { get; init; }

    private bool IsOfOneViewpoint => Viewpoints.Count == 1;

    /// <summary>Some rows that are walked are not shown.</summary>
    public bool LeavesOut => !IsOfOneViewpoint || Words is not null;

    private bool IsInForce => State is { } state && StatesInForce.Contains(state);

    public IEnumerable<string> Ranges =>
        Enumerable
            .Range(1, Viewpoints.Count)
            .Select(i => $"organisation_id = (@organisations)[{i}] AND viewer = (@viewers)[{i}]")
            .SelectMany(own =>
                State is null ? new[] { own }
                : IsInForce ? [$"{own} AND status = @state", $"{own} AND in_force_status = @state"]
                : [$"{own} AND status = @state"]
            );

    /// <summary>A row is the agreement's only if none of my viewpoints shows another that goes before it.</summary>
    public string Conditions =>
        string.Join(" AND ", new[] { IsOfOneViewpoint ? null : IsFirst, OfState, Says }.OfType<string>().DefaultIfEmpty("true"));

    public const string IsMine = "(s.organisation_id, s.viewer) IN (SELECT organisation_id, viewer FROM mine)";

    // OFFSET 0 keeps the planner from joining, and so from sorting all that is walked before the first row comes.
    private string IsFirst =>
        $"""
            NOT EXISTS (
                SELECT FROM {MySights}
                WHERE o.agreement_id = s.agreement_id AND (o.rank, o.viewer, o.organisation_id) > (s.rank, s.viewer, s.organisation_id)
                    {(IsInForce ? "AND (o.status = @state OR o.in_force_status = @state)" : "")} OFFSET 0)
            """;

    // What is found by its words is not walked by its state.
    private string? OfState =>
        State is null || Words is null ? null
        : IsInForce ? "(s.status = @state OR s.in_force_status = @state)"
        : "s.status = @state";

    private string? Says =>
        Words is null || Reference is not null ? null
        : Mentioning is not null ? "(s.version_id IN (SELECT unnest(@mentioning)) OR s.in_force_id IN (SELECT unnest(@mentioning)))"
        : "EXISTS (SELECT FROM version_words w WHERE w.version_id IN (s.version_id, s.in_force_id) "
            + "AND w.words @@ (SELECT sought_words(@words)) OFFSET 0)";

    /// <summary>The version to show: of all viewpoints the one that goes first, whichever of them matched.</summary>
    public string Shown =>
        IsOfOneViewpoint
            ? "p.version_id"
            : $"""
                (SELECT o.version_id FROM {MySights}
                WHERE o.agreement_id = p.agreement_id ORDER BY o.rank DESC LIMIT 1)
                """;

    /// <summary>The version in force, which another viewpoint may show than the one that shows its next version.</summary>
    public string InForce =>
        IsOfOneViewpoint
            ? $"coalesce(p.in_force_id, CASE WHEN p.status IN ({InForceNames}) THEN p.version_id END)"
            : $"""
                (SELECT coalesce(o.in_force_id, o.version_id) FROM {MySights}
                WHERE o.agreement_id = p.agreement_id AND (o.in_force_id IS NOT NULL OR o.status IN ({InForceNames})) LIMIT 1)
                """;

    private static string InForceNames => string.Join(", ", StatesInForce.Select(status => $"'{status}'"));

    // A parameter belongs to one command, so each gets its own.
    public NpgsqlParameter[] Parameters =>
        [
            new("organisations", Viewpoints.Select(viewpoint => viewpoint.Organisation.Value).ToArray()),
            new("viewers", Viewpoints.Select(viewpoint => viewpoint.Viewer).ToArray()),
            new("due", After.Due),
            new("reference", After.Reference?.Value ?? ""),
            .. State is { } state ? [new NpgsqlParameter("state", state.ToString())] : Array.Empty<NpgsqlParameter>(),
            .. Mentioning is { } mentioning ? [new NpgsqlParameter("mentioning", mentioning)] : Array.Empty<NpgsqlParameter>(),
            .. Words is { } words ? [new NpgsqlParameter("words", words)] : Array.Empty<NpgsqlParameter>(),
        ];
}
