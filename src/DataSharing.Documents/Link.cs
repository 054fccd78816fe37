namespace DataSharing.Documents;

/// <summary>
/// Where a text leads. Whoever shows the text resolves it: the portal to an address of its own, a document to an address on the web or to
/// nothing.
/// </summary>
public abstract record Link;

/// <summary>Somewhere on the web.</summary>
/// <param name="Address">Absolute.</param>
public sealed record WebLink(string Address) : Link;

/// <summary>An entry of the law book.</summary>
public sealed record LawLink(string Code) : Link;
