using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using DataSharing.Domain.Editions;
using DataSharing.Domain.Law;
using DataSharing.Web.Forms;
using DataSharing.Web.Pages.Law;
using DataSharing.Web.Pages.Law.Drafts;
using DataSharing.Web.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace DataSharing.Web.Tests.Pages.Law.Drafts;

public sealed class EntryTests(LawPortal portal) : EditionPageTests(portal)
{
    private const string Purposes = "MultipleDisadvantages\nTvRetuning\nFuelPoverty\nWaterPoverty\nIdentityVerification\n";

    protected override string Address => "/law/drafts/law-book/entry/GW-DEA35";

    /// <summary>Whatever an entry says is understood as it was when the form that shows it comes back, be it touched or not.</summary>
    [Fact]
    public void Every_entry_taken_as_the_form_shows_it_is_the_same_entry()
    {
        foreach (var entry in LawBook.First.Entries.Concat(LawBook.Shipped.Entries))
        {
            var shown = LawBook.WriteEntry(entry);
            var kind = shown["kind"]!.GetValue<string>();
            var state = new ModelStateDictionary();
            var sent = new FormCollection(
                LawMember
                    .Of(kind)
                    .Select(member => (member.Name, Shown: member.Show(shown)))
                    .Where(member => member.Shown.Count > 0)
                    .ToDictionary(member => "Typed." + member.Name, member => new StringValues([.. member.Shown]))
            );

            var typed = new TypedEntry(sent, kind, state).Over(shown: null, Spoiled(shown), entry.Code);

            Assert.True(state.IsValid, entry.Code);
            Assert.Equal(shown.ToJsonString(), LawBook.WriteEntry(LawBook.ReadEntry(TypedEntry.Said(typed))).ToJsonString());
        }
    }

    /// <summary>Everything that the newest book of the portal says, under the number of the one in preparation.</summary>
    private static LawBook WholeBook(LawBook prepared)
    {
        var book = JsonNode.Parse(LawBook.Shipped.Write())!;
        book["number"] = prepared.Number;
        return LawBook.Read(Encoding.UTF8.GetBytes(book.ToJsonString()));
    }

    // The same entry without what it says, so that all of it must come from the form.
    private static JsonObject Spoiled(JsonObject shown) =>
        new() { ["kind"] = shown["kind"]!.DeepClone(), ["code"] = shown["code"]!.DeepClone() };

    /// <summary>The page shows each member of each kind, and each choice of it, as the form takes it.</summary>
    [Fact]
    public async Task Every_member_of_every_kind_sent_back_as_it_is_shown_changes_nothing()
    {
        var browser = Portal.SignedInAs(await PreparedAsync(WholeBook));
        var before = await BookAsync();
        var entries = ThatSayEverything(before);
        Assert.Equal(LawMember.Kinds.Count, entries.Select(entry => entry.GetType()).Distinct().Count());

        foreach (var entry in entries)
        {
            var page = await browser.GetAsync($"/law/drafts/law-book/entry/{entry.Code}");
            var shown = LawBook.WriteEntry(entry);
            var form = page.Document.QuerySelector("main form[method=post]")!;
            foreach (var member in LawMember.Of(entry.GetType().Name))
            {
                var controls = form.QuerySelectorAll($"[name='Typed.{member.Name}']");
                Assert.NotEmpty(controls);
                Assert.Equal(
                    (entry.Code, member.Name, string.Join('|', InOrder(member, member.Show(shown)))),
                    (entry.Code, member.Name, string.Join('|', InOrder(member, ValuesOf(controls))))
                );
            }

            var answer = await browser.SendAsync(page, $"/law/drafts/law-book/entry/{entry.Code}");
            Assert.Equal((entry.Code, HttpStatusCode.Redirect), (entry.Code, answer.Status));
        }

        Assert.True(LawBookDifference.Between(before, await BookAsync()).IsEmpty);

        // Boxes to tick stand in the order of the choices.
        static IEnumerable<string> InOrder(LawMember member, IEnumerable<string> values) =>
            member.Shape is LawMemberShape.SeveralOf ? values.Order(StringComparer.Ordinal) : values;

        // A choice that nobody made is no answer, and three empty boxes are no day.
        static IEnumerable<string> ValuesOf(IEnumerable<AngleSharp.Dom.IElement> controls) =>
            controls
                .Select(control =>
                    control switch
                    {
                        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? box.Value : null,
                        IHtmlInputElement input => input.Value,
                        IHtmlTextAreaElement area => area.Value,
                        _ => null,
                    }
                )
                .OfType<string>()
                .Where(value => value.Length > 0);
    }

