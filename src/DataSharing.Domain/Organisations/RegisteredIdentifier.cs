namespace DataSharing.Domain.Organisations;

/// <summary>What a register calls an organisation: <c>GB-NHS:R0A</c>.</summary>
public sealed record RegisteredIdentifier(string Scheme, string Value)
{
    public const int SchemeMaxLength = 20;
    public const int ValueMaxLength = IdentifierScheme.ValueMaxLength;

    public override string ToString() => $"{Scheme}:{Value}";
}
