namespace DataSharing.Domain.Law;

/// <summary>Data that a gateway leaves out.</summary>
public enum DataExclusion
{
    PatientInformation,

    /// <summary>Patient information, unless a health body sends it.</summary>
    PatientInformationOfOthers,
    HeldForHealthOrAdultCare,
    PersonalData,
    SpecialCategory,
}
