namespace DataSharing.Domain.Kernel;

/// <summary>What a role lets somebody do that needs a second pair of eyes when it is given.</summary>
public static class RoleDuties
{
    /// <summary>So long a role that was confirmed counts for stages opened afterwards only.</summary>
    public static readonly TimeSpan NotForOpenStages = TimeSpan.FromHours(24);

    /// <summary>Whoever holds it decides on agreements or signs them: passes a gate, approves, returns, rejects, signs, declines.</summary>
    public static bool Decides(this Role role) =>
        role
            is Role.IgLead
                or Role.CaldicottGuardian
                or Role.InformationAssetOwner
                or Role.Siro
                or Role.InformationSecurity
                or Role.EthicsAdviser
                or Role.PanelMember
                or Role.ToolOwner
                or Role.AuthorisedSignatory
                or Role.RegisterPublisher;
}
