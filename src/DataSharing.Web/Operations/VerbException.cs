namespace DataSharing.Web.Operations;

/// <summary>A command line that cannot be carried out; the message is all that the operator needs.</summary>
internal sealed class VerbException(string message) : Exception(message);
