namespace DataSharing.Domain.Law;

public enum SpecifiedSide
{
    Sender,
    Recipient,
    Both,
}
