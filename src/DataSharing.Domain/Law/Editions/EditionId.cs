namespace DataSharing.Domain.Law.Editions;

public readonly record struct EditionId(Guid Value)
{
    public static EditionId New() => new(Guid.CreateVersion7());
}
