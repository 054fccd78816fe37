namespace DataSharing.Domain.Agreements;

public readonly record struct AgreementVersionId(Guid Value)
{
    public static AgreementVersionId New() => new(Guid.CreateVersion7());
}
