namespace DataSharing.Domain.Kernel;

/// <summary>
/// Who did something, in which role, for whom and why: what an audit event keeps of the <see cref="Actor"/>.
/// The portal itself acts with neither person nor organisation.
/// </summary>
public sealed record Act(PersonId? Person, OrganisationId? Organisation, Role? Role, string? Reason = null)
{
    /// <summary>What the portal does by itself: timers and computed steps.</summary>
    public static Act OfThePortal { get; } = new(null, null, null);

    /// <exception cref="DomainRuleException">Somebody acts, and it is the portal's to do.</exception>
    internal void InsistOnThePortal()
    {
        if ((Person, Organisation, Role) is not (null, null, null))
        {
            throw new DomainRuleException("Only the portal does this, by itself.");
        }
    }
}
