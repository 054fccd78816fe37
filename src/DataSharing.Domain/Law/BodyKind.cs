namespace DataSharing.Domain.Law;

/// <summary>
/// A kind of body that a provision may be for. A body may be of several: the researcher of a university, the charity that runs a school.
/// </summary>
public enum BodyKind
{
    Council,
    Department,

    /// <summary>Or another competent authority of DPA 2018 Part 3.</summary>
    Police,
    Health,
    School,

    /// <summary>Of energy or water.</summary>
    Supplier,
    Insurer,
    Researcher,
    Charity,
    Company,

    /// <summary>A political party, a sports body.</summary>
    Other,

    /// <summary>Of births, deaths and marriages, at a council. The General Register Office is told by its identifier.</summary>
    Registrar,

    /// <summary>An electoral registration or returning officer.</summary>
    ElectoralOfficer,
    Fire,
    Probation,
    Prison,
    YouthJustice,

    /// <summary>A housing provider: a social landlord, a council with homes of its own.</summary>
    Housing,

    /// <summary>A watchdog or ombudsman.</summary>
    Regulator,
    Auditor,

    /// <summary>Or a coroner.</summary>
    Court,

    /// <summary>For children or adults at risk.</summary>
    SafeguardingBoard,
}
