using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;

namespace DataSharing.Domain.Agreements.Approval;

/// <summary>Who must decide on an agreement, in which order, and why: a pure function of what is agreed, the law and the risk.</summary>
/// <param name="Stages">In the order of groups; within a group in the order of <see cref="StageKind"/> and of the parties.</param>
/// <param name="NotNeeded">The kinds of stage that this agreement can do without.</param>
public sealed record Route(ValueList<RouteStage> Stages, ValueList<UnneededStage> NotNeeded)
{
    public static Route Of(Reading agreement)
    {
        var stages = new List<RouteStage>();
        var notNeeded = new List<UnneededStage>();

        foreach (var declared in RouteTable.Rows)
        {
            var needed = declared.Needed(agreement).DistinctBy(n => n.Party.Id).ToArray();
            stages.AddRange(needed.Select(n => StageOf(declared, n, agreement.Policy)));
            notNeeded.AddRange(
                needed.Length == 0
                    ? [new UnneededStage(declared.Kind, null, declared.NotNeededBecause)]
                    : declared.LeftOut(agreement).Select(n => new UnneededStage(declared.Kind, n.Party.Id, n.Because))
            );
        }

        return new Route(stages.ToValueList(), notNeeded.ToValueList());
    }

    /// <summary>Small bodies: where nobody holds the role, who signs for the organisation stands in.</summary>
    private static RouteStage StageOf(StageRow declared, Needed needed, Policy policy)
    {
        var missing = declared.Role switch
        {
            Role.Siro when string.IsNullOrWhiteSpace(needed.Party.Siro) => "senior information risk owner",
            Role.InformationAssetOwner when string.IsNullOrWhiteSpace(needed.Party.Iao) => "information asset owner",
            _ => null,
        };

        return new RouteStage(
            declared.Kind,
            missing is null ? declared.Role : Role.AuthorisedSignatory,
            needed.Party.Id,
            declared.Mode,
            needed.Mandatory,
            declared.Group,
            declared.Mode is StageMode.Sign ? policy.WorkingDaysToSign : policy.WorkingDaysToDecide,
            missing is null ? needed.Because : $"{needed.Because} It has no {missing}, so an authorised signatory decides."
        );
    }
}
