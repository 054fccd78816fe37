namespace DataSharing.Web.Tests.Access.OpenIdConnect;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class SettableClock(DateTimeOffset? start = null) : TimeProvider
{
    private DateTimeOffset now = start ?? new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;
}
