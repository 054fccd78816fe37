namespace DataSharing.Domain.Kernel;

public abstract class AggregateRoot
{
    private readonly List<DomainEvent> _events = [];

    public IReadOnlyList<DomainEvent> Events => _events;

    protected void Raise(DomainEvent @event) => _events.Add(@event);

    /// <summary>Hands over the events raised since the last save. Called by the DbContext only.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        DomainEvent[] taken = [.. _events];
        _events.Clear();
        return taken;
    }
}
