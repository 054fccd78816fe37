namespace DataSharing.Domain.Agreements;

/// <summary>What an actor's organisation has to do with a version of an agreement.</summary>
public enum Relation
{
    /// <summary>Leads the agreement and writes the draft.</summary>
    DraftingOrganisation,

    /// <summary>Asked to look at the draft before it is submitted.</summary>
    InvitedParty,

    /// <summary>Named as a party in what was submitted.</summary>
    Party,

    /// <summary>Has a stage of the approval route, to be decided in the role that the actor holds.</summary>
    StageHolder,

    /// <summary>Is a controller, so that it signs.</summary>
    Signatory,

    /// <summary>The actor is let in to audit the drafting organisation or a party today.</summary>
    AuditorInScope,
}
