using System.Text.Json.Nodes;
using DataSharing.Domain.Law;

namespace DataSharing.Domain.Tests.Law;

public class LawBookDifferenceTests
{
    [Fact]
    public void Objections_ToTheNextBookThatSaysTheSame_AreNone() => Assert.Empty(Objections(_ => { }));

    [Theory]
    [InlineData("GW-NEW", null)]
    [InlineData("GW-NEW-2", null)]
    [InlineData("gw-new", "gw-new: The code must be capital letters and digits in groups parted by hyphens, like GW-DEA35")]
    [InlineData("gw-loc1", "gw-loc1: The code must be capital letters and digits in groups parted by hyphens, like GW-DEA35")]
    [InlineData("GW NEW", "GW NEW: The code must be capital letters and digits in groups parted by hyphens, like GW-DEA35")]
    [InlineData("TR-NEW", "TR-NEW: The code must begin with GW-, as the others of its kind do")]
    public void Objections_ToANewCode_AreWhereItIsNotWrittenAsTheOthersOfItsKind(string code, string? objection) =>
        Assert.Equal(objection is null ? [] : [objection], Objections(book => Add(book, "GW-LOC1", code)));

    [Fact]
    public void Every_code_of_book_1_is_written_as_its_kind_asks() =>
        Assert.Equal([], LawBook.First.Entries.Select(entry => LawCode.Objection(entry.Code, entry.GetType().Name)).OfType<string>());

    [Fact]
    public void Objections_ToCodesThatWereReleasedOtherwise_AreNoneButANewCodeIsNotTheirsInCapitals()
    {
        var released = LawBook.ReadKept(BookText.Another(2, book => Add(book, "GW-LOC1", "gw-old")));

        Assert.Empty(LawBookDifference.Objections(released, LawBook.Read(BookText.Another(3, book => Add(book, "GW-LOC1", "gw-old")))));
        Assert.Equal(
            [$"GW-OLD: gw-old is {LawBook.First.Find("GW-LOC1")!.Name}. A code is never used for something else"],
            LawBookDifference
                .Objections(
                    released,
                    LawBook.Read(
                        BookText.Another(
                            3,
                            book =>
                            {
                                Add(book, "GW-LOC1", "gw-old");
                                Add(book, "GW-LOC1", "GW-OLD");
                            }
                        )
                    )
                )
                .Select(problem => problem.ToString())
        );
    }

    [Fact]
    public void Objections_ToTextsThatAreTooLongOrBroken_NameThem() =>
        Assert.Equal(
            [
                "GW-DEA35: evidence must be 4,000 characters or fewer",
                "GW-DEA35: explanation must be 4,000 characters or fewer",
                "GW-DEA35: specifiedPersons must be 200,000 characters or fewer",
                "GW-LOC1: name: This text holds the control character U+0007. Only line breaks and tabs are allowed.",
                "The open points must be 20,000 characters or fewer",
                "The title must be 200 characters or fewer",
                "country:FR: citation must be 4,000 characters or fewer",
            ],
            Objections(book =>
                {
                    book["title"] = new string('x', 201);
                    book["openPoints"]!.AsArray().Add(new string('x', 20_000));
                    book.Country("FR")["citation"] = new string('x', 4001);
                    book.Entry("GW-LOC1")["name"] = "A bell\a";
                    book.Entry("GW-DEA35")["explanation"] = new string('x', 4001);
                    book.Entry("GW-DEA35")["evidence"] = new JsonArray(new string('x', 2000), new string('x', 2000));
                    book.Entry("GW-DEA35")["specifiedPersons"]![0]!["note"] = new string('x', 200_000);
                })
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Objections_ToTextsAsLongAsTheyMayBe_AreNone() =>
        Assert.Empty(
            Objections(book =>
            {
                book["title"] = new string('x', 200);
                book["openPoints"] = new JsonArray(new string('x', 20_000));
                book.Entry("GW-DEA35")["explanation"] = new string('x', 4000);
                book.Entry("GW-DEA35")["evidence"] = new JsonArray(new string('x', 1999), new string('x', 2000));
            })
        );

    [Fact]
    public void Objections_ToACountryThatIsDropped_AndToTheUnitedKingdomItself() =>
        Assert.Equal(
            [
                "Uruguay stays in the list, for agreements may rest on it. Give it a last day",
                "GB is the United Kingdom itself: data that stays there is not transferred, so it is no approved country",
            ],
            Objections(book =>
                book.Country("UY")
                    .ReplaceWith(
                        new JsonObject
                        {
                            ["country"] = "GB",
                            ["name"] = "United Kingdom",
                            ["citation"] = "x",
                            ["validFrom"] = "2026-01-01",
                        }
                    )
            )
        );

    [Theory]
    [InlineData("Marketing", null)]
    [InlineData("FuelPoverty", null)]
    [InlineData("fuelPoverty", "GW-DEA35: “fuelPoverty” must be written FuelPoverty, as agreements write it.")]
    [InlineData("<b>", "GW-DEA35: “<b>” is not written as a purpose: it has 3 to 60 letters and digits, like FuelPoverty.")]
    [InlineData("Fu", "GW-DEA35: “Fu” is not written as a purpose: it has 3 to 60 letters and digits, like FuelPoverty.")]
    public void Objections_ToAPurposeOfAGateway_AreWhereItIsNotWrittenAsOne(string purpose, string? objection) =>
        Assert.Equal(
            objection is null ? [] : [objection],
            Objections(book => book.Entry("GW-DEA35")["allowedPurposeCodes"]!.AsArray().Add(purpose))
        );

    [Fact]
    public void NewObjectives_AreThoseThatNoReleasedGatewayHas() =>
        Assert.Equal(
            ["Marketing"],
            LawBookDifference.NewObjectives(
                LawBook.First,
                LawBook.Read(
                    BookText.Another(2, book => book.Entry("GW-DEA48")["allowedPurposeCodes"] = new JsonArray("FuelPoverty", "Marketing"))
                )
            )
        );

    [Fact]
    public void Objections_ToAProvisionInForceWithoutAFirstDay_AreWhereItHasAnAddress()
    {
        Assert.Equal(
            ["GW-DEA35: it is in force and stands on legislation.gov.uk, so it needs its first day (valid from)."],
            Objections(book => book.Entry("GW-DEA35").Remove("validFrom"))
        );
        Assert.Empty(Objections(book => book.Entry("TR-NONE")["name"] = "Released so, and changed elsewhere"));
        Assert.Empty(Objections(book => book.Entry("GW-CROWN")["status"] = "InForce"));
    }

    private static IEnumerable<string> Objections(Action<JsonObject> change) =>
        LawBookDifference.Objections(LawBook.First, LawBook.Read(BookText.Another(2, change))).Select(problem => problem.ToString());

    private static void Add(JsonObject book, string like, string code)
    {
        var entry = book.Entry(like).DeepClone();
        entry["code"] = code;
        book["entries"]!.AsArray().Add(entry);
    }
}
