using System.Globalization;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Organisations;

/// <summary>
/// An organisation's record as it enters an agreement (§4.2). A later change of the record is shown there, never applied silently.
/// </summary>
public static class PartySnapshot
{
    /// <param name="orgId">The identifier, as <c>scheme:value</c>, by which the agreement names it.</param>
    /// <param name="code">The party's id in the agreement.</param>
    public static Party Of(Organisation organisation, string orgId, string code, DateOnly today)
    {
        var details = organisation.Details;
        return new Party
        {
            Id = code,
            OrgId = orgId,
            Name = details.Name,
            Identifiers =
            [
                .. organisation.Identifiers.Select(
                    (identifier, i) =>
                        new OrganisationIdentifier
                        {
                            Id = Numbered("I", i),
                            Scheme = identifier.Scheme,
                            Value = identifier.Value,
                        }
                ),
            ],
            IsPublicAuthority = details.IsPublicAuthority,
            PublicBody = details.IsPublicBody,
            IsCompetentAuthority = details.IsCompetentAuthority,
            ExercisesOfficialAuthority = details.ExercisesOfficialAuthority,
            Sector = details.Sector,
            Jurisdiction = details.Nation,
            IcoRegistration = details.IcoRegistration,
            Dpo = details.DataProtectionOfficer,
            OperationalContact = details.ContactEmail,
            BreachContact = details.BreachContact is null ? null : new BreachContact { Email = details.BreachContact },
            ComplaintsRoute = details.ComplaintsRoute,
            Assurances =
            [
                .. Current(organisation, OrganisationEvidenceKind.SecurityAssurance, today)
                    .Select(
                        (evidence, i) =>
                            new Assurance
                            {
                                Id = Numbered("A", i),
                                Type = evidence.Assurance,
                                Level = evidence.Level,
                                Ref = evidence.Reference,
                                ValidTo = evidence.ValidTo,
                            }
                    ),
            ],
            Apd =
            [
                .. Current(organisation, OrganisationEvidenceKind.PolicyDocument, today)
                    .Select(
                        (evidence, i) =>
                            new PolicyDocument
                            {
                                Id = Numbered("PD", i),
                                Ref = evidence.Reference,
                                CoversSch1 = [.. evidence.Covers],
                                ReviewDue = evidence.ValidTo,
                            }
                    ),
            ],
        };
    }

    private static IEnumerable<OrganisationEvidence> Current(Organisation organisation, OrganisationEvidenceKind kind, DateOnly today) =>
        organisation.Evidence.Where(evidence => evidence.Kind == kind && !evidence.HasExpiredOn(today));

    /// <summary>The initials of a name: KC for Kirklees Council, with a number if that is taken.</summary>
    public static string CodeFor(string name, IReadOnlySet<string> used)
    {
        var initials = string.Concat(
            name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0]).Where(char.IsAsciiLetterUpper).Take(6)
        );
        var code = initials.Length > 0 ? initials : "PARTY";
        return used.Contains(code)
            ? Enumerable
                .Range(2, 1000)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{code}{i}"))
                .First(candidate => !used.Contains(candidate))
            : code;
    }

    private static string Numbered(string prefix, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{index + 1}");
}
