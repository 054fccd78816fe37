using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;

namespace DataSharing.Domain.Agreements;

/// <summary>T08 as history tells it: on which decisions a version rests that follows a returned one.</summary>
/// <param name="Follows">The returned version.</param>
/// <param name="Material">The members of the content whose change made every stage start afresh.</param>
public sealed record CarryOverTold(VersionLabel Follows, IReadOnlyList<string> Material, IReadOnlyList<CarriedTold> Carried)
{
    internal static CarryOverTold Of(CarryOver carryOver, AgreementVersion version, IReadOnlyList<AgreementVersion> versions) =>
        new(
            carryOver.Follows.Label,
            carryOver.Material,
            [
                .. from stage in version.Stages
                let decision = stage.CarriedDecision
                where decision is not null
                let decidedOn = versions.Single(v => v.Id == decision.VersionId)
                select new CarriedTold(
                    StageTold.Of(stage),
                    decidedOn.Ordinal,
                    decidedOn.Label,
                    decision.StageNumber,
                    decision.ContentHash,
                    decision.Outcome,
                    decision.Person
                ),
            ]
        );
}

/// <summary>A stage, and the decision that it rests on: on which version, stage and content, and whose.</summary>
public sealed record CarriedTold(
    StageTold Stage,
    int Version,
    VersionLabel Label,
    int StageNumber,
    ContentHash Hash,
    DecisionOutcome Outcome,
    PersonId Person
);
