using System.Text;
using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Evidence;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements.Evidence;

public class ErasureTests
{
    private static readonly DateTimeOffset Later = Now.AddDays(1);
    private static readonly Actor Lead = Somebody(Council, Role.IgLead);
    private static readonly Actor Officer = Somebody(Council, Role.DataProtectionOfficer);

    [Fact]
    public void Before_anything_is_submitted_the_lead_erases_alone()
    {
        var agreement = Draft();
        var item = AddFile(agreement, Drafter);

        item.Erase(agreement, "It has people's names in it.", Lead, Later);

        Assert.Equal((Later, Lead.Person, "It has people's names in it."), (item.ErasedAt, item.ErasedBy, item.ErasureBecause));
        var told = Assert.IsType<EvidenceErased>(agreement.Events[^1]);
        Assert.Equal(("notes.txt", item.Hash, "It has people's names in it."), (told.FileName, told.DocumentHash, told.Act.Reason));
        Assert.Equal(Verdict.Hidden, item.ConsiderFile(agreement, Drafter));
        Assert.Throws<DomainRuleException>(() => item.Erase(agreement, "Again.", Lead, Later));
    }

    [Fact]
    public void Once_something_was_submitted_with_it_a_data_protection_officer_agrees()
    {
        var agreement = Draft();
        var item = AddFile(agreement, Drafter);
        agreement.ToApproval(Later);

        item.Erase(agreement, "Names.", Lead, Later);
        Assert.Equal((true, false, nameof(EvidenceErasureAsked)), (item.AwaitsErasure, item.IsErased, Told(agreement)));
        Assert.Equal(Verdict.NotNow, item.ConsiderErasure(agreement, AgreementAction.EraseEvidence, Lead));
        var both = Lead with
        {
            Roles = new HashSet<Role> { Role.IgLead, Role.DataProtectionOfficer },
        };
        Assert.Equal(Verdict.Forbidden, item.ConsiderErasure(agreement, AgreementAction.ConfirmErasure, both)); // two people

        item.ConfirmErasureOf(agreement, Officer, Later);
        Assert.Equal((Lead.Person, Officer.Person, nameof(EvidenceErased)), (item.ErasureAskedBy, item.ErasedBy, Told(agreement)));
        Assert.Equal("Names.", agreement.Events[^1].Act.Reason);
    }

    [Fact]
    public void What_is_kept_after_all_can_be_asked_for_again()
    {
        var agreement = Draft();
        var item = AddFile(agreement, Drafter);
        agreement.ToApproval(Later);
        item.Erase(agreement, "Names.", Lead, Later);

        item.RefuseErasure(agreement, "They are invented.", Officer, Later);

        Assert.Equal((false, null, nameof(EvidenceErasureRefused)), (item.AwaitsErasure, item.ErasureBecause, Told(agreement)));
        Assert.Equal(Verdict.Permitted, item.ConsiderErasure(agreement, AgreementAction.EraseEvidence, Lead));
        Assert.Equal(Verdict.NotNow, item.ConsiderErasure(agreement, AgreementAction.ConfirmErasure, Officer));
    }

    [Fact]
    public void It_counts_as_submitted_with_only_while_it_was_there()
    {
        var agreement = Draft();
        var before = AddFile(agreement, Drafter);
        before.Remove(agreement, "The wrong one.", Drafter, Now.AddMinutes(1));
        agreement.ToApproval(Later);
        var meanwhile = AddFile(agreement, Drafter, Later.AddMinutes(1)); // while others decide, who may look at it

        Assert.False(before.WasSubmittedWith(agreement));
        Assert.True(meanwhile.WasSubmittedWith(agreement));
        before.Erase(agreement, "Names.", Lead, Later.AddMinutes(2)); // what was removed still has its file
        Assert.True(before.IsErased);
    }

    [Fact]
    public void Whoever_put_it_there_others_and_auditors_do_not_erase()
    {
        var agreement = InApproval();
        var item = AddFile(
            agreement,
            Drafter with
            {
                Roles = new HashSet<Role> { Role.IgOfficer, Role.IgLead },
            }
        );
        var link = EvidenceItem.Add(agreement, EvidenceId.New(), Details with { Link = "https://example.org/x" }, null, null, Drafter, Now);

        Assert.Equal(
            [Verdict.Forbidden, Verdict.Forbidden, Verdict.Forbidden, Verdict.Forbidden, Verdict.Hidden, Verdict.NotNow, Verdict.Permitted],
            [
                Erases(item, Drafter with { Roles = new HashSet<Role> { Role.IgLead } }),
                Erases(item, Drafter),
                Erases(item, Somebody(Charity, Role.IgLead)),
                Erases(item, Somebody(Council, Role.Auditor) with { AuditScope = new HashSet<OrganisationId> { Council } }),
                Erases(item, Somebody(Stranger, Role.IgLead)),
                Erases(link, Lead), // there is no file
                Erases(item, Lead),
            ]
        );
        Assert.Throws<DomainRuleException>(() => item.Erase(agreement, " ", Lead, Later));
        Assert.Throws<DomainRuleException>(() => item.Erase(agreement, new string('x', 501), Lead, Later));

        Verdict Erases(EvidenceItem which, Actor actor) => which.ConsiderErasure(agreement, AgreementAction.EraseEvidence, actor);
    }

    private static EvidenceDetails Details { get; } =
        new(EvidenceKind.Other, "Notes", null, null, null, null, null, EvidenceVisibility.AllParties, null);

    private static EvidenceItem AddFile(Agreement agreement, Actor actor, DateTimeOffset? at = null)
    {
        Assert.True(CheckedFile.TryCheck("notes.txt", "text/plain", Encoding.UTF8.GetBytes("Names."), out var file, out _));
        return EvidenceItem.Add(agreement, EvidenceId.New(), Details, file, null, actor, at ?? Now);
    }

    private static string Told(Agreement agreement) => agreement.Events[^1].GetType().Name;
}
