namespace DataSharing.Domain.Editions;

public readonly record struct EditionId(Guid Value)
{
    public static EditionId New() => new(Guid.CreateVersion7());
}
