using DataSharing.Documents.History;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Rules;
using DataSharing.Web.Pages.Agreements;

namespace DataSharing.Web.Tests.Documents;

public sealed class WorkflowWordsTests
{
    private static readonly string[] Shapes = ["done", "wait", "todo", "stop", "bad"];

    [Fact]
    public void Every_event_of_an_agreement_has_words()
    {
        var contracts = EventContracts.All.Where(c => c.Value.IsSubclassOf(typeof(AgreementEvent))).Select(c => c.Key).ToList();

        Assert.All(
            contracts,
            contract =>
            {
                var sample = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Events", $"{contract.Name}.{contract.Number}.json"));
                Assert.NotEmpty(
                    HistoryWords.Of(EventContracts.Read(contract.Name, contract.Number, sample.AsSpan().TrimEnd((byte)'\n'))).Verb
                );
            }
        );
    }

    [Fact]
    public void Every_status_has_words_of_its_own_and_a_shape()
    {
        AssertAllDiffer(Enum.GetValues<VersionStatus>().Select(status => status.InWords()));
        Assert.All(Enum.GetValues<VersionStatus>(), status => Assert.Contains(status.Shape(), Shapes));
    }

    [Fact]
    public void Every_kind_of_stage_has_words_of_its_own_and_a_task_in_every_mode()
    {
        AssertAllDiffer(Enum.GetValues<StageKind>().Select(kind => kind.InWords()));
        Assert.All(
            Enum.GetValues<StageMode>().SelectMany(mode => Enum.GetValues<StageKind>().Select(kind => WorkflowWords.TaskFor(mode, kind))),
            task => Assert.NotEmpty(task)
        );
    }

    [Fact]
    public void Every_outcome_has_words_of_its_own_and_a_shape()
    {
        AssertAllDiffer(Enum.GetValues<DecisionOutcome>().Select(outcome => outcome.InWords()));
        Assert.All(Enum.GetValues<DecisionOutcome>(), outcome => Assert.Contains(outcome.Shape(), Shapes));
    }

    [Fact]
    public void Every_reason_opinion_severity_and_source_has_words_of_its_own()
    {
        AssertAllDiffer(Enum.GetValues<RejectionReason>().Select(reason => reason.InWords()));
        AssertAllDiffer(Enum.GetValues<Opinion>().Select(opinion => opinion.InWords()));
        AssertAllDiffer(Enum.GetValues<Severity>().Select(severity => severity.InWords()));
        AssertAllDiffer(Enum.GetValues<RuleSource>().Select(source => source.InWords()));
    }

    [Fact]
    public void Every_kind_visibility_and_validity_of_evidence_has_words_of_its_own_and_a_shape()
    {
        AssertAllDiffer(Enum.GetValues<EvidenceKind>().Select(kind => kind.InWords()));
        AssertAllDiffer(Enum.GetValues<EvidenceVisibility>().Select(visibility => visibility.InWords()));
        Assert.All(Enum.GetValues<EvidenceValidity>(), validity => Assert.Contains(validity.Shape(), Shapes));
    }

    private static void AssertAllDiffer(IEnumerable<string> words)
    {
        var all = words.ToList();
        Assert.All(all, Assert.NotEmpty);
        Assert.Equal(all.Distinct(StringComparer.OrdinalIgnoreCase), all);
    }
}
