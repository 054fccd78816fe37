namespace DataSharing.Persistence;

/// <summary>Business time, whether it differs from the real time, and what agreements are judged by at this moment.</summary>
public sealed record ClockReading(DateTimeOffset Now, bool IsShifted, int LawBookNumber, int PolicyNumber);
