namespace DataSharing.Domain.Agreements;

/// <summary>A party as history tells it.</summary>
public sealed record PartyTold(string PartyId, string Name, OrganisationId Organisation);
