namespace DataSharing.Domain.Content;

/// <summary>Why a file cannot be brought in.</summary>
/// <param name="Path">JSON Pointer (RFC 6901) into the file as it was sent, with array indexes.</param>
/// <param name="Message">Plain English: what is wrong and what is allowed.</param>
public sealed record ImportError(string Path, string Message);
