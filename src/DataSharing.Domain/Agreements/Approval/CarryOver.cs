using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>
/// T08: which stages of a version that follows a returned one rest on decisions that are there already, and which are asked again, and why.
/// </summary>
/// <param name="Follows">The returned version.</param>
/// <param name="Material">The members of the content whose change makes every stage start afresh; none, if the decisions stand.</param>
/// <param name="Stages">The new route, in its order.</param>
public sealed record CarryOver(AgreementVersion Follows, IReadOnlyList<string> Material, IReadOnlyList<CarriedOrAsked> Stages)
{
    /// <param name="partyOrganisations">By the party's id.</param>
    /// <param name="submitter">Counts as an editor of the draft.</param>
    internal static CarryOver Of(
        AgreementVersion returned,
        AgreementVersion draft,
        Route route,
        IReadOnlyDictionary<string, OrganisationId> partyOrganisations,
        PersonId submitter
    )
    {
        var differences = ContentDifference.Between(returned.Document, draft.Document);
        var material = Materiality.Of(differences);
        var before = route.Stages.ToDictionary(
            stage => stage,
            stage =>
                returned.Stages.FirstOrDefault(s =>
                    (s.Kind, s.Role, s.PartyId, s.Mode, s.Mandatory) == (stage.Kind, stage.Role, stage.PartyId, stage.Mode, stage.Mandatory)
                    && partyOrganisations.TryGetValue(stage.PartyId, out var organisation)
                    && s.Organisation == organisation
                )
        );
        var adviceIsMissing = route.Stages.Any(stage =>
            stage is { Kind: StageKind.DpoAdvice, Mandatory: true } && before[stage]?.Standing is null
        );

        return new CarryOver(returned, material, [.. route.Stages.Select(stage => Carried(stage, before[stage]))]);

        CarriedOrAsked Carried(RouteStage stage, Stage? earlier)
        {
            var because = (stage, earlier?.Standing) switch
            {
                ({ Mode: StageMode.Sign }, _) => "Nobody has signed this version.",
                _ when material.Count > 0 => $"{Materiality.LabelOf(material[0])} changed.",
                (_, null) => $"It was not decided on version {returned.Label}.",
                (_, { IsPositive: false }) => $"It was not approved on version {returned.Label}.",
                _ when Materiality.ConcernOf(stage.Kind, differences) is { } concern => $"{Materiality.LabelOf(concern)} changed.",
                (_, { } decision) when decision.Person == submitter || draft.IsEditor(decision.Person) =>
                    "Whoever decided it has worked on this draft.",
                ({ Mode: StageMode.Approve }, _) when adviceIsMissing =>
                    "The Data Protection Officer has to advise before anybody approves.", // UK GDPR Art 35(2)
                _ => null,
            };
            return new CarriedOrAsked(stage, because is null ? earlier!.Standing : null, because);
        }
    }
}

/// <param name="Decision">The decision that stands: of the returned version, or of one before it; null if the stage is asked again.</param>
/// <param name="AskedBecause">Null if it is not asked again.</param>
public sealed record CarriedOrAsked(RouteStage Stage, Decision? Decision, string? AskedBecause);
