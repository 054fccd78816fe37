using DataSharing.Domain.Content;

namespace DataSharing.Domain.Organisations;

/// <summary>What an organisation is, in law and to its partners. A party in an agreement is a snapshot of it.</summary>
public sealed record OrganisationDetails
{
    public const int NameMaxLength = 200;
    public const int ContactMaxLength = 300;

    public const int OtherNamesMaxLength = 1000;
    public const int AddressMaxLength = 500;

    /// <summary>In Unicode NFC, with one space between words.</summary>
    public required string Name
    {
        get;
        init => field = string.Join(' ', value.Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What else it is or was called, a name a line: trading names, earlier names.</summary>
    public string? OtherNames { get; init; }

    /// <summary>Its postal address, on several lines.</summary>
    public string? Address { get; init; }

    /// <summary>What distinguishes it where the name does not: "fictional charity".</summary>
    public string? Note { get; init; }
    public required Sector Sector { get; init; }

    /// <summary>The nation whose law applies to it; UK for a body of the whole kingdom.</summary>
    public required Jurisdiction Nation { get; init; }

    /// <summary>DPA 2018 s7: on the list of freedom-of-information law.</summary>
    public bool IsPublicAuthority { get; init; }

    /// <summary>Any body of public law.</summary>
    public bool IsPublicBody { get; init; }

    /// <summary>DPA 2018 s30: may process under Part 3.</summary>
    public bool IsCompetentAuthority { get; init; }

    /// <summary>UK GDPR Art 10.</summary>
    public bool ExercisesOfficialAuthority { get; init; }

    public string? IcoRegistration { get; init; }

    /// <summary>The information governance team.</summary>
    public string? ContactEmail { get; init; }

    public string? DataProtectionOfficer { get; init; }
    public string? BreachContact { get; init; }

    /// <summary>Where people complain about the use of their data (DPA 2018 s164A).</summary>
    public string? ComplaintsRoute { get; init; }
}
