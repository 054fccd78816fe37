using DataSharing.Domain.Agreements;
using NpgsqlTypes;

namespace DataSharing.Persistence.Lists;

/// <summary>By what a version is found: its words, and the organisations that have to do with it as words among them.</summary>
internal sealed class VersionWords
{
    public required AgreementVersionId VersionId { get; init; }
    public required AgreementId AgreementId { get; init; }
    public required string SearchText { get; init; }

    /// <summary>Each as <see cref="Lexeme"/>.</summary>
    public required string[] Organisations { get; init; }
    public NpgsqlTsVector Words { get; private init; } = null!;

    /// <summary>An organisation as a word that nobody types and no text holds.</summary>
    public static string Lexeme(OrganisationId organisation) => $"org{organisation.Value:N}";
}
