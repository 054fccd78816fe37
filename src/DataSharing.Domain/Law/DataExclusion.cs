namespace DataSharing.Domain.Law;

/// <summary>Data that a gateway leaves out.</summary>
public enum DataExclusion
{
    PatientInformation,
    HeldForHealthOrAdultCare,
    PersonalData,
    SpecialCategory,
}
