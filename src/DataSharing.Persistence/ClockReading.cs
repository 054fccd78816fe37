using System.ComponentModel.DataAnnotations.Schema;

namespace DataSharing.Persistence;

/// <summary>Business time, whether it differs from the real time, and what agreements are judged by at this moment.</summary>
public sealed record ClockReading(
    [property: Column("now")] DateTimeOffset Now,
    [property: Column("is_shifted")] bool IsShifted,
    [property: Column("law_book_number")] int LawBookNumber,
    [property: Column("policy_number")] int PolicyNumber
);
