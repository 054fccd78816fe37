namespace DataSharing.Persistence.Sessions;

/// <summary>A key of ASP.NET Core Data Protection, shared by all instances of the portal.</summary>
public sealed class DataProtectionKey
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
