using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;

namespace DataSharing.Domain.Rules;

/// <summary>
/// What the portal knows about an agreement from elsewhere: its organisations' evidence, what is attached, what is like it.
/// </summary>
public sealed record Records
{
    public static Records None { get; } = new();

    /// <summary>
    /// The evidence that an organisation keeps for all its agreements, by the identifier under which an agreement names it.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<OrganisationEvidence>> Evidence { get; init; } =
        new Dictionary<string, IReadOnlyList<OrganisationEvidence>>(StringComparer.Ordinal);

    /// <summary>What registered organisations say of themselves, by the identifier under which an agreement names them.</summary>
    public IReadOnlyDictionary<string, OrganisationFacts> Organisations { get; init; } =
        new Dictionary<string, OrganisationFacts>(StringComparer.Ordinal);

    /// <summary>The evidence beside this agreement that runs out some day.</summary>
    public ValueList<AttachedEvidence> Attached { get; init; } = [];

    /// <summary>Evidence whose file was erased after something was submitted with it, and in whose place nothing stands yet.</summary>
    public ValueList<ErasedEvidence> Erased { get; init; } = [];

    /// <summary>A confidentiality declaration is attached for all parties to read.</summary>
    public bool HasConfidentialityDeclaration { get; init; }

    /// <summary>Other agreements in force with the same flow for the same purpose.</summary>
    public ValueList<SimilarAgreement> Similar { get; init; } = [];
}

/// <summary>What an organisation is in law, as its own record has it now.</summary>
public sealed record OrganisationFacts(
    Sector Sector,
    Jurisdiction Nation,
    bool IsPublicAuthority,
    bool IsPublicBody,
    bool IsCompetentAuthority,
    bool ExercisesOfficialAuthority
);

/// <summary>A document attached to an agreement, as the rules look at it.</summary>
/// <param name="Path">A pointer to what it supports; none if it is the whole agreement.</param>
/// <param name="ValidTo">The last day on which it counts.</param>
/// <param name="Yearly">Of a kind that is renewed every year: a policy document, a letter of the Confidentiality Advisory Group.</param>
public sealed record AttachedEvidence(string Title, string? Path, DateOnly ValidTo, bool Yearly = false);

/// <param name="Path">A pointer to what it supported; none if it is the whole agreement.</param>
public sealed record ErasedEvidence(string Title, string? Path);

/// <summary>Another agreement that shares the same.</summary>
/// <param name="Share">What both share, as <see cref="Shares"/> names it.</param>
public sealed record SimilarAgreement(string Share, string Reference);
