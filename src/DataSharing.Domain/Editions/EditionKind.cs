namespace DataSharing.Domain.Editions;

/// <summary>What agreements are judged by, and so what nobody changes alone.</summary>
public enum EditionKind
{
    LawBook,
    Policy,
}
