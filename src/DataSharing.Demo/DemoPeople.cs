using System.Text.Json;
using System.Text.Json.Serialization;
using DataSharing.Domain.Content;
using DataSharing.Domain.Organisations;

namespace DataSharing.Demo;

/// <summary>The demo's organisations and people, as <c>Samples/organisations.json</c> lists them.</summary>
public sealed record DemoPeople(IReadOnlyList<DemoOrganisation> Organisations, IReadOnlyList<DemoPerson> WithoutOrganisation)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static DemoPeople Read()
    {
        using var file = File.OpenRead(Path.Combine(BuildFacts.Samples, "organisations.json"));
        return JsonSerializer.Deserialize<DemoPeople>(file, Json)!;
    }
}

public sealed record DemoPerson(string Subject, string Name, string Email, IReadOnlyList<Role>? Roles = null);

public sealed record DemoAssurance(AssuranceType Type, string Reference, DateOnly ValidTo, AssuranceLevel? Level = null);

public sealed record DemoOrganisation(
    string Name,
    string Group,
    IReadOnlyList<RegisteredIdentifier> Identifiers,
    Sector Sector,
    Jurisdiction Nation,
    bool IsPublicAuthority,
    bool IsPublicBody,
    bool IsCompetentAuthority,
    bool ExercisesOfficialAuthority,
    string ContactEmail,
    IReadOnlyList<DemoAssurance> Assurances,
    IReadOnlyList<DemoPerson> People,
    string? IcoRegistration = null,
    string? Note = null
)
{
    public OrganisationDetails Details =>
        new()
        {
            Name = Name,
            Note = Note,
            Sector = Sector,
            Nation = Nation,
            IsPublicAuthority = IsPublicAuthority,
            IsPublicBody = IsPublicBody,
            IsCompetentAuthority = IsCompetentAuthority,
            ExercisesOfficialAuthority = ExercisesOfficialAuthority,
            IcoRegistration = IcoRegistration,
            ContactEmail = ContactEmail,
            BreachContact = ContactEmail,
            DataProtectionOfficer = People.FirstOrDefault(p => p.Roles!.Contains(Role.DataProtectionOfficer))?.Email,
            ComplaintsRoute = ContactEmail,
        };
}