    /// <summary>A few entries, the longest first, that between them say every member and every choice that any entry of their kind says.</summary>
    private static List<LawEntry> ThatSayEverything(LawBook book)
    {
        var said = new HashSet<(Type, string, string?)>();
        return
        [
            .. book
                .Entries.OrderByDescending(entry => LawBook.WriteEntry(entry).Count)
                .Where(entry =>
                {
                    var shown = LawBook.WriteEntry(entry);
                    var before = said.Count;
                    said.UnionWith(
                        LawMember
                            .Of(entry.GetType().Name)
                            .SelectMany(member =>
                                member
                                    .Show(shown)
                                    .Select(value => (entry.GetType(), member.Name, member.Choices.Count > 0 ? value : (string?)null))
                            )
                    );
                    return said.Count > before;
                }),
        ];
    }

    [Fact]
    public async Task Post_Changed_IsWrittenAsItWasSaid()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());

        await browser.SendAsync(
            Address,
            ("Typed.status", "Lapsed"),
            ("Typed.validTo", "31"),
            ("Typed.validTo", "12"),
            ("Typed.validTo", "2027"),
            ("Typed.evidence", "first\r\nsecond"),
            ("Typed.registerRequired", null),
            (
                "Typed.specifiedPersons",
                "GOVUK-SLUG:a-body; A body; Both; FuelPoverty; 2026-01-01; 2027-12-31; A note\nPOLICE-UK:*\tPolice forces\tSender"
            )
        );

        var gateway = (await BookAsync()).Gateway("GW-DEA35")!;
        Assert.Equal((LegalStatus.Lapsed, new DateOnly(2027, 12, 31)), (gateway.Status, gateway.ValidTo));
        Assert.Equal(["first", "second"], gateway.Evidence);
        Assert.False(gateway.RegisterRequired);
        Assert.Equal(
            [
                new SpecifiedPerson
                {
                    Organisation = "GOVUK-SLUG:a-body",
                    Name = "A body",
                    Side = SpecifiedSide.Both,
                    PurposeCode = "FuelPoverty",
                    ValidFrom = new(2026, 1, 1),
                    ValidTo = new(2027, 12, 31),
                    Note = "A note",
                },
                new SpecifiedPerson
                {
                    Organisation = "POLICE-UK:*",
                    Name = "Police forces",
                    Side = SpecifiedSide.Sender,
                },
            ],
            gateway.SpecifiedPersons
        );
    }

    [Fact]
    public async Task Post_OpenTo_IsWrittenAndNoneIsAnyone()
    {
        await Portal.AsDeliveredAsync();
        var browser = Portal.SignedInAs(await PreparedAsync());

        await browser.SendAsync("/law/drafts/law-book/entry/GW-LOC1", ("Typed.openTo", "Council"), ("Typed.openTo", "Police"));
        Assert.Equal([BodyKind.Council, BodyKind.Police], (await BookAsync()).Find("GW-LOC1")!.OpenTo);
        Assert.Contains(
            "A council; The police or another competent authority",
            (await browser.GetAsync("/law/drafts/law-book")).Main,
            StringComparison.Ordinal
        );

        await browser.SendAsync("/law/drafts/law-book/entry/GW-LOC1", ("Typed.openTo", null));
        Assert.Empty((await BookAsync()).Find("GW-LOC1")!.OpenTo);
        Assert.Contains("Anyone", (await browser.GetAsync("/law/drafts/law-book")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Invalid_SaysWhatIsWrongBesideItsQuestionAndKeepsWhatWasTyped()
    {
        (string Field, string? Value, string Error)[] invalid =
        [
            ("Typed.limits", "A bell\a", "Limits: This text holds the control character U+0007. Only line breaks and tabs are allowed."),
            (
                "Typed.citation",
                "Nothing\u0001",
                "Citation: This text holds the control character U+0001. Only line breaks and tabs are allowed."
            ),
            (
                "Typed.specifiedPersons",
                "POLICE-UK:*; Police\u202E; Both",
                "Specified bodies: This text holds the control character U+202E. Only line breaks and tabs are allowed."
            ),
            (
                "Typed.validFrom",
                null,
                "Valid from: it is in force and stands on legislation.gov.uk, so it needs its first day (valid from)."
            ),
            (
                "Typed.allowedPurposeCodes",
                Purposes + "<b>",
                "Purposes it is limited to: “<b>” is not written as a purpose: it has 3 to 60 letters and digits, like FuelPoverty."
            ),
            (
                "Typed.allowedPurposeCodes",
                Purposes + "fuelpoverty",
                "Purposes it is limited to: “fuelpoverty” must be written FuelPoverty, as agreements write it."
            ),
            ("Typed.openTo", "Everybody", "Open to: choose of the list"),
            ("Typed.explanation", " ", "Explanation: enter it"),
            ("Typed.status", "", "Status: choose it"),
            ("Typed.status", "Nonsense", "Status: choose one of the list"),
            (
                "Typed.status",
                "Repealed",
                "Valid to: a provision that is repealed or has lapsed needs its last day (valid to), for it was the law until then."
            ),
            ("Typed.url", "https://elsewhere.example", "Address: the address must be on legislation.gov.uk."),
            (
                "Typed.specifiedPersons",
                "nobody; X; Both",
                "Specified bodies: line 1 begins with “nobody”, which is not written as scheme:value, or as scheme:beginning* for every identifier that begins so"
            ),
            (
                "Typed.specifiedPersons",
                "POLICE-UK:w*t; X; Both",
                "Specified bodies: line 1 begins with “POLICE-UK:w*t”, which is not written as scheme:value, or as scheme:beginning* for every identifier that begins so"
            ),
            ("Typed.explanation", "One. Two.", "Explanation: the explanation must be one sentence."),
            (
                "Typed.specifiedPersons",
                "a:b; X; Both; Nonsense",
                "Specified bodies: X is specified for Nonsense, which the gateway does not cover."
            ),
            ("Typed.specifiedPersons", "a:b; X; Both;; 1/1/2026", "Specified bodies: line 1 says “1/1/2026”: write a day as 2027-03-31"),
        ];
        var browser = Portal.SignedInAs(await PreparedAsync());
        var before = await BookAsync();
        var page = await browser.GetAsync(Address);

        foreach (var (field, value, error) in invalid)
        {
            var answer = await browser.SendAsync(page, Address, ("Typed.name", Hostile.Text), (field, value));

            Assert.Equal((field, value, HttpStatusCode.BadRequest), (field, value, answer.Status));
            Assert.Equal([error], answer.Errors);
            Hostile.AssertShownHarmlessly(answer);
            AssertBesideItsQuestion(answer);
        }

        Assert.True(LawBookDifference.Between(before, await BookAsync()).IsEmpty);
    }

    [Fact]
    public async Task Post_MuchThatIsWrong_IsSaidAtOnceInTheOrderOfTheForm()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());

        var answer = await browser.SendAsync(
            Address,
            ("Typed.name", ""),
            ("Typed.explanation", "One. Two."),
            ("Typed.url", "https://elsewhere.example"),
            ("Typed.status", "Repealed"),
            ("Typed.validFrom", "31"),
            ("Typed.validFrom", "2"),
            ("Typed.validFrom", "2027"),
            ("Typed.allowedPurposeCodes", "F"),
            ("Typed.limits", "A bell\a")
        );

        Assert.Equal(
            [
                "Name: enter it",
                "Explanation: the explanation must be one sentence.",
                "Address: the address must be on legislation.gov.uk.",
                "Valid from must be a real date, like 27 3 2027",
                "Valid to: a provision that is repealed or has lapsed needs its last day (valid to), for it was the law until then.",
                "Limits: This text holds the control character U+0007. Only line breaks and tabs are allowed.",
                "Purposes it is limited to: “F” is not written as a purpose: it has 3 to 60 letters and digits, like FuelPoverty.",
            ],
            answer.Errors.Where(error => !error.StartsWith("Specified bodies", StringComparison.Ordinal))
        );
        AssertBesideItsQuestion(answer);
    }

    [Fact]
    public async Task Post_ANewProvisionWithoutAnything_AsksForAllThatItNeeds()
    {
        var answer = await Portal.SignedInAs(await PreparedAsync()).SendAsync("/law/drafts/law-book/entry?kind=Gateway");

        Assert.Equal(
            [
                "The code must be capital letters and digits in groups parted by hyphens, like GW-DEA35",
                "Name: enter it",
                "Explanation: enter it",
                "Citation: enter it",
                "Status: choose it",
                "Who may use it: enter it",
                "What an agreement must show: enter it",
                "What it is: choose it",
                "For what: enter it",
                "Where it applies: choose it",
            ],
            answer.Errors
        );
        AssertBesideItsQuestion(answer);
    }

    [Fact]
    public async Task Post_AnObjectiveThatNoAgreementKnows_IsWarnedOfBeforeItIsPutForward()
    {
        await Portal.AsDeliveredAsync();
        var browser = Portal.SignedInAs(await PreparedAsync());
        Assert.DoesNotContain("is a new objective", (await browser.GetAsync("/law/drafts/law-book")).Main, StringComparison.Ordinal);

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await browser.SendAsync("/law/drafts/law-book/entry/GW-LOC1", ("Typed.allowedPurposeCodes", "Foo"))).Status
        );

        Assert.Contains(
            "Foo is a new objective: no purpose of an agreement says it yet.",
            (await browser.GetAsync("/law/drafts/law-book")).Main,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_AfterSomebodyReleasedIt_SaysWhoAndWhenAndKeepsWhatWasTyped()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var open = await browser.GetAsync(Address);
        await Portal.ReleaseLawBookAsync(book => book);

        var answer = await browser.SendAsync(open, Address, ("Typed.name", Hostile.Text), ("Typed.limits", "Much that was typed."));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Matches(@"^\S+ \(.+\) released law book \d+ on \d+ \w+ at \d\d:\d\d\. Nothing was saved now$", Assert.Single(answer.Errors));
        Hostile.AssertShownHarmlessly(answer);
        Assert.Equal("Much that was typed.", answer.Document.QuerySelector("#m-limits")!.TextContent.Trim());
        Assert.Empty(answer.Document.QuerySelectorAll("main button"));
        Assert.Contains(
            answer.Document.QuerySelectorAll("main a"),
            link => link.TextContent == "prepare the next law book" && link.GetAttribute("href") == "/law/books"
        );
    }

    // Every error of the summary leads to a control of the form, whose group is marked and says the same.
    private static void AssertBesideItsQuestion(Answer answer) =>
        Assert.All(
            answer.Document.QuerySelectorAll(".govuk-error-summary li"),
            item =>
            {
                var control = answer.Document.QuerySelector(item.QuerySelector("a")!.GetAttribute("href")!)!;
                var message = control.Closest(".govuk-form-group--error")!.QuerySelector(".govuk-error-message")!;
                Assert.EndsWith(item.TextContent.Trim(), message.TextContent, StringComparison.Ordinal);
                Assert.Contains(
                    message.Id!,
                    (control.GetAttribute("aria-describedby") ?? control.Closest("fieldset")!.GetAttribute("aria-describedby"))!,
                    StringComparison.Ordinal
                );
            }
        );

    [Fact]
    public async Task Post_NewProvision_IsAddedAfterItsKind_AndACodeIsUsedOnce()
    {
        const string New = "/law/drafts/law-book/entry?kind=RecognisedInterest";
        var browser = Portal.SignedInAs(await PreparedAsync());
        (string, string?)[] said =
        [
            ("NewCode", "RLI-NEW"),
            ("Typed.name", "A new aim"),
            ("Typed.explanation", "An aim of new regulations."),
            ("Typed.citation", "SI 2026/999"),
            ("Typed.status", "InForce"),
            ("Typed.whoMayUse", "Anyone relying on recognised legitimate interests."),
            ("Typed.evidence", "why it is necessary"),
        ];

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(New, said)).Status);
        var again = await browser.SendAsync(New, said);

        Assert.Equal("RLI-NEW", (await BookAsync()).Of<RecognisedInterest>().Last().Code);
        Assert.Equal(["RLI-NEW is A new aim. A code is never used for something else"], again.Errors);
        Assert.Equal(
            ["The code must be capital letters and digits in groups parted by hyphens, like GW-DEA35"],
            (await browser.SendAsync(New, [.. said[1..], ("NewCode", "rli new")])).Errors
        );
        Assert.Equal(
            ["The code must begin with RLI-, as the others of its kind do"],
            (await browser.SendAsync(New, [.. said[1..], ("NewCode", "GW-NEW")])).Errors
        );
    }

    [Fact]
    public async Task Post_SomebodyElseChangedAnotherPartMeanwhile_KeepsBoth()
    {
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var open = await one.GetAsync(Address);

        await two.SendAsync("/law/drafts/law-book/entry/GW-LOC1", ("Typed.limits", "Meanwhile."));
        await two.SendAsync("/law/drafts/law-book/about", ("Form.Title", "Meanwhile too"));

        Assert.Equal("/law/drafts/law-book", (await one.SendAsync(open, Address, ("Typed.name", "In time"))).Location?.OriginalString);
        var book = await BookAsync();
        Assert.Equal(
            ("In time", "Meanwhile.", "Meanwhile too"),
            (book.Find("GW-DEA35")!.Name, book.Gateway("GW-LOC1")!.Limits, book.Title)
        );
    }

    [Fact]
    public async Task Post_SomebodyElseChangedTheSameProvisionMeanwhile_ShowsWhatTheySavedAndKeepsWhatWasTyped()
    {
        var other = await Portal.ASystemAdministratorAsync();
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(other));
        var open = await one.GetAsync(Address);
        await two.SendAsync(Address, ("Typed.limits", Hostile.Text), ("Typed.evidence", "another\nmore"));

        var conflict = await one.SendAsync(open, Address, ("Typed.name", "Mine"), ("Typed.evidence", "another\nmine"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Matches(
            $@"^{other.Subject} \(.+\) saved it on \d+ \w+ \d{{4}} at \S+ UK time, while you were writing\. What you typed is still here",
            conflict.Errors[0]
        );
        Assert.Equal(["What an agreement must show: what is saved now also has “more”, and does not have “mine”"], conflict.Errors.Skip(1));
        Hostile.AssertShownHarmlessly(conflict);
        Assert.Equal("Mine", conflict.Document.QuerySelector("#m-name")!.GetAttribute("value"));
        Assert.Equal("Improving public services", (await BookAsync()).Find("GW-DEA35")!.Name);

        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(conflict, Address)).Status);

        var book = await BookAsync();
        Assert.Equal("Mine", book.Find("GW-DEA35")!.Name);
        Assert.Equal(["another", "mine"], book.Find("GW-DEA35")!.Evidence);
        Assert.Equal(Hostile.Text, book.Gateway("GW-DEA35")!.Limits); // which the person had left alone
    }

    [Fact]
    public async Task Post_SomebodyElseChangedOtherFieldsOfItMeanwhile_KeepsBoth()
    {
        await Portal.AsDeliveredAsync();
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var open = await one.GetAsync(Address);
        await two.SendAsync(
            Address,
            ("Typed.limits", "Theirs."),
            ("Typed.coversOnward", "true"),
            ("Typed.registerRequired", null),
            ("Typed.validTo", "31"),
            ("Typed.validTo", "12"),
            ("Typed.validTo", "2030")
        );

        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(open, Address, ("Typed.name", "Mine"), ("Typed.openTo", null))).Status);

        var gateway = (await BookAsync()).Gateway("GW-DEA35")!;
        Assert.Equal(
            ("Mine", "Theirs.", true, false, new DateOnly(2030, 12, 31)),
            (gateway.Name, gateway.Limits, gateway.CoversOnward, gateway.RegisterRequired, gateway.ValidTo!.Value)
        );
        Assert.Empty(gateway.OpenTo);
    }

    [Fact]
    public async Task Post_NotSayingHowItWasShown_TakesWhateverDiffersForTyped()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());
        var page = await browser.GetAsync(Address);

        foreach (var start in new[] { "", "null", "{", "[1]" })
        {
            var answer = await browser.SendAsync(page, Address, (Opened.Field, start), ("Typed.limits", "Mine."));

            Assert.Equal((start, HttpStatusCode.Conflict), (start, answer.Status));
            Assert.StartsWith("Limits: what is saved now says", answer.Errors[1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Post_SomebodyElseSavedTheSameWords_IsSaved()
    {
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        var open = await one.GetAsync(Address);
        await two.SendAsync(Address, ("Typed.name", "The same"));

        Assert.Equal(HttpStatusCode.Redirect, (await one.SendAsync(open, Address, ("Typed.name", "The same"))).Status);
    }

    [Fact]
    public async Task Post_FormOfAnEditionThatWasWithdrawn_IsNotWrittenIntoTheNext()
    {
        var one = Portal.SignedInAs(await PreparedAsync());
        var open = await one.GetAsync(Address);
        await PreparedAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await one.SendAsync(open, Address, ("Typed.name", "For another edition"))).Status);
    }

    [Fact]
    public async Task PostTakeOut_WhatWasNeverReleased_IsGone_AndAFormThatIsStillOpenIsTooLate()
    {
        await Portal.AsDeliveredAsync();
        const string New = "/law/drafts/law-book/entry/GW-NEW";
        var one = Portal.SignedInAs(
            await PreparedAsync(book => book.With(book.Gateway("GW-LOC1")! with { Code = "GW-NEW", Name = "New" }))
        );
        var page = await one.GetAsync(New);

        Assert.Equal("/law/drafts/law-book", (await one.SendAsync(FormIn(page, "TakeOut"), New)).Location?.OriginalString);

        Assert.Null((await BookAsync()).Find("GW-NEW"));
        Assert.Contains("GW-NEW taken out", (await one.GetAsync("/law/drafts/law-book")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await one.SendAsync(page, New, ("Typed.name", "Too late"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await one.SendAsync(FormIn(page, "TakeOut"), New, Browser.InAnotherWindow)).Status);
    }

    [Fact]
    public async Task PostTakeOut_WhatAnotherProvisionNames_IsRefused()
    {
        await Portal.AsDeliveredAsync();
        const string New = "/law/drafts/law-book/entry/S1-99";
        var one = Portal.SignedInAs(
            await PreparedAsync(book =>
                book.With(book.Schedule1Paragraph("S1-18")! with { Code = "S1-99" })
                    .With(book.SpecialCategoryCondition("A9-G")! with { Schedule1AnyOf = ["S1-99"] })
            )
        );

        var answer = await one.SendAsync(FormIn(await one.GetAsync(New), "TakeOut"), New);

        Assert.Equal(
            (HttpStatusCode.BadRequest, "A9-G: it names S1-99, which is not in the book."),
            (answer.Status, Assert.Single(answer.Errors))
        );
        Assert.NotEmpty(answer.Document.QuerySelector("#m-name")!.GetAttribute("value")!);
    }

    [Fact]
    public async Task PostTakeOut_WhatWasReleased_CannotBe()
    {
        var one = Portal.SignedInAs(await PreparedAsync());

        Assert.Empty((await one.GetAsync(Address)).Document.QuerySelectorAll("form[action*=handler]"));
        Assert.Equal(HttpStatusCode.Conflict, (await one.PostAsync(Address + "?handler=TakeOut")).Status);
        Assert.NotNull((await BookAsync()).Find("GW-DEA35"));
    }

    [Fact]
    public async Task PostPutBack_WhatWasChanged_SaysWhatTheReleasedBookSays_UnlessItChangedMeanwhile()
    {
        await Portal.AsDeliveredAsync();
        var (one, two) = (Portal.SignedInAs(await PreparedAsync()), Portal.SignedInAs(await Portal.ASystemAdministratorAsync()));
        await one.SendAsync(Address, ("Typed.name", "Changed"));
        var page = await one.GetAsync(Address);
        await two.SendAsync(Address, ("Typed.limits", "Meanwhile."));

        var conflict = await one.SendAsync(FormIn(page, "PutBack"), Address);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.EndsWith(
            "while you were writing. It is shown as it is now. Press once more if you still want to.",
            Assert.Single(conflict.Errors),
            StringComparison.Ordinal
        );
        Assert.Equal("Meanwhile.", conflict.Document.QuerySelector("#m-limits")!.TextContent.Trim());
        Assert.Equal(Address, conflict.Document.QuerySelector("main form")!.GetAttribute("action"), ignoreCase: true); // to save is not to put back

        Assert.Equal("/law/drafts/law-book", (await one.SendAsync(FormIn(conflict, "PutBack"), Address)).Location?.OriginalString);
        Assert.Empty(LawBookDifference.Between(LawBook.First, await BookAsync()).Entries);
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement FormIn(Answer page, string handler) =>
        (AngleSharp.Html.Dom.IHtmlFormElement)
            page
                .Document.QuerySelectorAll("main form")
                .Single(f => f.GetAttribute("action")?.Contains($"handler={handler}", StringComparison.Ordinal) is true);

    [Fact]
    public async Task Get_NoSuchProvisionOrKind_IsNotFound()
    {
        var browser = Portal.SignedInAs(await PreparedAsync());

        foreach (var which in new[] { "/GW-NONE", "?kind=Nonsense", "" })
        {
            Assert.Equal((which, HttpStatusCode.NotFound), (which, (await browser.GetAsync("/law/drafts/law-book/entry" + which)).Status));
        }
    }
}
