using DataSharing.Domain.Rules;
using DataSharing.Persistence;
using DataSharing.Persistence.Law;
using Microsoft.EntityFrameworkCore;

namespace DataSharing.Web.Access;

/// <summary>Business time, and what agreements are judged by, for showing a page: read from the database once per request.</summary>
public sealed class BusinessClock(DataSharingDbContext db, LawShelf shelf)
{
    private Task<ClockReading>? _reading;

    public async Task<DateTimeOffset> NowAsync() => (await ReadAsync()).Now;

    /// <summary>The legal day: a day begins at midnight in London.</summary>
    public async Task<DateOnly> TodayAsync() => (await NowAsync()).UkDay();

    /// <summary>True in the demo, where business time is not the real time.</summary>
    public async Task<bool> IsShiftedAsync() => (await ReadAsync()).IsShifted;

    /// <summary>By what agreements are judged at this moment.</summary>
    public async Task<Criteria> CriteriaAsync()
    {
        var reading = await ReadAsync();
        return await shelf.CriteriaAsync(db, reading.LawBookNumber, reading.PolicyNumber);
    }

    /// <summary>A query of something else has brought the time along.</summary>
    internal void Take(ClockReading reading) => _reading ??= Task.FromResult(reading);

    private Task<ClockReading> ReadAsync() => _reading ??= db.Clock.SingleAsync();
}
