namespace DataSharing.Demo;

/// <summary>The demo cannot go on; the message says why and what to do, and is all that the person sees.</summary>
public sealed class DemoException(string message) : Exception(message);
