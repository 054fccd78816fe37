using System.ComponentModel.DataAnnotations.Schema;

namespace DataSharing.Persistence;

/// <summary>Business time, and whether it differs from the real time.</summary>
public sealed record ClockReading([property: Column("now")] DateTimeOffset Now, [property: Column("is_shifted")] bool IsShifted);
