namespace DataSharing.Domain.Agreements.Approval;

/// <summary>What a stage of the approval route is about, in the order in which a group lists them.</summary>
public enum StageKind
{
    /// <summary>Data-protection lead review.</summary>
    IgReview,
    LegalAdvice,

    /// <summary>The Research Accreditation Panel's accreditation (DEA 2017 s71).</summary>
    RapGate,

    /// <summary>A research ethics committee's opinion.</summary>
    RecGate,

    /// <summary>The Confidentiality Advisory Group's support (NHS Act 2006 s251).</summary>
    CagGate,
    DpoAdvice,
    DpiaApproval,

    /// <summary>The panel by which some data providers release their data.</summary>
    PanelApproval,
    AssetOwner,
    RecipientConfirmation,
    Caldicott,
    InformationSecurity,
    ToolOwner,
    Siro,

    /// <summary>The entry in the government's register of information sharing agreements is drafted.</summary>
    RegisterDraft,

    /// <summary>The debt or fraud review board has agreed.</summary>
    ReviewBoardGate,
    Signature,
}
