using DataSharing.Domain.Agreements;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Agreements.Evidence;
using DataSharing.Domain.Content;
using DataSharing.Domain.Rules;
using static DataSharing.Domain.Tests.Agreements.Given;

namespace DataSharing.Domain.Tests.Agreements.Evidence;

public class EvidenceItemTests
{
    private static readonly DateOnly Today = Now.UkDay();
    private static readonly EvidenceDetails Details = new(
        EvidenceKind.Certificate,
        "Cyber Essentials Plus",
        null,
        "Case 42",
        null,
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 12, 31),
        EvidenceVisibility.AllParties,
        EvidencePlace.Parse("/dpia/DPIA1")
    );

    [Fact]
    public void Adding_tells_everything_but_the_bytes()
    {
        var agreement = Given.Draft();
        var file = SomeFile.Checked();

        var item = Add(agreement, Drafter, Details, file);

        var told = Assert.IsType<EvidenceAdded>(agreement.Events[^1]);
        Assert.Equal(
            (
                agreement.Id,
                null,
                item.Id,
                EvidenceKind.Certificate,
                "Cyber Essentials Plus",
                "certificate.pdf",
                file.Hash,
                "/dpia/DPIA1",
                null
            ),
            (told.Agreement, told.Version, told.Evidence, told.Kind, told.Title, told.FileName, told.DocumentHash, told.Place, told.OnlyFor)
        );
        Assert.Equal(Drafter.As(Role.IgOfficer), told.Act);
        Assert.Equal(
            (file.Hash, file.Type, SomeFile.Pdf.Length, Drafter.Person, Council),
            (item.Hash, item.FileType, item.FileSize, item.AddedBy, item.Organisation)
        );
        Assert.Equal(agreement.Changes, agreement.Events.Count);
    }

    [Fact]
    public void Evidence_changes_nothing_of_what_is_agreed_and_makes_nobody_an_editor()
    {
        var agreement = InApproval();
        var hash = agreement.Newest.ContentHash;

        Add(agreement, Somebody(Council, Role.DataProtectionOfficer), Details);

        Assert.Equal(hash, agreement.Newest.ContentHash);
        Assert.Equal([Drafter.Person], agreement.Newest.Editors.Select(e => e.Person));
    }

    [Fact]
    public void What_is_one_organisations_own_says_so()
    {
        var agreement = InApproval();
        var item = Add(agreement, Somebody(Charity, Role.LegalAdviser), Details with { Visibility = EvidenceVisibility.OwnOrganisation });

        item.Change(agreement, "Better", null, null, Somebody(Charity, Role.IgLead), Now);
        item.Remove(agreement, "Wrong one.", Somebody(Charity, Role.IgLead), Now);

        Assert.All(agreement.Events.TakeLast(3), e => Assert.Equal(Charity, Assert.IsType<IOwnMatter>(e, exactMatch: false).OnlyFor));
    }

    [Theory]
    [InlineData("", "Ref", null, "A title has 1 to 200 characters.")]
    [InlineData("Title", null, null, "Evidence has a file, a link or a reference.")]
    [InlineData("Title", null, "http://a.example", "A link to evidence starts with https.")]
    [InlineData("Title", null, "https://", "A link to evidence starts with https.")]
    [InlineData("Title", null, "https://user:secret@a.example/", "A link to evidence starts with https.")]
    [InlineData("Title", null, "javascript:alert(1)//https://a", "A link to evidence starts with https.")]
    [InlineData("Title", null, "https://a.example/a b", "A link to evidence starts with https.")]
    public void Adding_refuses_what_is_no_evidence(string title, string? reference, string? link, string message) =>
        Assert.Equal(
            message,
            Assert
                .Throws<DomainRuleException>(() =>
                    Add(Given.Draft(), Drafter, Details with { Title = title, Reference = reference, Link = link })
                )
                .Message
        );

    [Fact]
    public void Adding_refuses_days_in_the_wrong_order_and_a_hash_that_is_not_the_files()
    {
        Assert.Throws<DomainRuleException>(() => Add(Given.Draft(), Drafter, Details with { ValidTo = new DateOnly(2025, 12, 31) }));
        Assert.Throws<DomainRuleException>(() =>
            Add(Given.Draft(), Drafter, Details with { Hash = ContentHash.Of("other"u8) }, SomeFile.Checked())
        );
        Add(Given.Draft(), Drafter, Details with { Hash = ContentHash.Of(SomeFile.Pdf) }, SomeFile.Checked());
    }

    [Fact]
    public void Changing_tells_before_and_after_and_nothing_where_nothing_changes()
    {
        var agreement = Given.Draft();
        var item = Add(agreement, Drafter, Details);
        var events = agreement.Events.Count;

        item.Change(agreement, item.Title, item.ValidFrom, item.ValidTo, Drafter, Now);
        Assert.Equal(events, agreement.Events.Count);

        item.Change(agreement, "Renewed", item.ValidFrom, new DateOnly(2027, 12, 31), Drafter, Now);
        var told = Assert.IsType<EvidenceChanged>(agreement.Events[^1]);
        Assert.Equal(new EvidenceSaid("Cyber Essentials Plus", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), told.Before);
        Assert.Equal(new EvidenceSaid("Renewed", new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)), told.After);
    }

    [Fact]
    public void Removed_evidence_stays_with_its_reason_and_is_done_with()
    {
        var agreement = Given.Draft();
        var item = Add(agreement, Drafter, Details);

        Assert.Throws<DomainRuleException>(() => item.Remove(agreement, " ", Drafter, Now));
        item.Remove(agreement, "Wrong one.", Drafter, Now);

        Assert.Equal((Now, Drafter.Person, "Wrong one.", null), (item.RemovedAt, item.RemovedBy, item.RemovedBecause, item.ReplacedBy));
        Assert.Equal("Wrong one.", Assert.IsType<EvidenceRemoved>(agreement.Events[^1]).Act.Reason);
        Assert.Equal(Verdict.NotNow, item.Consider(agreement, Drafter));
        Assert.Throws<DomainRuleException>(() => item.Change(agreement, "Again", null, null, Drafter, Now));
        Assert.Throws<DomainRuleException>(() => item.Remove(agreement, "Again.", Drafter, Now));
    }

    [Fact]
    public void Replacing_adds_the_new_and_ends_the_old()
    {
        var agreement = Given.Draft();
        var old = Add(agreement, Drafter, Details);

        var @new = EvidenceItem.Add(agreement, EvidenceId.New(), Details with { Title = "Of 2027" }, null, old, Drafter, Now);

        Assert.Equal((true, @new.Id, "Replaced by “Of 2027”."), (old.IsRemoved, old.ReplacedBy, old.RemovedBecause));
        Assert.Equal([nameof(EvidenceAdded), nameof(EvidenceRemoved)], agreement.Events.TakeLast(2).Select(e => e.GetType().Name));
        Assert.Throws<DomainRuleException>(() => EvidenceItem.Add(agreement, EvidenceId.New(), Details, null, old, Drafter, Now));
    }

    [Fact]
    public void Another_organisation_neither_changes_nor_replaces_nor_removes()
    {
        var agreement = InApproval();
        var item = Add(agreement, Drafter, Details);
        var partner = Somebody(Charity, Role.IgOfficer);

        Assert.Equal(Verdict.Forbidden, item.Consider(agreement, partner));
        Assert.Throws<DomainRuleException>(() => item.Remove(agreement, "Mine now.", partner, Now));
        Assert.Throws<DomainRuleException>(() => EvidenceItem.Add(agreement, EvidenceId.New(), Details, null, item, partner, Now));
        Assert.False(item.IsRemoved);
    }

    [Fact]
    public void Own_evidence_is_for_its_organisation_and_its_auditors_only()
    {
        var agreement = InApproval();
        var own = Add(agreement, Drafter, Details with { Visibility = EvidenceVisibility.OwnOrganisation }, SomeFile.Checked());

        Assert.True(own.IsSeenBy(Somebody(Council, Role.Siro)));
        Assert.False(own.IsSeenBy(Somebody(Charity, Role.IgOfficer)));
        Assert.True(own.IsSeenBy(AuditorOf(Council)));
        Assert.False(own.IsSeenBy(AuditorOf(Charity)));
        Assert.Equal(Verdict.Hidden, own.Consider(agreement, Somebody(Charity, Role.IgOfficer)));
        Assert.Equal(Verdict.Hidden, own.ConsiderFile(agreement, Somebody(Charity, Role.IgOfficer)));
        Assert.Equal(Verdict.Permitted, own.ConsiderFile(agreement, AuditorOf(Council)));
    }

    [Fact]
    public void The_file_of_removed_evidence_is_for_its_organisation_and_auditors()
    {
        var agreement = InApproval();
        var item = Add(agreement, Drafter, Details, SomeFile.Checked());
        Assert.Equal(Verdict.Permitted, item.ConsiderFile(agreement, Somebody(Charity, Role.IgLead)));

        item.Remove(agreement, "Names people.", Drafter, Now);

        Assert.Equal(Verdict.Forbidden, item.ConsiderFile(agreement, Somebody(Charity, Role.IgLead)));
        Assert.Equal(Verdict.Permitted, item.ConsiderFile(agreement, Somebody(Council, Role.IgLead)));
        Assert.Equal(Verdict.Permitted, item.ConsiderFile(agreement, AuditorOf(Charity)));
        Assert.Equal(Verdict.Hidden, item.ConsiderFile(InApproval(), Drafter));
        Assert.Equal(Verdict.Hidden, Add(agreement, Drafter, Details).ConsiderFile(agreement, Drafter)); // it has none
    }

    [Fact]
    public void A_partner_keeps_evidence_while_its_returned_version_is_drafted_anew_and_not_after_the_end()
    {
        var agreement = InApproval();
        var partner = Somebody(Charity, Role.IgLead);
        agreement.Decide(
            CouncilReview,
            new Ruling.Return("Certificate", [Section.Security]),
            Seen.Of(agreement.Newest),
            HolderOf(agreement.Stage(CouncilReview)),
            Now
        );
        Assert.Equal(Verdict.Permitted, agreement.Consider(AgreementAction.KeepEvidence, partner));

        agreement.Withdraw("Not needed.", Drafter, Now);

        Assert.Equal(Verdict.NotNow, agreement.Consider(AgreementAction.KeepEvidence, partner));
        Assert.Equal(Verdict.NotNow, agreement.Consider(AgreementAction.KeepEvidence, Drafter));
        Assert.Throws<DomainRuleException>(() => Add(agreement, partner, Details));
    }

    [Fact]
    public void Certificates_are_renewed_in_force()
    {
        var agreement = Approved();
        agreement.ActivateDue(
            Check(agreement, Moment.InForce, new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.Zero)),
            Act.OfThePortal,
            new DateTimeOffset(2026, 10, 1, 9, 0, 0, TimeSpan.Zero)
        );

        Assert.Equal(VersionStatus.Active, agreement.Newest.Status);
        Assert.NotNull(Add(agreement, Somebody(Charity, Role.InformationSecurity), Details));
    }

    [Fact]
    public void Auditors_strangers_and_other_roles_keep_none()
    {
        var agreement = InApproval();

        Assert.Equal(Verdict.Forbidden, agreement.Consider(AgreementAction.KeepEvidence, AuditorOf(Council)));
        Assert.Equal(
            Verdict.Forbidden,
            agreement.Consider(AgreementAction.KeepEvidence, Drafter with { AuditScope = new HashSet<OrganisationId> { Charity } })
        );
        Assert.Equal(Verdict.Forbidden, agreement.Consider(AgreementAction.KeepEvidence, Somebody(Charity, Role.Requester)));
        Assert.Equal(Verdict.Hidden, agreement.Consider(AgreementAction.KeepEvidence, Somebody(Stranger, Role.IgOfficer)));
        Assert.Equal(Verdict.Hidden, Given.Draft().Consider(AgreementAction.KeepEvidence, Somebody(Charity, Role.IgOfficer)));
    }

    [Theory]
    [InlineData(null, null, EvidenceValidity.Valid)]
    [InlineData(null, -1, EvidenceValidity.Expired)]
    [InlineData(null, 0, EvidenceValidity.ExpiresSoon)]
    [InlineData(null, 50, EvidenceValidity.ExpiresSoon)]
    [InlineData(null, 51, EvidenceValidity.Valid)]
    [InlineData(0, 61, EvidenceValidity.Valid)]
    [InlineData(1, 10, EvidenceValidity.NotYetValid)]
    [InlineData(-20, -10, EvidenceValidity.Expired)]
    public void Validity_includes_its_first_and_last_day_and_warns_as_long_before_as_the_policy_says(
        int? from,
        int? to,
        EvidenceValidity expected
    ) =>
        Assert.Equal(
            expected,
            Add(
                    Given.Draft(),
                    Drafter,
                    Details with
                    {
                        ValidFrom = from is { } f ? Today.AddDays(f) : null,
                        ValidTo = to is { } t ? Today.AddDays(t) : null,
                    }
                )
                .ValidityOn(Today, new Policy { EvidenceWarningDays = 50 })
        );

    private static Actor AuditorOf(OrganisationId scope) =>
        Somebody(Stranger, Role.Auditor) with
        {
            AuditScope = new HashSet<OrganisationId> { scope },
        };

    private static EvidenceItem Add(Agreement agreement, Actor actor, EvidenceDetails details, CheckedFile? file = null) =>
        EvidenceItem.Add(agreement, EvidenceId.New(), details, file, replaces: null, actor, Now);
}
