using System.Text;
using DataSharing.Domain.Agreements.Approval;
using DataSharing.Domain.Content;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Domain.Rules;
using DataSharing.Domain.Tests.Law;

namespace DataSharing.Domain.Tests.Editions;

public class EditionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Writer = Somebody(Role.SystemAdmin);
    private static readonly Actor Reader = Somebody(Role.SystemAdmin);
    private static readonly Actor Officer = Somebody(Role.IgOfficer);

    [Fact]
    public void Start_OfALawBook_IsADraftOfItsWriter()
    {
        var edition = Edition.Start(EditionKind.LawBook, 2, BookText.Another(2), Writer, Now);

        Assert.Equal((EditionStatus.Draft, 2), (edition.Status, edition.Number));
        Assert.Equal([Writer.Person], edition.Editors.Select(editor => editor.Person));
        Assert.Equal(LawBook.Read(BookText.Another(2)).Sha256, edition.Hash.Hex);
        Assert.Equal(
            new EditionStarted(edition.Id, EditionKind.LawBook, 2, Writer.As(Role.SystemAdmin), Now),
            Assert.Single(edition.Events)
        );
    }

    [Fact]
    public void Start_ByWhoIsNoAdministrator_IsRefused()
    {
        Assert.Throws<DomainRuleException>(() => Edition.Start(EditionKind.Policy, 2, Text(2), Officer, Now));
        Assert.False(Edition.MayPrepare(Officer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Start_WithBytesOfAnotherNumber_IsRefused(int number)
    {
        Assert.Throws<DomainRuleException>(() => Edition.Start(EditionKind.Policy, 2, Text(number), Writer, Now));
        Assert.Throws<DomainRuleException>(() => Edition.Start(EditionKind.LawBook, 2, BookText.Another(number), Writer, Now));
    }

    [Fact]
    public void Start_WithWhatWasReleasedBeforeItWasRefused_IsADraftThatCanBePutRight()
    {
        var edition = Edition.Start(
            EditionKind.LawBook,
            2,
            BookText.Another(2, book => book.Entry("A6-E")["explanation"] = "One. Two."),
            Writer,
            Now
        );

        Assert.Throws<InvalidLawBookException>(() =>
            edition.Change(BookText.Another(2, book => book.Entry("A6-E")["explanation"] = "Two. Three."), "x", edition.Hash, Writer, Now)
        );
        edition.Change(BookText.Another(2), "x", edition.Hash, Writer, Now);

        Assert.Equal(LawBook.Read(BookText.Another(2)).Sha256, edition.Hash.Hex);
    }

    [Fact]
    public void Start_WithWhatWasReleasedBeforeABoundCame_IsKeptButNotWrittenAgain()
    {
        var edition = Edition.Start(EditionKind.Policy, 2, Text(2, longestYears: 51), Writer, Now);

        Assert.Throws<InvalidPolicyException>(() => edition.Change(Text(2, longestYears: 52), "x", edition.Hash, Writer, Now));
    }

    [Fact]
    public void Start_WithWhatCannotBeRead_IsRefused()
    {
        Assert.Throws<InvalidPolicyException>(() => Edition.Start(EditionKind.Policy, 2, "[]"u8.ToArray(), Writer, Now));
        Assert.Throws<InvalidLawBookException>(() => Edition.Start(EditionKind.LawBook, 2, Text(2), Writer, Now));
    }

    [Fact]
    public void The_same_said_in_another_form_is_the_same_edition()
    {
        var spaced = Encoding.UTF8.GetBytes("""{ "number" : 2, "longestYears" : 4 }""");
        var edition = Edition.Start(EditionKind.Policy, 2, spaced, Writer, Now);

        Assert.Equal("""{"longestYears":4,"number":2}"""u8, edition.Bytes.Span);
        Assert.Equal(ContentHash.Of("""{"longestYears":4,"number":2}"""u8), edition.Hash);
    }

    [Fact]
    public void Release_BySomebodyWhoDidNotWriteInIt_MakesItCount()
    {
        var edition = PutForward();

        edition.Release(edition.Hash, Reader, Now);

        Assert.Equal((EditionStatus.Released, Reader.Person, Now), (edition.Status, edition.ReleasedBy, edition.ReleasedAt));
        Assert.Equal(
            new EditionReleased(edition.Id, EditionKind.Policy, 2, edition.Hash, Reader.As(Role.SystemAdmin), Now),
            edition.Events[^1]
        );
    }

    [Fact]
    public void Release_ByItsWriter_IsRefused()
    {
        var edition = PutForward();

        Assert.Equal(Verdict.Forbidden, edition.Consider(EditionAction.Release, Writer));
        Assert.Equal(
            "Whoever wrote in it does not release it.",
            Assert.Throws<DomainRuleException>(() => edition.Release(edition.Hash, Writer, Now)).Message
        );
        Assert.Equal(EditionStatus.PutForward, edition.Status);
    }

    [Fact]
    public void Release_ByWhoPutItForward_IsRefused()
    {
        var edition = Draft();
        edition.PutForward("Shorter agreements.", edition.Hash, Reader, Now);

        Assert.Throws<DomainRuleException>(() => edition.Release(edition.Hash, Reader, Now));
        edition.Release(edition.Hash, Somebody(Role.SystemAdmin), Now);
    }

    [Fact]
    public void Release_ByWhoChangedItLast_IsRefused()
    {
        var edition = PutForward();
        edition.Change(Text(2, longestYears: 3), "Longest agreement changed", edition.Hash, Reader, Now);
        edition.PutForward("Shorter agreements.", edition.Hash, Writer, Now);

        Assert.Equal([Writer.Person, Reader.Person], edition.Editors.Select(editor => editor.Person));
        Assert.Throws<DomainRuleException>(() => edition.Release(edition.Hash, Reader, Now));
    }

    [Fact]
    public void Release_OfADraft_ComesTooEarly()
    {
        var edition = Draft();

        Assert.Equal(Verdict.NotNow, edition.Consider(EditionAction.Release, Reader));
        Assert.Throws<DomainRuleException>(() => edition.Release(edition.Hash, Reader, Now));
    }

    [Fact]
    public void Release_OfWhatWasChangedSinceItWasRead_IsRefused()
    {
        var edition = PutForward();
        var read = edition.Hash;
        edition.Change(Text(2, longestYears: 3), "Longest agreement changed", read, Writer, Now);
        edition.PutForward("Even shorter agreements.", edition.Hash, Writer, Now);

        Assert.Throws<StaleDecisionException>(() => edition.Release(read, Reader, Now));
        Assert.Equal(EditionStatus.PutForward, edition.Status);
    }

    [Fact]
    public void Release_ByWhoIsNoAdministrator_IsRefused()
    {
        var edition = PutForward();

        Assert.All(Enum.GetValues<EditionAction>(), action => Assert.Equal(Verdict.Forbidden, edition.Consider(action, Officer)));
        Assert.Throws<DomainRuleException>(() => edition.Release(edition.Hash, Officer, Now));
    }

    [Fact]
    public void Change_OfWhatWasPutForward_MakesItADraftAgain()
    {
        var edition = PutForward();
        var before = edition.Hash;

        edition.Change(Text(2, longestYears: 3), "Longest agreement changed", before, Writer, Now);

        Assert.Equal(EditionStatus.Draft, edition.Status);
        Assert.Equal(Verdict.NotNow, edition.Consider(EditionAction.Release, Reader));
        Assert.Equal(
            new EditionChanged(
                edition.Id,
                EditionKind.Policy,
                2,
                "Longest agreement changed",
                before,
                edition.Hash,
                Writer.As(Role.SystemAdmin),
                Now
            ),
            edition.Events[^1]
        );
        Assert.Equal(3, Policy.Read(edition.Bytes.Span).LongestYears);
    }

    [Fact]
    public void Change_ThatChangesNothing_LeavesItPutForward()
    {
        var edition = PutForward();
        var events = edition.Events.Count;

        edition.Change(Text(2), "Nothing", edition.Hash, Reader, Now);

        Assert.Equal((EditionStatus.PutForward, events), (edition.Status, edition.Events.Count));
        Assert.False(edition.IsEditor(Reader.Person));
    }

    [Fact]
    public void Change_OfWhatSomebodyElseChanged_IsRefused()
    {
        var edition = Draft();
        var seen = edition.Hash;
        edition.Change(Text(2, longestYears: 3), "Longest agreement changed", seen, Reader, Now);

        Assert.Throws<StaleDecisionException>(() =>
            edition.Change(Text(2, longestYears: 2), "Longest agreement changed", seen, Writer, Now)
        );
        Assert.Equal(3, Policy.Read(edition.Bytes.Span).LongestYears);
    }

    [Fact]
    public void Change_ToAnotherNumber_IsRefused()
    {
        var edition = Draft();
        var before = edition.Hash;

        Assert.Throws<DomainRuleException>(() => edition.Change(Text(3), "Number changed", before, Writer, Now));
        Assert.Equal(before, edition.Hash);
    }

    [Fact]
    public void Change_ToWhatMakesNoSense_IsRefused()
    {
        var edition = Draft();

        Assert.Throws<InvalidPolicyException>(() =>
            edition.Change(Text(2, longestYears: 0), "Longest agreement changed", edition.Hash, Writer, Now)
        );
        Assert.Equal(4, Policy.Read(edition.Bytes.Span).LongestYears);
    }

    [Fact]
    public void PutForward_OfWhatSomebodyElseChanged_IsRefused()
    {
        var edition = Draft();
        var seen = edition.Hash;
        edition.Change(Text(2, longestYears: 3), "Longest agreement changed", seen, Reader, Now);

        Assert.Throws<StaleDecisionException>(() => edition.PutForward("Shorter agreements.", seen, Writer, Now));
    }

    [Theory]
    [InlineData("", 0, "Say what is new and why")]
    [InlineData("x", 0, "Say what is new and why, in at least 10 characters and two words")]
    [InlineData("Too short", 0, "Say what is new and why, in at least 10 characters and two words")]
    [InlineData("xxxxxxxxxxxxxxx", 0, "Say what is new and why, in at least 10 characters and two words")]
    [InlineData(
        "Shorter\aagreements are asked for.",
        0,
        "This text holds the control character U+0007. Only line breaks and tabs are allowed."
    )]
    [InlineData("Shorter agreements.", Edition.ChangeNoteMaxLength, "The note must be 2000 characters or fewer")]
    public void PutForward_WithoutAProperNote_IsRefused(string note, int more, string objection)
    {
        var edition = Draft();

        Assert.Equal(
            objection,
            Assert.Throws<DomainRuleException>(() => edition.PutForward(note + new string('x', more), edition.Hash, Writer, Now)).Message
        );
        Assert.Equal(EditionStatus.Draft, edition.Status);
    }

    [Fact]
    public void PutForward_Return_and_Withdraw_TakeAsMuchAsTheyMay()
    {
        var edition = Draft();
        edition.PutForward("New " + new string('x', Edition.ChangeNoteMaxLength - 4), edition.Hash, Writer, Now);
        edition.Return(new string('x', Edition.ReasonMaxLength), Reader, Now);
        Assert.Throws<DomainRuleException>(() => edition.Withdraw(new string('x', Edition.ReasonMaxLength + 1), Writer, Now));
        edition.Withdraw(new string('x', Edition.ReasonMaxLength), Writer, Now);

        Assert.Equal(EditionStatus.Withdrawn, edition.Status);
    }

    [Fact]
    public void PutForward_Twice_IsRefused()
    {
        var edition = PutForward();

        Assert.Equal(Verdict.NotNow, edition.Consider(EditionAction.PutForward, Writer));
        Assert.Equal(
            "PutForward cannot happen to Policy 2, which is PutForward.",
            Assert.Throws<DomainRuleException>(() => edition.PutForward("Again.", edition.Hash, Writer, Now)).Message
        );
    }

    [Fact]
    public void Return_GivesItBackWithTheReason_UntilItIsPutForwardAgain()
    {
        var edition = PutForward();

        edition.Return("Four years are too few.", Reader, Now);

        Assert.Equal((EditionStatus.Draft, "Four years are too few."), (edition.Status, edition.ReturnedBecause));
        Assert.Equal("Four years are too few.", Assert.IsType<EditionReturned>(edition.Events[^1]).Act.Reason);
        Assert.False(edition.IsEditor(Reader.Person)); // a reader's no is no writing

        edition.PutForward("Four years are enough.", edition.Hash, Writer, Now);
        Assert.Null(edition.ReturnedBecause);
    }

    [Fact]
    public void Return_OfADraft_IsRefused() => Assert.Throws<DomainRuleException>(() => Draft().Return("No.", Reader, Now));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("No\0.")]
    public void Return_or_Withdraw_WithoutAReason_IsRefused(string reason)
    {
        Assert.Throws<DomainRuleException>(() => PutForward().Return(reason, Reader, Now));
        Assert.Throws<DomainRuleException>(() => PutForward().Withdraw(reason, Reader, Now));
    }

    [Fact]
    public void Withdraw_EndsIt()
    {
        var edition = PutForward();

        edition.Withdraw("Parliament decided otherwise.", Writer, Now);

        Assert.Equal(EditionStatus.Withdrawn, edition.Status);
        Assert.False(edition.IsOpen);
        Assert.All(Enum.GetValues<EditionAction>(), action => Assert.Equal(Verdict.NotNow, edition.Consider(action, Reader)));
        Assert.Equal("Parliament decided otherwise.", Assert.IsType<EditionWithdrawn>(edition.Events[^1]).Act.Reason);
    }

    [Fact]
    public void Nobody_changes_what_was_released()
    {
        var edition = PutForward();
        edition.Release(edition.Hash, Reader, Now);
        var released = edition.Hash;

        Assert.All(
            Enum.GetValues<EditionAction>(),
            action => Assert.Equal(Verdict.NotNow, edition.Consider(action, Somebody(Role.SystemAdmin)))
        );
        Assert.Throws<DomainRuleException>(() =>
            edition.Change(Text(2, longestYears: 3), "Longest agreement changed", released, Writer, Now)
        );
        Assert.Throws<DomainRuleException>(() => edition.Withdraw("No.", Writer, Now));
        Assert.Throws<DomainRuleException>(() => edition.Return("No.", Reader, Now));
        Assert.Equal((released, EditionStatus.Released), (edition.Hash, edition.Status));
    }

    private static Edition Draft() => Edition.Start(EditionKind.Policy, 2, Text(2), Writer, Now);

    private static Edition PutForward()
    {
        var edition = Draft();
        edition.PutForward("Shorter agreements.", edition.Hash, Writer, Now);
        return edition;
    }

    private static byte[] Text(int number, int longestYears = 4) =>
        (Policy.First with { Number = number, LongestYears = longestYears }).Write();

    private static Actor Somebody(Role role) => new(PersonId.New(), OrganisationId.New(), new HashSet<Role> { role });
}
