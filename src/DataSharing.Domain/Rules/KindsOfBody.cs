using DataSharing.Domain.Content;
using DataSharing.Domain.Law;
using static DataSharing.Domain.Law.BodyKind;

namespace DataSharing.Domain.Rules;

/// <summary>The kinds of bodies, in the words of the law book, that a party can be by what the draft says of it.</summary>
internal static class KindsOfBody
{
    /// <param name="doesResearch">Whoever does research is a researcher, of whatever sector.</param>
    /// <returns>Null where its sector is not said: it can be anything.</returns>
    public static IReadOnlyList<BodyKind>? Of(Party? party, bool doesResearch)
    {
        if (party?.Sector is not { } sector)
        {
            return null;
        }

        BodyKind[] bySector = sector switch
        {
            Sector.CentralGov => [Department, Prison, Probation, Court],
            Sector.LocalGov => [Council, Fire, YouthJustice, Housing, Registrar, ElectoralOfficer, SafeguardingBoard],
            Sector.Health => [Health],
            Sector.Police => [Police],
            Sector.Education => [School],
            Sector.HE => [School, Researcher], // "a school or college"
            Sector.Charity => [Charity, Housing],
            Sector.Commercial => [Company, Insurer, Supplier, Housing, Prison, Probation, Auditor],
            Sector.Regulator => [Department, Other, BodyKind.Regulator, Auditor], // many are departments without a minister
            Sector.Other =>
            [
                Other,
                Insurer,
                Supplier,
                Researcher,
                Fire,
                Probation,
                Prison,
                YouthJustice,
                Housing,
                SafeguardingBoard,
                Court,
                Auditor,
                ElectoralOfficer,
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(party), sector, null),
        };
        return
        [
            .. bySector,
            .. party.IsCompetentAuthority is true ? [Police] : Array.Empty<BodyKind>(),
            .. doesResearch ? [Researcher] : Array.Empty<BodyKind>(),
            .. IsPublicByException(party, sector) ? [Other] : Array.Empty<BodyKind>(),
        ];
    }

    /// <summary>A public body of a sector whose bodies are not all public: what is for other public bodies is for it too.</summary>
    private static bool IsPublicByException(Party party, Sector sector) =>
        sector is Sector.HE or Sector.Charity or Sector.Commercial
        && (party.PublicBody is true || party.IsPublicAuthority is true || party.ExercisesOfficialAuthority is true);
}
