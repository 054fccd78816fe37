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

    /// <summary>A court, a fire service, a political party, a sports body.</summary>
    Other,
}
