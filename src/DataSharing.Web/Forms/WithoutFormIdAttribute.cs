namespace DataSharing.Web.Forms;

/// <summary>A page whose form may be sent any number of times, with or without an id; the reason is part of the declaration.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutFormIdAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}
