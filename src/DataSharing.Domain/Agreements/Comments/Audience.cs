namespace DataSharing.Domain.Agreements.Comments;

/// <summary>Whom a comment is for. Auditors of the organisation that made it read it either way.</summary>
public enum Audience
{
    /// <summary>Everybody who may read the version.</summary>
    AllParties,

    /// <summary>Only the organisation of whoever made it.</summary>
    OwnOrganisation,
}
