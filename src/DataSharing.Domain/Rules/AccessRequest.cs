using DataSharing.Domain.Content;

namespace DataSharing.Domain.Rules;

/// <summary>An organisation that wants to join the agreement, and for what.</summary>
/// <param name="Organisation">An identifier of it, as <c>scheme:value</c>.</param>
/// <param name="NameOrClass">Its name, or the class of recipients it belongs to.</param>
public sealed record AccessRequest(string? Organisation, string? NameOrClass, PurposeCode? Purpose);
