using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Lists;

namespace DataSharing.Domain.Agreements;

/// <summary>What lists show of it.</summary>
public sealed partial class AgreementVersion
{
    private const int AboveAllOrdinals = 1_000_000;

    /// <summary>
    /// Of several versions the one with the highest is shown where nobody names one: in preparation, else in force, else the newest.
    /// </summary>
    public int Rank =>
        Ordinal
        + (
            IsInPreparation ? 2 * AboveAllOrdinals
            : IsInForce ? AboveAllOrdinals
            : 0
        );

    /// <summary>The words by which it is found.</summary>
    public string SearchText
    {
        get
        {
            var words = string.Join('\n', [Content.Title, .. PartyNames, .. Content.Datasets.Select(ds => ds.Name), Content.LaySummary]);
            return words.Length <= SearchTextMaxLength ? words : words[..SearchTextMaxLength];
        }
    }

    /// <summary>Those that have to do with it: by what the content says of them, or by a stage.</summary>
    public IEnumerable<OrganisationId> Organisations() =>
        _access.Select(access => access.Organisation).Concat(_stages.Select(stage => stage.Organisation)).Distinct();

    /// <summary>The organisation's own part in it, or its part in a stage, lets those of the row see it.</summary>
    internal bool Shows(OrganisationId organisation, PermissionRow row) =>
        row.States.Contains(Status) && Relates(organisation, row.Relation, row.Role, stage: null);

    internal IEnumerable<WorkTask> Tasks(Agreement agreement) =>
        VersionStates.BeingDecided.Contains(Status) ? StageTasks(agreement)
        : VersionStates.BeingWritten.Contains(Status) ? DraftTasks(agreement)
        : [];

    private IEnumerable<WorkTask> StageTasks(Agreement agreement)
    {
        foreach (var stage in _stages)
        {
            if (stage is { Status: StageStatus.Open, OpenedAt: { } openedAt })
            {
                yield return new WorkTask
                {
                    VersionId = Id,
                    Organisation = stage.Organisation,
                    Desk = stage.Role.ToString(),
                    Number = stage.Number,
                    AgreementId = agreement.Id,
                    Since = openedAt,
                    Kind = stage.Kind,
                    Mode = stage.Mode,
                    Mandatory = stage.Mandatory,
                    DueOn = stage.DueOn,
                };
            }

            if (stage.HasOpenConditions)
            {
                yield return new WorkTask
                {
                    VersionId = Id,
                    Organisation = agreement.DraftingOrganisation,
                    Desk = Desk.Conditions,
                    Number = stage.Number,
                    AgreementId = agreement.Id,
                    Since = stage.Decision!.At,
                    Kind = stage.Kind,
                };
            }
        }
    }

    private IEnumerable<WorkTask> DraftTasks(Agreement agreement)
    {
        yield return DraftTask(agreement, agreement.DraftingOrganisation, Desk.Drafts);
        if (Status is VersionStatus.InPartnerReview)
        {
            foreach (
                var invited in _access.Where(access => access.Relation is Relation.InvitedParty).Select(a => a.Organisation).Distinct()
            )
            {
                yield return DraftTask(agreement, invited, Desk.Review);
            }
        }
    }

    private WorkTask DraftTask(Agreement agreement, OrganisationId organisation, string desk) =>
        new()
        {
            VersionId = Id,
            Organisation = organisation,
            Desk = desk,
            AgreementId = agreement.Id,
            Since = agreement.ChangedAt,
        };

    /// <summary>Who has done something about it that keeps them from deciding on it (<see cref="Separation"/>).</summary>
    public IEnumerable<VersionPerson> People()
    {
        var decided = (
            from stage in _stages
            from person in new[] { stage.Standing?.Person, stage.Signature?.Person }
            where person is not null
            select (Person: person.Value, stage.Mandatory)
        ).ToLookup(done => done.Person, done => done.Mandatory);
        var drafted = _editors.Select(editor => editor.Person).ToHashSet();
        return drafted
            .Union(decided.Select(person => person.Key))
            .Select(person => new VersionPerson
            {
                VersionId = Id,
                Person = person,
                Drafted = drafted.Contains(person),
                Decided = decided.Contains(person),
                DecidedMandatory = decided[person].Any(mandatory => mandatory),
            });
    }
}
