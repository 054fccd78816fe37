using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Tests.Law;

public class LawBookTests
{
    private static LawBook Book => LawBook.First;

    [Fact]
    public void Book_1_says_which_law_it_states()
    {
        Assert.Equal(1, Book.Number);
        Assert.Equal(new DateOnly(2026, 9, 1), Book.AsOf);
        Assert.Matches("^[0-9a-f]{64}$", Book.Sha256);
        Assert.NotEmpty(Book.OpenPoints);
    }

    [Fact]
    public void A_lookup_finds_only_its_own_kind()
    {
        Assert.Equal("Improving public services", Book.Gateway("GW-DEA35")?.Name);
        Assert.Null(Book.Gateway("A6-E"));
        Assert.Null(Book.Gateway("GW-NOWHERE"));
        Assert.Null(Book.Gateway(null));
        Assert.Equal("Public task", Book.Find("A6-E")?.Name);
    }

    [Fact]
    public void Browsing_by_kind_keeps_the_order_of_the_law() =>
        Assert.Equal(["A6-A", "A6-B", "A6-C", "A6-D", "A6-E", "A6-EA", "A6-F"], Book.Of<LawfulBasis>().Select(b => b.Code));

    [Theory]
    [InlineData("electoral canvass", "GW-RP32ZBB")]
    [InlineData("gw-rta3", "GW-RTA3")]
    [InlineData("outweighed reason", "A6-F")]
    [InlineData("keeper", "GW-RVR27")]
    public void Search_finds_what_says_every_word(string text, string code) => Assert.Contains(code, Book.Search(text).Select(e => e.Code));

