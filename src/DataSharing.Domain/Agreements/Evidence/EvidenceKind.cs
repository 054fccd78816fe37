namespace DataSharing.Domain.Agreements.Evidence;

/// <summary>What a piece of evidence is (§4.13).</summary>
public enum EvidenceKind
{
    /// <summary>Data protection impact assessment (UK GDPR Art 35).</summary>
    DPIA,

    /// <summary>Appropriate policy document (DPA 2018 Sch 1 para 39).</summary>
    APD,

    /// <summary>Legitimate interests assessment.</summary>
    LIA,

    /// <summary>Transfer risk assessment.</summary>
    TRA,
    LegalAdvice,

    /// <summary>Support of the Confidentiality Advisory Group (NHS Act 2006 s251).</summary>
    CAG,

    /// <summary>Opinion of a research ethics committee.</summary>
    REC,
    Accreditation,
    Certificate,
    Contract,

    /// <summary>The request that the sharing answers.</summary>
    Request,

    /// <summary>What those at a meeting sign before they hear of people.</summary>
    ConfidentialityDeclaration,
    TermsOfReference,

    /// <summary>An approval that came by e-mail.</summary>
    EmailApproval,
    Other,
}

public enum EvidenceVisibility
{
    /// <summary>Whoever may read the agreement.</summary>
    AllParties,

    /// <summary>The organisation that added it, and its auditors.</summary>
    OwnOrganisation,
}

/// <summary>Whether evidence counts on a day.</summary>
public enum EvidenceValidity
{
    NotYetValid,
    Valid,

    /// <summary>Runs out within <see cref="Rules.Policy.EvidenceWarningDays"/>.</summary>
    ExpiresSoon,
    Expired,
}
