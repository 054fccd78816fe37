namespace DataSharing.Domain.Kernel;

/// <summary>
/// What an event is called in the log for ever, whatever its class is called. A new fact is a new optional member; a changed meaning is a
/// new number.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventContractAttribute(string name, int number = 1) : Attribute
{
    /// <summary>For example <c>agreement.version-submitted</c>.</summary>
    public string Name { get; } = name;

    /// <summary>From 1. Number 0 is what was written before there were contracts.</summary>
    public int Number { get; } = number;
}