    [Fact]
    public void Search_puts_the_exact_code_first() => Assert.Equal("A6-E", Book.Search("a6-e").First().Code);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("electoral driver")]
    public void Search_finds_nothing_for_blank_or_unmatched_text(string text) => Assert.Empty(Book.Search(text));

    [Theory]
    [InlineData("A6-EA", "2026-02-04", false)]
    [InlineData("A6-EA", "2026-02-05", true)]
    [InlineData("A6-E", "2026-02-04", true)]
    [InlineData("GW-CA04-16LA", "2026-09-01", false)]
    [InlineData("GW-LGA2000-2", "2010-01-01", true)]
    [InlineData("GW-LGA2000-2", "2021-10-31", true)]
    [InlineData("GW-LGA2000-2", "2021-11-01", false)]
    [InlineData("GW-WRA131", "2012-07-01", false)]
    [InlineData("GW-WRA131", "2026-09-01", true)]
    [InlineData("GW-DEA35", "2026-09-01", true)]
    public void In_force_is_a_matter_of_status_and_day(string code, string day, bool inForce)
    {
        Assert.Equal(inForce, Book.Find(code)!.InForceOn(DateOnly.Parse(day, null)));
        Assert.Equal(inForce, Book.InForceOn(DateOnly.Parse(day, null)).Any(e => e.Code == code));
    }

    [Fact]
    public void No_entry_of_book_1_is_law_before_the_instrument_that_it_cites() =>
        Assert.Equal(
            [],
            from entry in Book.Entries
            let years = YearsCited(entry.Citation)
            where
                entry.ValidFrom is { } first
                    ? years.Count > 0 && first.Year < years.Min()
                    : years.Count > 0 && entry.Status is not LegalStatus.EnactedNotCommenced
            select $"{entry.Code} from {entry.ValidFrom?.ToString("O", null) ?? "ever"}: {entry.Citation}"
        );

    // "SI 2002/1438" is of its year too, and the articles of the UK GDPR, which are cited without one, have been law since 2018.
    private static List<int> YearsCited(string citation) =>
        [
            .. Regex.Matches(citation, @"(?<!\d)(19|20)\d\d(?!\d)").Select(year => int.Parse(year.Value, null)),
            .. citation.Contains("UK GDPR Art", StringComparison.Ordinal) ? [2018] : Array.Empty<int>(),
        ];

    [Fact]
    public void The_law_of_1_March_2016_has_no_Act_of_a_later_year() =>
        Assert.Empty(
            Book.InForceOn(new DateOnly(2016, 3, 1))
                .Select(e => e.Code)
                .Intersect(["GW-DEA35", "GW-DEA64", "GW-SRSA45", "TR-IDTA", "TR-DEROG-A", "TR-P3-ADEQ"])
        );

    [Theory]
    [InlineData(LegalStatus.InForce, "2020-01-01", null, Standing.InForce)]
    [InlineData(LegalStatus.InForce, "2026-09-02", null, Standing.NotCommenced)]
    [InlineData(LegalStatus.InForce, null, "2026-08-31", Standing.Lapsed)]
    [InlineData(LegalStatus.Repealed, "2020-01-01", "2026-09-01", Standing.InForce)]
    [InlineData(LegalStatus.Repealed, "2020-01-01", "2026-08-31", Standing.Repealed)]
    [InlineData(LegalStatus.Repealed, "2026-09-02", "2026-12-31", Standing.NotCommenced)]
    [InlineData(LegalStatus.Repealed, null, null, Standing.Repealed)] // a book that was released before the last day was asked for
    [InlineData(LegalStatus.Lapsed, null, "2026-09-01", Standing.InForce)]
    [InlineData(LegalStatus.Lapsed, null, "2026-08-31", Standing.Lapsed)]
    [InlineData(LegalStatus.Lapsed, null, null, Standing.Lapsed)]
    [InlineData(LegalStatus.EnactedNotCommenced, "2026-09-01", null, Standing.InForce)]
    [InlineData(LegalStatus.EnactedNotCommenced, "2026-09-02", null, Standing.NotCommenced)]
    [InlineData(LegalStatus.EnactedNotCommenced, null, null, Standing.NotCommenced)]
    [InlineData(LegalStatus.Unverified, "2020-01-01", "2026-12-31", Standing.Unverified)]
    public void On_1_September_2026_the_dates_decide_where_there_are_dates(LegalStatus status, string? from, string? to, Standing standing)
    {
        var (day, entry) = (
            new DateOnly(2026, 9, 1),
            Book.Find("A6-E")! with
            {
                Status = status,
                ValidFrom = Day(from),
                ValidTo = Day(to),
            }
        );

        Assert.Equal(standing, entry.On(day));
        Assert.Equal(standing is Standing.InForce, entry.InForceOn(day));

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, null);
    }

    [Theory]
    [InlineData("FR", true, false)]
    [InlineData("US", true, true)]
    [InlineData("CA", true, true)]
    [InlineData("KR", true, true)]
    [InlineData("JP", true, true)]
    [InlineData("IL", true, true)]
    [InlineData("FO", true, true)]
    [InlineData("JE", true, false)]
    [InlineData("IN", false, false)]
    [InlineData("GB", false, false)]
    public void A_country_is_approved_in_full_in_part_or_not(string country, bool approved, bool inPart)
    {
        Assert.Equal(approved, Book.AdequateCountry(country)?.ApprovedOn(new DateOnly(2026, 9, 1)) is true);
        Assert.Equal(inPart, Book.AdequateCountry(country)?.Condition is not null);
    }

    [Fact]
    public void The_European_Economic_Area_is_approved_whole() => Assert.Equal(30 + 15, Book.AdequateCountries.Count);

    [Fact]
    public void Every_approved_country_has_the_address_of_its_approval() =>
        Assert.All(
            Book.AdequateCountries,
            country => Assert.StartsWith("https://www.legislation.gov.uk/", country.Url, StringComparison.Ordinal)
        );

    [Fact]
    public void No_entry_is_shut_out_because_a_part_of_it_is_to_be_confirmed()
    {
        Assert.DoesNotContain(Book.Entries, e => e.Status == LegalStatus.Unverified);
        Assert.All(
            ["GW-DEA35", "GW-WRA131"],
            code =>
                Assert.Contains(
                    code,
                    Book.Entries.Where(e => e.Unverified is not null && e.Status == LegalStatus.InForce).Select(e => e.Code)
                )
        );
    }

    [Fact]
    public void Every_entry_of_book_1_says_to_whom_it_is_open_and_a_book_may_leave_that_out()
    {
        Assert.All(BookText.First()["entries"]!.AsArray(), entry => Assert.True(entry!["openTo"] is JsonArray, (string?)entry["code"]));
        Assert.All(Book.Entries, entry => Assert.Equal(entry.OpenTo.Distinct(), entry.OpenTo));
        Assert.True(Book.SaysWhoMayUse);

        var older = LawBook.Read(
            BookText.Another(2, book => Assert.All(book["entries"]!.AsArray(), entry => entry!.AsObject().Remove("openTo")))
        );

        Assert.All(older.Entries, entry => Assert.Empty(entry.OpenTo));
        Assert.False(older.SaysWhoMayUse);
    }

    [Fact]
    public void Every_statute_has_its_address()
    {
        string[] withoutOne = ["CLDC-NA", "CLDC-IMPL", "CLDC-EXPL", "CLDC-LAW", "CLDC-OPI", "CLDC-COURT", "GW-CROWN", "GW-COURT"];

        Assert.Equal(withoutOne, Book.Entries.Where(e => e.Url is null).Select(e => e.Code));
    }

    [Fact]
    public void Explanations_are_one_plain_sentence() =>
        Assert.All(
            Book.Entries,
            e =>
            {
                Assert.InRange(e.Explanation.Split(' ').Length, 5, 35);
                Assert.Matches(@"^[^.!?]+\.$", e.Explanation);
            }
        );

    [Fact]
    public void No_two_entries_of_a_kind_ask_for_the_same_evidence() =>
        Assert.Equal(
            [],
            from entry in Book.Entries
            group entry.Code by $"{entry.GetType().Name}: {string.Join("; ", entry.Evidence)}" into same
            where same.Count() > 1
            select $"{string.Join(", ", same)} {same.Key}"
        );

    // What could be said of any provision says nothing of this one.
    [Fact]
    public void Every_entry_asks_for_evidence_of_its_own()
    {
        string[] ofAny =
        [
            "the provision relied on, in detail",
            "why the condition is met",
            "why the use is necessary",
            "why the exception applies",
            "why the processing is strictly necessary",
            "an appropriate policy document (s42)",
            "an appropriate policy document that covers this condition",
            "why consent is not used",
            "why the use is necessary for reasons of substantial public interest",
        ];

        Assert.Equal([], Book.Entries.Where(entry => !entry.Evidence.Except(ofAny).Any()).Select(entry => entry.Code));
    }

    [Fact]
    public void The_hash_does_not_depend_on_layout_or_order_of_members_but_on_every_word()
    {
        var book = BookText.First();
        var reordered = new JsonObject(book.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));

        Assert.Equal(Book.Sha256, Read(book).Sha256);
        Assert.Equal(Book.Sha256, Read(reordered).Sha256);

        book["title"] = "Another";
        Assert.NotEqual(Book.Sha256, Read(book).Sha256);
    }

    [Fact]
    public void A_code_that_occurs_twice_is_refused() =>
        Refused(book => book["entries"]!.AsArray().Add(book.Entry("A6-A").DeepClone()), "The code A6-A occurs more than once.");

    [Fact]
    public void Dates_the_wrong_way_round_are_refused() =>
        Refused(book => book.Entry("A6-EA")["validTo"] = "2026-02-04", "A6-EA: the dates do not make sense.");

    [Fact]
    public void An_unverified_entry_without_a_reason_is_refused() =>
        Refused(book => book.Entry("A6-E")["status"] = "Unverified", "A6-E: an unverified entry must say why.");

    [Theory]
    [InlineData("A6-E", "explanation", "\"One. Two.\"", "A6-E: the explanation must be one sentence.")]
    [InlineData("A6-E", "explanation", "\"(One.) “Two.”\"", "A6-E: the explanation must be one sentence.")]
    [InlineData(
        "GW-DEA64",
        "allowedPurposeCodes",
        "[]",
        "GW-DEA64: the purposes it is limited to are none: leave the list out if it is limited to no purposes."
    )]
    [InlineData("GW-DEA64", "liftsBars", "[\"HMRC\", \"None\"]", "GW-DEA64: None is no statutory bar.")]
    [InlineData("GW-DEA64", "liftsBars", "[\"1\"]", "GW-DEA64: 1 is no statutory bar.")]
    [InlineData(
        "S1-18",
        "allowedNoConsentReasons",
        "[\"WouldPrejudice\", \"TooLate\"]",
        "S1-18: TooLate is no reason for not using consent."
    )]
    [InlineData("S1-20", "noConsentTrigger", "null", "S1-20: it must say when a reason for not using consent is needed.")]
    [InlineData("S1-20", "noConsentTrigger", "\" \"", "S1-20: it must say when a reason for not using consent is needed.")]
    [InlineData("S1-10", "policyDocumentException", "null", "S1-10: it must say what is excepted from the policy document.")]
    public void An_entry_that_contradicts_itself_is_refused_and_read_where_it_was_kept(
        string code,
        string member,
        string value,
        string problem
    )
    {
        void Change(JsonObject book)
        {
            book.Entry(code).Remove(member);
            if (JsonNode.Parse(value) is { } node)
            {
                book.Entry(code)[member] = node;
            }
        }

        Refused(Change, problem);
        Assert.NotNull(LawBook.ReadKept(BookText.Another(2, Change)).Find(code));
    }

    [Theory]
    [InlineData("The use is needed, e.g. by a school, under Art. 6 or No. 7.")]
    [InlineData("No stop at the end")]
    public void An_explanation_of_one_sentence_is_read(string explanation) =>
        Assert.Equal(
            explanation,
            LawBook.Read(BookText.Another(2, book => book.Entry("A6-E")["explanation"] = explanation)).Find("A6-E")!.Explanation
        );

    [Theory]
    [InlineData("*")]
    [InlineData("*:E08")]
    [InlineData("ONS-GSS:E*8")]
    [InlineData("ONS-GSS:E08**")]
    [InlineData("ONS*:E08*")]
    [InlineData("E08*")]
    public void A_class_of_specified_bodies_with_its_star_elsewhere_or_no_scheme_is_refused(string organisation) =>
        Refused(
            book => book.Entry("GW-DEA35")["specifiedPersons"]![0]!["organisation"] = organisation,
            $"GW-DEA35: {organisation} is not written as scheme:value, or as scheme:beginning* for every identifier that begins so."
        );

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("")]
    public void An_address_of_a_country_elsewhere_is_refused(string url) =>
        Refused(book => book.Country("FR")["url"] = url, "FR: the address must be on legislation.gov.uk.");

    [Theory]
    [InlineData("Repealed")]
    [InlineData("Lapsed")]
    public void An_entry_that_has_ended_without_its_last_day_is_refused_and_read_where_it_was_kept(string status)
    {
        void Change(JsonObject book)
        {
            book.Entry("A6-EA")["status"] = status;
            book.Entry("A6-EA").Remove("validTo");
        }

        Refused(Change, "A6-EA: a provision that is repealed or has lapsed needs its last day (valid to), for it was the law until then.");
        Assert.False(LawBook.ReadKept(BookText.Another(2, Change)).Find("A6-EA")!.InForceOn(new DateOnly(2026, 9, 1)));
        Assert.Equal(3, LawBook.ReadKept(BookText.Another(2, Change)).Next(new DateOnly(2026, 9, 1)).Number); // the one that follows can be begun, and put right
    }

    [Fact]
    public void A_condition_that_is_not_in_the_book_is_refused() =>
        Refused(book => book.Entry("A9-B")["schedule1AnyOf"] = new JsonArray("S1-99"), "A9-B: it names S1-99, which is not in the book.");

    [Fact]
    public void An_address_elsewhere_is_refused() =>
        Refused(book => book.Entry("A6-A")["url"] = "https://example.org/", "A6-A: the address must be on legislation.gov.uk.");

    [Fact]
    public void A_specified_person_outside_the_purposes_is_refused() =>
        Refused(
            book => book.Entry("GW-DEA35")["specifiedPersons"]![0]!["purposeCode"] = "Marketing",
            "GW-DEA35: Home Office is specified for Marketing, which the gateway does not cover."
        );

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var book = BookText.First();
        book.Entry("A6-A")["name"] = " ";
        book.Entry("A6-B")["evidence"] = new JsonArray();
        book["number"] = 0;

        Assert.Equal(3, Assert.Throws<InvalidLawBookException>(() => Read(book)).Problems.Count);
    }

    [Theory]
    [InlineData("colour")] // unknown member
    [InlineData("Name")] // names are as they are written
    public void An_unknown_member_is_refused(string member)
    {
        var book = BookText.First();
        book.Entry("A6-A")[member] = "x";

        Assert.Throws<InvalidLawBookException>(() => Read(book));
    }

    [Theory]
    [InlineData("kind")]
    [InlineData("status")]
    [InlineData("citation")]
    public void A_missing_member_is_refused(string member)
    {
        var book = BookText.First();
        book.Entry("A6-A").Remove(member);

        Assert.Throws<InvalidLawBookException>(() => Read(book));
    }

    [Theory]
    [InlineData("""{"number": 1, "number": 1}""")]
    [InlineData("""{"number": 1,}""")]
    [InlineData("null")]
    [InlineData("")]
    public void A_file_that_is_no_book_is_refused(string text) =>
        Assert.Throws<InvalidLawBookException>(() => LawBook.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Null_in_a_list_is_refused_with_where_it_stands()
    {
        var book = BookText.First();
        book["entries"]!.AsArray().Insert(0, null);
        book["openPoints"]!.AsArray().Insert(1, null);
        book["adequateCountries"]!.AsArray().Insert(2, null);
        var at = book["entries"]!.AsArray().IndexOf(book["entries"]!.AsArray().Single(e => (string?)e?["code"] == "GW-DEA35"));
        book["entries"]![at]!["specifiedPersons"] = new JsonArray(null, null);
        book["entries"]![at]!["evidence"] = new JsonArray("one", null);

        Assert.Equal(
            [
                "adequateCountries[2] holds null.",
                "entries[0] holds null.",
                $"entries[{at}].evidence[1] holds null.",
                $"entries[{at}].specifiedPersons[0] holds null.",
                $"entries[{at}].specifiedPersons[1] holds null.",
                "openPoints[1] holds null.",
            ],
            Assert.Throws<InvalidLawBookException>(() => Read(book)).Problems.Order(StringComparer.Ordinal)
        );
        Assert.Throws<InvalidLawBookException>(() => LawBook.ReadKept(book.Bytes()));
    }

    [Theory]
    [InlineData(
        """{"number": 1,\n  "title": h}""",
        "Line 2 is not JSON from its character 12 on. Look there for a comma, bracket or quotation mark that is missing or too many."
    )]
    [InlineData("[]", "The file holds no law book: a book is written between braces, with its number, title and entries.")]
    [InlineData("""{"number": 1, "number": 1}""", "“number” stands there twice.")]
    [InlineData("""{"number": 1}""", "it lacks title, asOf, openPoints, entries, adequateCountries.")]
    public void A_file_that_is_no_book_is_told_in_words(string text, string problem) =>
        Assert.Equal(
            [problem],
            Assert
                .Throws<InvalidLawBookException>(() =>
                    LawBook.Read(Encoding.UTF8.GetBytes(text.Replace("\\n", "\n", StringComparison.Ordinal)))
                )
                .Problems
        );

    [Theory]
    [InlineData("colour", "\"x\"", "A6-A: “colour” is nothing that a book says. Look how it is written: capital letters matter.")]
    [InlineData("status", "0", "A6-A: status is not written as it must be: it says 0. Look how other entries write it.")]
    [InlineData("name", "null", "A6-A: name holds null. Leave it out, or say something.")]
    [InlineData("evidence", "{}", "A6-A: evidence is not written as it must be: it says {}. Look how other entries write it.")]
    [InlineData(
        "openTo",
        "[\"Council\", \"Nobody\"]",
        "A6-A: openTo 2 is not written as it must be: it says \"Nobody\". Look how other entries write it."
    )]
    [InlineData("kind", "\"Law\"", "A6-A: its kind is missing, or none that the portal knows.")]
    [InlineData("kind", null, "A6-A: its kind is missing, or none that the portal knows.")]
    [InlineData("citation", null, "A6-A: it lacks citation.")]
    [InlineData("code", null, "Entry 1: it lacks code.")]
    public void A_member_that_cannot_be_read_is_told_in_words(string member, string? value, string problem)
    {
        var book = BookText.First();
        var entry = book.Entry("A6-A");
        entry.Remove(member);
        if (value is not null)
        {
            entry[member] = JsonNode.Parse(value);
        }

        Assert.StartsWith(
            problem,
            Assert.Single(Assert.Throws<InvalidLawBookException>(() => Read(book)).Problems),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_status_written_as_a_number_is_refused()
    {
        var book = BookText.First();
        book.Entry("A6-A")["status"] = 0;

        Assert.Throws<InvalidLawBookException>(() => Read(book));
    }

    private static void Refused(Action<JsonObject> change, string problem)
    {
        var book = BookText.First();
        change(book);

        Assert.Equal([problem], Assert.Throws<InvalidLawBookException>(() => Read(book)).Problems);
    }

    private static LawBook Read(JsonObject book) => LawBook.Read(book.Bytes());
}
